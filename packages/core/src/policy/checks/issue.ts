// One way to write an issue of the policy.
import type { Issue } from '../../base/result.ts';

/** What the policy page can lack. The numbers are those of the page's required elements; X1 is prose that is not true. */
export type PolicyCode =
  | 'POLICY_01'
  | 'POLICY_02'
  | 'POLICY_03'
  | 'POLICY_04'
  | 'POLICY_05'
  | 'POLICY_06'
  | 'POLICY_09'
  | 'POLICY_10'
  | 'POLICY_12'
  | 'POLICY_13'
  | 'POLICY_14'
  | 'POLICY_X1';

type Words = { readonly message: string; readonly hint: string };

/** Something a page must have and lacks. */
export function lacks(code: PolicyCode, path: string, { message, hint }: Words): Issue {
  return { code, path, message, hint, severity: 'error' };
}

/** Something a page should have, or somebody should look at. */
export function warns(code: PolicyCode, path: string, { message, hint }: Words): Issue {
  return { code, path, message, hint, severity: 'warning' };
}
