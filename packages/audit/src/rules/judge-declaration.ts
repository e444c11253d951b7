// What the declaration alone shows: a policy that leaves something out, a basis that is none, a known tracker called necessary.
import { knownProviders, lookUpTracker } from '@candor/catalog';
import type { Declaration, Tracker } from '@candor/core';
import { checkPolicy, lintDeclaration } from '@candor/core';
import type { Moment } from '../collect/observation.ts';
import type { FindingItem } from '../report/report.ts';
import { appliesIn } from './applies-in.ts';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { countsOrAdvertises, knownHost } from './known-tracker.ts';

/** Facts about the declaration, told at the beginning of the audit. */
export function judgeDeclaration(judge: Judge, moment: Moment): readonly Fact[] {
  const { declaration } = judge;
  if (declaration === null) return [];
  const at = { ...moment, page: judge.home.href };
  return [...judgePolicy(declaration, at), ...judgeBases(judge, declaration, at), ...judgePurposes(declaration, at)];
}

/** Whether all that a tracker is for is called necessary. */
export function isCalledNecessary(declaration: Declaration, { purposes }: Tracker): boolean {
  return purposes.every((id) => declaration.purposes[id]?.category === 'necessary');
}

/** A fact about a row of the declaration, at a moment of the audit. */
export function declaredFact(
  rule: RuleId,
  item: FindingItem,
  { tracker, message, moment }: { readonly tracker: string | null; readonly message: string; readonly moment: Moment },
): Fact {
  const setter = { kind: 'unknown', url: moment.page } as const;
  return { rule, item, thing: `${item.kind} ${item.name}`, tracker, moment, setter, message, question: null };
}

// Warnings are for whoever writes the declaration; the errors are what the page lacks for those who read it.
function judgePolicy(declaration: Declaration, moment: Moment): readonly Fact[] {
  return checkPolicy(declaration)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => {
      const rule = code === 'POLICY_X1' ? 'R-POLICY-PROSE' : 'R-POLICY-FIELDS';
      return declaredFact(rule, { kind: 'declaration', name: `${code} ${path}` }, { tracker: null, message, moment });
    });
}

function judgeBases(judge: Judge, declaration: Declaration, moment: Moment): readonly Fact[] {
  if (!appliesIn(ruleOf('R-LI'), judge.profile)) return [];
  return lintDeclaration(declaration)
    .filter(({ code }) => code === 'LINT_GROUND_INTEREST')
    .map(({ path, message }) => declaredFact('R-LI', { kind: 'declaration', name: path }, { tracker: null, message, moment }));
}

function judgePurposes(declaration: Declaration, moment: Moment): readonly Fact[] {
  return Object.entries(declaration.trackers).flatMap(([id, tracker]) => {
    if (!isCalledNecessary(declaration, tracker)) return [];
    const item = knownItem(declaration, tracker);
    if (item === null) return [];
    return [declaredFact('R-MISCLASS', item, { tracker: id, message: misclassMessage(item), moment })];
  });
}

/** What R-MISCLASS says of an item. */
export function misclassMessage({ kind, name }: FindingItem): string {
  const what = kind === 'cookie' ? `Cookie "${name}"` : `The request to "${name}"`;
  return `${what} is known for statistics or advertising, and declared necessary`;
}

// By host for a request; a cookie also has to be declared as its owner's, since names are shared by unrelated trackers.
function knownItem(declaration: Declaration, tracker: Tracker): FindingItem | null {
  if (tracker.kind === 'request') {
    const host = tracker.match.hosts.map((pattern) => pattern.replace(/^\*\./, 'www.')).find((one) => countsOrAdvertises(knownHost(one)));
    return host === undefined ? null : { kind: 'request', name: host, host };
  }
  if (tracker.kind !== 'cookie') return null;
  const owner = declaration.providers[tracker.provider]?.name.toLowerCase() ?? '';
  for (const scope of tracker.scopes) {
    const host = 'host' in scope ? scope.host : scope.domain;
    for (const name of tracker.names) {
      const item = { kind: 'cookie', name: 'exact' in name ? name.exact : `${name.prefix}x`, host };
      const known = lookUpTracker(item);
      const provider = (knownProviders[known?.provider ?? '']?.name ?? '').toLowerCase();
      if (countsOrAdvertises(known) && provider !== '' && owner.startsWith(provider)) return item;
    }
  }
  return null;
}
