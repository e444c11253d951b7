// Content-Security-Policy headers: ours as a pair of their own, the site's beside them. Policies intersect; text is never merged.
import type { CspPair } from '@candor/core';
import type { HeaderList, HeaderPair } from '../header-list.ts';

/** Without a declaration only the site's own origin is loaded from; its own inline code goes on, so that the site keeps working. */
export const FAIL_CLOSED_CSP: CspPair = {
  hosts: "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; object-src 'none'; base-uri 'self'; form-action 'self'",
  scripts: "script-src 'self' 'unsafe-inline' 'unsafe-eval'; object-src 'none'; base-uri 'self'",
};

/** For what neither loads nor runs anything, in whatever way it is opened: shown, and nothing else. */
export const INERT_CSP: CspPair = {
  hosts: "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  scripts: "script-src 'none'; object-src 'none'; base-uri 'none'",
};

/** The two header lines. */
export function cspHeaders(pair: CspPair): HeaderList {
  return [pair.hosts, pair.scripts].map((policy): HeaderPair => ['Content-Security-Policy', policy]);
}
