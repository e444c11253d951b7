// May an item of web storage, a database, a cache, a file or a service worker exist?
import type { ConsentState } from '../consent/types.ts';
import type { RuleIndex } from './rule-index.ts';
import { rulesForName } from './rule-index.ts';
import type { Question, Verdict } from './types.ts';
import { drop, isAllowed, pass } from './verdict.ts';

/** Whether a name may be stored at an origin: declared for this kind of store and this origin, and every purpose allowed. */
export function decideStorage(index: RuleIndex, consent: ConsentState, question: Extract<Question, { readonly kind: 'storage' }>): Verdict {
  const names = index.stores.get(question.store);
  const rules = names === undefined ? [] : rulesForName(names, question.name);
  const [first] = rules;
  if (first === undefined) return drop('DROP_UNDECLARED', null);
  const here = rules.filter((rule) => rule.origins.includes(question.origin));
  const [nearest] = here;
  if (nearest === undefined) return drop('DROP_SCOPE', first.id);
  const refused = here.find((rule) => !isAllowed(rule, consent));
  return refused === undefined ? pass('PASS_DECLARED', nearest.id) : drop('DROP_REFUSED', refused.id);
}
