// Expected failures are values: every parser and lint in Candor answers with these two types.

/** One thing that is wrong, where it is, and what to do about it. `path` is a JSON path such as `trackers.sessionid.life`. */
export type Issue = {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
  readonly severity: 'error' | 'warning';
  /** 1-based line in the text the issue was found in, where there was a text. */
  readonly line?: number;
};

/** Either a value or the issues that kept it from being one. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** A successful result. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failed result. */
export function fail(...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}
