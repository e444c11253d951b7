// What a policy page made from a declaration lacks, by the numbers of what such a page must contain.
import type { Issue } from '../base/result.ts';
import type { Declaration } from '../declaration/types.ts';
import { checkController, checkEdition, checkLanguages, checkRows } from './checks/check-facts.ts';
import { checkInvolved, checkMeasurement, checkProfiling, checkRetention } from './checks/check-parties.ts';
import { checkProse } from './checks/check-prose.ts';
import type { ColumnId } from './view.ts';

/** Issues with `POLICY_*` codes in the order of their numbers. `columns` are those of a page that does not show the product's. */
export function checkPolicy(declaration: Declaration, options: { readonly columns?: readonly ColumnId[] } = {}): readonly Issue[] {
  const issues = [
    ...checkController(declaration),
    ...checkRows(declaration, options.columns ?? declaration.policy.columns ?? null),
    ...checkInvolved(declaration),
    ...checkRetention(declaration),
    ...checkProfiling(declaration),
    ...checkMeasurement(declaration),
    ...checkEdition(declaration),
    ...checkLanguages(declaration),
    ...checkProse(declaration),
  ];
  return issues.sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)));
}
