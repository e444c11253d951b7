// What was seen, before anything is judged. Names, attributes, addresses and times; never a value.
import type { RequestFacts, RequestUse } from '@candor/core';

/** The visits of an audit: first visit, accept, reject, accept then withdraw, logged in, a language choice, another shipped action. */
export type AuditState = 'S0' | 'S1' | 'S2' | 'S3' | 'S9' | 'language' | 'action';

/** What the visitor had answered when something happened. The `-ing` phases last from the click until its page has settled. */
export type Phase = 'unasked' | 'accepting' | 'accepted' | 'rejecting' | 'rejected' | 'withdrawing' | 'withdrawn';

/** When and on which page. `at` is Unix milliseconds. */
export type Moment = { readonly state: AuditState; readonly phase: Phase; readonly page: string; readonly at: number };

/** A place in a script; line and column count from 1. */
export type CodePlace = { readonly url: string; readonly line: number; readonly column: number };

/** What made the browser send a request. */
export type Initiator = { readonly kind: string; readonly url: string | null; readonly place: CodePlace | null };

/** Who stored something. `unknown` means that the browser held it and no write was seen. */
export type Setter =
  | {
      readonly kind: 'http-response';
      readonly url: string;
      readonly method: string;
      readonly status: number;
      /** Where the response redirected to, if it did. */
      readonly redirectTo: string | null;
      readonly initiator: Initiator | null;
    }
  | {
      readonly kind: 'script';
      readonly url: string;
      readonly line: number | null;
      readonly column: number | null;
      readonly stack: readonly string[];
    }
  | { readonly kind: 'unknown'; readonly url: string };

/** The stores that have names. */
export type StoreKind = 'local' | 'session' | 'indexed-db' | 'cache' | 'opfs' | 'service-worker';

/** An attempt to write a cookie. `line` is the Set-Cookie line without the value. */
export type CookieWrite = {
  readonly moment: Moment;
  readonly api: 'set-cookie' | 'document.cookie' | 'cookieStore';
  readonly line: string;
  readonly setter: Setter;
  readonly request: RequestFacts;
  /** The request already carried a cookie of this name. */
  readonly held: boolean;
};

/** An attempt to write to a store of `origin`. */
export type StorageWrite = {
  readonly moment: Moment;
  readonly store: StoreKind;
  readonly origin: string;
  readonly name: string;
  readonly setter: Setter;
};

/** A cookie as the browser holds it. `domain` begins with a dot unless it is host-only; `expires` is Unix seconds, null for a session. */
export type HeldCookie = {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly partition: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none';
  readonly expires: number | null;
};

/** A name in a store of an origin. */
export type HeldName = { readonly store: StoreKind; readonly origin: string; readonly name: string };

/** Everything the browser held at one moment. */
export type Snapshot = { readonly moment: Moment; readonly cookies: readonly HeldCookie[]; readonly names: readonly HeldName[] };

/** A request that a page made. `as` is `document` for a page of the visit itself. */
export type SentRequest = {
  readonly moment: Moment;
  readonly url: string;
  readonly method: string;
  readonly as: RequestUse | 'document';
  readonly redirectedFrom: string | null;
  readonly initiator: Initiator | null;
  /** Names of the cookies that travelled with it. */
  readonly cookies: readonly string[];
  /** HTTP status, or null where no response came. */
  readonly status: number | null;
  /** The browser kept it back, for example because of the page's Content-Security-Policy: it never left. */
  readonly blocked: boolean;
};

/** A cookie that a response tried to set and the browser refused, with the browser's reasons. */
export type RefusedCookie = { readonly moment: Moment; readonly name: string; readonly url: string; readonly reasons: readonly string[] };

/** One state's raw evidence, in order of time. */
export type Evidence = {
  readonly cookieWrites: readonly CookieWrite[];
  readonly storageWrites: readonly StorageWrite[];
  readonly snapshots: readonly Snapshot[];
  readonly requests: readonly SentRequest[];
  readonly refused: readonly RefusedCookie[];
};
