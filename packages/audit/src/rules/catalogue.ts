// The rules as data. SPEC.md says the same in sentences; a test keeps the two together.
import type { Severity } from '../report/report.ts';

/** Stable ids of the rules. */
export type RuleId =
  | 'R-UNDECL'
  | 'R-PRE-STORE'
  | 'R-PRE-3P'
  | 'R-REJ-STORE'
  | 'R-REJ-3P'
  | 'R-WD-LEFT'
  | 'R-WD-READ'
  | 'R-LIFE'
  | 'R-SCOPE'
  | 'R-MOMENT'
  | 'R-FLAGS';

/**
 * One rule. Facts of one family about one item are one finding, under the rule that comes first in `rules`; `absorbs` names
 * families whose facts about the very same stored thing are part of this one.
 */
export type Rule = {
  readonly id: RuleId;
  readonly family: 'undeclared' | 'refused' | 'left' | 'scope' | 'moment' | 'life' | 'flags' | 'request';
  readonly severity: Severity;
  readonly absorbs: readonly Rule['family'][];
  readonly hint: string;
};

/** All rules; within a family the earlier one wins. */
export const rules: readonly Rule[] = [
  {
    id: 'R-PRE-3P',
    family: 'request',
    severity: 'high',
    absorbs: [],
    hint: 'Load it only after its purpose was granted, or declare it under a purpose that needs no consent',
  },
  {
    id: 'R-REJ-3P',
    family: 'request',
    severity: 'critical',
    absorbs: [],
    hint: 'Stop the request once its purpose is refused or withdrawn',
  },
  {
    id: 'R-PRE-STORE',
    family: 'refused',
    severity: 'high',
    absorbs: [],
    hint: 'Store it only after its purpose was granted, or declare it under a purpose that needs no consent',
  },
  { id: 'R-REJ-STORE', family: 'refused', severity: 'critical', absorbs: [], hint: 'Store nothing for a purpose that was refused' },
  {
    id: 'R-WD-LEFT',
    family: 'left',
    severity: 'high',
    absorbs: ['scope', 'flags'],
    hint: 'Expire it by its exact name, domain, path and partition when its purpose is withdrawn',
  },
  {
    id: 'R-WD-READ',
    family: 'left',
    severity: 'high',
    absorbs: [],
    hint: 'Expire it in the answer to the withdrawal, so that no later request carries it',
  },
  { id: 'R-UNDECL', family: 'undeclared', severity: 'high', absorbs: [], hint: 'Declare it, or stop setting it' },
  { id: 'R-MOMENT', family: 'moment', severity: 'high', absorbs: [], hint: 'Set it only when what it is for happens, as declared' },
  {
    id: 'R-LIFE',
    family: 'life',
    severity: 'high',
    absorbs: [],
    hint: 'Shorten its life to the declared one, or declare the longer one and ask again',
  },
  {
    id: 'R-SCOPE',
    family: 'scope',
    severity: 'medium',
    absorbs: [],
    hint: 'Set it with the declared domain and path, or declare this scope too',
  },
  { id: 'R-FLAGS', family: 'flags', severity: 'medium', absorbs: [], hint: 'Set it with the declared Secure, HttpOnly and SameSite' },
];

/** The rule with an id. */
export function ruleOf(id: RuleId): Rule {
  return byId[id];
}

// Total by construction: `satisfies` would not see a missing row, the test of SPEC.md does.
const byId = Object.fromEntries(rules.map((rule) => [rule.id, rule])) as { readonly [Id in RuleId]: Rule };
