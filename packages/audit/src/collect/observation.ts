// What was seen, before anything is judged. Names, attributes, addresses and times; never a value.
import type { RequestFacts, RequestUse } from '@candor/core';

/** The visits of an audit; SPEC.md says what each one is. */
export type AuditState = 'S0' | 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9' | 'S10' | 'language' | 'action';

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

/** What a visitor does who answers nothing. */
export type Gesture = 'escape' | 'close' | 'scroll' | 'wait' | 'go-on';

/** Under what condition the question was looked for: without scripts, with the keyboard alone, 320 px wide, at 400 %. */
export type ReachCondition = 'no-script' | 'keyboard' | 'narrow' | 'zoomed';

/**
 * What a state found out besides what was stored and sent.
 * - `gesture`: something was done that is no answer; `done` is false where there was nothing to do it with.
 * - `reach`: whether a way to answer was there under a condition, and whether it could be used; null where that was not tried.
 * - `asked-again`: whether the question came back `days` after it was answered with `answer`.
 * - `extended`: a cookie that was there on return was given a new end, `seconds` later than before.
 * - `one-purpose`: one of `of` switches was turned on, all others off.
 */
export type Observation =
  | { readonly kind: 'gesture'; readonly moment: Moment; readonly gesture: Gesture; readonly done: boolean }
  | {
      readonly kind: 'reach';
      readonly moment: Moment;
      readonly condition: ReachCondition;
      readonly way: 'accept' | 'reject' | 'preferences';
      readonly found: boolean;
      readonly usable: boolean | null;
    }
  | { readonly kind: 'asked-again'; readonly moment: Moment; readonly answer: Phase; readonly days: number; readonly asked: boolean }
  | {
      readonly kind: 'extended';
      readonly moment: Moment;
      readonly name: string;
      readonly domain: string;
      readonly path: string;
      readonly seconds: number;
    }
  | { readonly kind: 'one-purpose'; readonly moment: Moment; readonly purpose: string; readonly of: number };

/** How a value looked when it was seen again. */
export type ValueForm = 'plain' | 'base64' | 'hex' | 'md5' | 'sha1' | 'sha256';

/** What a value belongs to: a cookie or stored item of `host`, what the visitor typed there, or words that its page shows. */
export type ValueOwner = { readonly kind: 'cookie' | 'local' | 'session' | 'typed' | 'page'; readonly name: string; readonly host: string };

/**
 * The value of something was seen in a request to another site; the value itself is nowhere. It is a sync where the owner is neither
 * the page's site nor the receiver: two others tell each other who the visitor is. `url` is without query and fragment.
 */
export type Leak = {
  readonly moment: Moment;
  readonly owner: ValueOwner;
  readonly to: string;
  readonly url: string;
  readonly through: 'url' | 'referer' | 'body' | 'socket';
  readonly form: ValueForm;
  readonly isSync: boolean;
  readonly initiator: Initiator | null;
};

/** A page was reached over another site that saw or set cookies on the way, and is not where the way ended. */
export type Bounce = { readonly moment: Moment; readonly via: string; readonly to: string; readonly cookies: readonly string[] };

/** A request or page address carried a parameter that identifies a click. */
export type Decoration = { readonly moment: Moment; readonly host: string; readonly parameter: string };

/** A request that fetches nothing anybody sees: a picture of hardly a byte, or what was sent by `sendBeacon` or a ping. */
export type Beacon = { readonly moment: Moment; readonly kind: 'pixel' | 'beacon'; readonly host: string; readonly url: string };

/** A response's ETag as a digest that means nothing outside of this process; `isBack` where the browser sent one back. */
export type TagSeen = { readonly moment: Moment; readonly url: string; readonly digest: string; readonly isBack: boolean };

/** What was read that tells devices apart, and by which script. `detail` names what was read, never what it was. */
export type Fingerprint = {
  readonly moment: Moment;
  readonly kind: 'canvas' | 'webgl' | 'audio' | 'fonts' | 'entropy';
  readonly script: string;
  readonly detail: readonly string[];
};

/** A page gave its tab a name, which the next site in it could read. */
export type TabName = { readonly moment: Moment; readonly origin: string; readonly length: number };

/** One state's raw evidence, in order of time. */
export type Evidence = {
  readonly cookieWrites: readonly CookieWrite[];
  readonly storageWrites: readonly StorageWrite[];
  readonly snapshots: readonly Snapshot[];
  readonly requests: readonly SentRequest[];
  readonly refused: readonly RefusedCookie[];
  /** What follows is absent where nobody looked. */
  readonly observations?: readonly Observation[];
  readonly leaks?: readonly Leak[];
  readonly bounces?: readonly Bounce[];
  readonly decorations?: readonly Decoration[];
  readonly beacons?: readonly Beacon[];
  readonly tags?: readonly TagSeen[];
  readonly fingerprints?: readonly Fingerprint[];
  readonly tabNames?: readonly TabName[];
};
