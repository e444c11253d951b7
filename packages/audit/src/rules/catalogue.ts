// The rules that facts fall under, made from the data. SPEC.md has a row for each that is judged; a test keeps the two together.

import type { Rule as RuleOf } from './rule.ts';
import type { RuleId } from './rule-data.ts';
import { ruleData } from './rule-data.ts';

export type { RuleId };

/** One rule of the catalogue. */
export type Rule = RuleOf<RuleId>;

/** Every rule, judged by this version or not, by rank. */
export const allRules: readonly Rule[] = ruleData;

const judged: ReadonlySet<RuleId> = new Set<RuleId>([
  'R-PRE-3P',
  'R-REJ-3P',
  'R-PRE-STORE',
  'R-RESPAWN',
  'R-REJ-STORE',
  'R-WD-LEFT',
  'R-WD-READ',
  'R-UNDECL',
  'R-MOMENT',
  'R-FOREVER',
  'R-LIFE',
  'R-SCOPE',
  'R-FLAGS',
  'R-MISCLASS',
  'R-POS-SIGNAL',
  'R-SIG-MISMATCH',
  'R-GCM-PING',
  'R-TCF-SEG',
  'R-TCF-SS',
  'R-LI',
  'R-POLICY-FIELDS',
  'R-POLICY-PROSE',
  'R-GHOST',
  'R-NO-REJECT',
  'R-NOWD',
  'R-LIFE-EXTEND',
  'R-CLOSE',
  'R-GPC-IGN',
  'R-GRAN',
  'R-NAG',
  'R-A11Y',
  'R-NOJS',
  'R-LEAK',
  'R-FP',
  'R-NO-DECL',
]);

/** The rules that this version judges; within a family the earlier one wins. */
export const rules: readonly Rule[] = allRules.filter((rule) => judged.has(rule.id));

/** Rules that this version does not judge, and no person is asked about: never to be called passed. */
export function unjudgedRules(): readonly Rule[] {
  return allRules.filter((rule) => !judged.has(rule.id) && rule.checkedBy !== 'person');
}

/** Rules that only a person can answer: `asks` is the question. */
export function askedOfPeople(): readonly Rule[] {
  return allRules.filter((rule) => rule.checkedBy === 'person');
}

/** The rule with an id. */
export function ruleOf(id: RuleId): Rule {
  return byId[id];
}

// Total by construction: the ids and the rows come from the same files.
const byId = Object.fromEntries(ruleData.map((rule) => [rule.id, rule])) as { readonly [Id in RuleId]: Rule };
