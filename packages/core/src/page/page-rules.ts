// Rules as a page carries them: the same verdicts in fewer bytes.
import { shortDeclarationId } from '../consent/choice-codec.ts';
import type { Enforcement, TrackerRule } from '../enforce/types.ts';

/**
 * The rules with those that differ only in what they name taken together, and without ids: a page reports names, and whoever wants
 * the tracker looks it up. Every question has the same code under both.
 */
export function compilePageRules(enforcement: Enforcement): Enforcement {
  const merged = new Map<string, TrackerRule>();
  for (const rule of enforcement.trackers) {
    const key = JSON.stringify(withoutNames(rule));
    const known = merged.get(key);
    merged.set(key, known === undefined ? { ...rule, id: '' } : join(known, rule));
  }
  // Twelve digits of the id, as a choice has them: no page has to tell more declarations apart.
  return { ...enforcement, declaration: shortDeclarationId(enforcement.declaration), trackers: [...merged.values()] };
}

function withoutNames(rule: TrackerRule): object {
  const { id, ...rest } = rule;
  if (rest.kind !== 'request') return { ...rest, names: null };
  return { ...rest, match: { ...rest.match, hosts: null } };
}

function join(known: TrackerRule, rule: TrackerRule): TrackerRule {
  if (known.kind === 'request' && rule.kind === 'request') {
    return { ...known, match: { ...known.match, hosts: [...known.match.hosts, ...rule.match.hosts] } };
  }
  return known.kind === 'request' || rule.kind === 'request' ? known : { ...known, names: [...known.names, ...rule.names] };
}
