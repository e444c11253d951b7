// The whole contract of a mount, in order.
import type { Clause } from './clause.ts';
import { pageClauses } from './page-clauses.ts';
import { requestClauses } from './request-clauses.ts';
import { responseClauses } from './response-clauses.ts';

/** Every clause. */
export const CLAUSES: readonly Clause[] = [...responseClauses, ...pageClauses, ...requestClauses].sort(
  (one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)),
);
