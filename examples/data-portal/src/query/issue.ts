// What can be wrong with a query, as a value: the API answers it as a problem document.

/** Codes of a refused query; each is a row in SPEC.md. */
export type QueryCode = 'QUERY_SYNTAX' | 'QUERY_FIELD' | 'QUERY_TYPE' | 'QUERY_TOO_LARGE' | 'QUERY_ORDER' | 'QUERY_RANGE';

/** One thing wrong with a query; `at` is the 0-based position in the text, where there is one. */
export type QueryIssue = { readonly code: QueryCode; readonly parameter: string; readonly message: string; readonly at?: number };

/** A parsed value, or why not. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issue: QueryIssue };

/** A query that was understood. */
export function understood<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A query that was not. */
export function refused(issue: QueryIssue): { readonly ok: false; readonly issue: QueryIssue } {
  return { ok: false, issue };
}
