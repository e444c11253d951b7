// The one question that page, guard, mounts and audit put, and the one answer they get.
import type { Match, Name, RequestUse } from '../declaration/types.ts';

/** The declaration compiled for deciding: plain JSON, small enough to travel into a page. */
export type Enforcement = {
  /** SHA-256 id of the declaration; empty string for the fail-closed rules. */
  readonly declaration: string;
  readonly siteHosts: readonly string[];
  readonly prefix: string;
  readonly trackers: readonly TrackerRule[];
};

/** A scope as a rule has it: what is not so is left out, because rules travel with every page. */
export type RuleScope = ({ readonly host: string } | { readonly domain: string }) & {
  readonly path: string;
  readonly partitioned?: boolean;
};

/** One tracker as a rule. `life` is seconds, or null for a session. */
export type TrackerRule = {
  readonly id: string;
  readonly purposes: readonly string[];
  /** Requests whose method and path start this tracker; absent: any. For `choice` they are those of the front office, held or not. */
  readonly when?: { readonly on: 'choice' | 'log-in' | 'language-choice' | 'form' | 'action'; readonly requests: readonly Match[] };
} & (
  | {
      readonly kind: 'cookie';
      readonly names: readonly Name[];
      readonly scopes: readonly RuleScope[];
      readonly life: number | null;
      readonly secure?: boolean;
      readonly httpOnly?: boolean;
    }
  | {
      readonly kind: 'local' | 'session' | 'indexed-db' | 'cache' | 'opfs' | 'service-worker';
      readonly names: readonly Name[];
      readonly origins: readonly string[];
    }
  | { readonly kind: 'request'; readonly match: Match; readonly as: readonly RequestUse[] }
);

/** The request in whose course the question arises. `host` is lower case and without port; `path` begins with `/`, without query. */
export type RequestFacts = { readonly host: string; readonly path: string; readonly method: string; readonly secure: boolean };

/** May this happen? Times are Unix seconds. */
export type Question =
  /** `held`: the request already carried a cookie of this name, so the moment of first setting is past. */
  | { readonly kind: 'set-cookie'; readonly line: string; readonly request: RequestFacts; readonly held: boolean; readonly now: number }
  | { readonly kind: 'script-cookie'; readonly line: string; readonly request: RequestFacts; readonly held: boolean; readonly now: number }
  | { readonly kind: 'cookie'; readonly name: string; readonly request: RequestFacts }
  | {
      readonly kind: 'storage';
      readonly store: 'local' | 'session' | 'indexed-db' | 'cache' | 'opfs' | 'service-worker';
      readonly origin: string;
      readonly name: string;
    }
  | { readonly kind: 'request'; readonly url: string; readonly as: RequestUse; readonly method: string };

/** Stable codes of the one decider; each has a row in SPEC.md. */
export type VerdictCode =
  | 'PASS_DECLARED'
  | 'PASS_SITE'
  | 'PASS_DELETION'
  | 'APPEND_MAX_AGE'
  | 'DROP_UNDECLARED'
  | 'DROP_REFUSED'
  | 'DROP_MALFORMED'
  | 'DROP_SCOPE'
  | 'DROP_MOMENT';

/** The answer. `append` is text to add to the end of a Set-Cookie line; `tracker` is the rule that matched, if one did. */
export type Verdict = {
  readonly outcome: 'pass' | 'drop' | 'append';
  readonly code: VerdictCode;
  readonly tracker: string | null;
  readonly append?: string;
};

/** A compiled Content-Security-Policy pair: hosts, and nonce or hashes. Two headers, so that both must allow. */
export type CspPair = { readonly hosts: string; readonly scripts: string };
