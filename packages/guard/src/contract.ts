// What a guard takes and gives: the ports that platform and command wire, as plain types.
import type {
  Choice,
  ConsentState,
  compileCsp,
  compileNotice,
  compilePageConsent,
  compilePageState,
  decide,
  expiryLines,
  Identified,
  ProfileId,
  resolveConsent,
  VerdictCode,
} from '@candor/core';
import type { GuardLayer, GuardMode, GuardModes } from './layers.ts';
import type { Fault, FaultCode } from './watch/fault-log.ts';
import type { GuardLogEntry } from './watch/log.ts';

export type { GuardLayer, GuardMode, GuardModes } from './layers.ts';
export type { Fault } from './watch/fault-log.ts';

/** The script for the page. `path` is put behind the site's prefix unless it begins with it; `sha256` is base64. */
export type ClientAsset = { readonly path: string; readonly body: string; readonly sha256: string };

/** The page's scripts: `page` goes into every page, `more` is loaded by it when needed, a projection only where it is declared. */
export type ClientAssets = {
  readonly page: ClientAsset;
  readonly more: ClientAsset;
  readonly projections: { readonly [id: string]: ClientAsset };
};

/** What a profile may be picked by. `header` gives the first value of a header, its name in lower case. */
export type GuardRequest = {
  readonly host: string;
  readonly path: string;
  readonly method: string;
  readonly remoteAddress: string;
  header(name: string): string | null;
};

/** What the front office is told of a visitor besides the request itself. */
export type GuardContext = {
  readonly profile: ProfileId;
  readonly consent: ConsentState;
  readonly choice: Choice | null;
  readonly gpc: boolean;
  readonly remoteAddress: string;
};

/** A counted view of an HTML page. `at` is Unix seconds; `path` has no query; empty strings stand for absent headers. */
export type PageView = {
  readonly host: string;
  readonly path: string;
  readonly referrer: string | null;
  readonly userAgent: string;
  readonly language: string;
  readonly remoteAddress: string;
  readonly status: number;
  readonly at: number;
  readonly consent: ConsentState;
};

/** A Content-Security-Policy report reduced to what has no query and no visitor in it. */
export type GuardReport = {
  readonly kind: 'csp';
  readonly page: string;
  readonly directive: string;
  /** Origin and path, or a keyword such as `inline`. */
  readonly blocked: string;
  readonly disposition: 'enforce' | 'report';
};

/** One thing that was dropped, or where it is only observed would have been. No values: names and places only. */
export type Observation = {
  readonly kind: 'set-cookie' | 'cookie' | 'header' | 'request';
  /** Of a request the host, or a word of the policy such as `inline`. */
  readonly name: string;
  readonly code: VerdictCode;
  /** A path, or `other pages` for what was seen on more pages than are told apart. */
  readonly page: string;
  readonly count: number;
  /** TypeScript that would declare it; null where declaring would not help. */
  readonly snippet: string | null;
  /** Of a request that a browser reported: the directive that says no. */
  readonly directive?: string;
};

/** How much a guard has seen. `unseen` are the declared locations of which no page was asked for; nobody is told apart. */
export type Evidence = {
  readonly seconds: number;
  readonly views: number;
  /** Different pages; beyond 500 they are not told apart. */
  readonly pages: number;
  /** Requests that came with cookies. */
  readonly returning: number;
  readonly unseen: readonly string[];
};

/** How much has to be seen without anything new before silence counts. */
export type Enough = {
  readonly requests: number;
  readonly seconds: number;
  readonly views: number;
  readonly pages: number;
  readonly returning: number;
};

/** One name that a layer drops, or would drop, and that is neither refused nor harmless; `pages` counts up to what is told apart. */
export type Loss = { readonly kind: Observation['kind'] | 'fault'; readonly name: string; readonly pages: number; readonly count: number };

/**
 * Whether a layer may be enforced. `unsafe`: it would drop what the site uses; `settled` then says that nothing new has come for long,
 * so that it would drop these and nothing else. `too-little`: nothing speaks against it, and `lacks` says what was not seen yet.
 * `quiet`: it is safe as far as this guard can see.
 */
export type LayerReport = {
  readonly mode: GuardMode;
  readonly verdict: 'enforced' | 'unsafe' | 'quiet' | 'too-little';
  readonly settled: boolean;
  readonly losses: readonly Loss[];
  readonly lacks: readonly string[];
};

/** What a guard has seen since it started. `more` counts observations beyond what is kept. */
export type GuardSummary = {
  /** One word where all layers have the same. */
  readonly mode: GuardMode | GuardModes;
  readonly declaration: string | null;
  readonly requests: number;
  readonly documents: number;
  readonly evidence: Evidence;
  readonly layers: { readonly [L in GuardLayer]: LayerReport };
  readonly observations: readonly Observation[];
  readonly more: number;
  readonly faults: readonly Fault[];
};

/** The functions of core that a guard asks; each may be replaced, as a test of faults does. */
export type Deciders = {
  readonly decide: typeof decide;
  readonly expiryLines: typeof expiryLines;
  readonly compileCsp: typeof compileCsp;
  readonly resolveConsent: typeof resolveConsent;
  readonly compileNotice: typeof compileNotice;
  readonly compilePageState: typeof compilePageState;
  readonly compilePageConsent: typeof compilePageConsent;
};

/**
 * Which region's rules hold, told by a request header that the operator's own edge sets (for example `CF-IPCountry`). Codes are of
 * ISO 3166-1 or 3166-2, in capitals; what is not named gets the declaration's default profile.
 */
export type Region = { readonly header: string; readonly profiles: { readonly [code: string]: ProfileId } };

/** What filtering takes, wherever it stands. `declaration` null means that none could be read: fail closed. */
export type FilterOptions = {
  readonly declaration: Identified | null;
  /** For all layers, or for each: a layer that is not named observes. */
  readonly mode: GuardMode | Partial<GuardModes>;
  readonly client: ClientAssets;
  /** Without it `region`, and without that the declaration's default profile. */
  readonly profileFor?: (request: GuardRequest) => ProfileId;
  /** Believed as it stands: name it only where an edge of one's own sets the header on every request. */
  readonly region?: Region;
  readonly random: (bytes: number) => Uint8Array;
  /** Unix seconds. */
  readonly now: () => number;
  /** Everything under the site's prefix that the guard does not answer itself. */
  readonly frontOffice?: (request: Request, context: GuardContext) => Promise<Response>;
  /** Milliseconds until the front office has to answer; then the visitor gets a 504 and keeps the stored choice. Default 10,000. */
  readonly frontOfficeLimit?: number;
  readonly onPageView?: (view: PageView) => void;
  /** Enforced policies ask browsers to report where this is given; policies that only observe always do. */
  readonly onReport?: (report: GuardReport) => void;
  /** By default 500 requests, a day, 50 page views on 5 pages, and 50 requests with cookies. */
  readonly enough?: Partial<Enough>;
  /** True behind a proxy of one's own: its X-Forwarded-For, -Proto and -Host are believed. Default false: they are replaced. */
  readonly trustForwarded?: boolean;
  readonly deciders?: Partial<Deciders>;
  /** Told what happens to the guard, never what a visitor does. */
  readonly onLog?: (entry: GuardLogEntry) => void;
  /** Who shows it as a bearer token may read `metrics`; without one, this machine and its network by another address than the site's. */
  readonly metricsToken?: string;
};

/** How long the site may take, in milliseconds: `head` until the head of a response, `body` between two pieces of one. */
export type UpstreamLimits = { readonly head: number; readonly body: number };

/** Everything a guard is made of. */
export type GuardOptions = FilterOptions & {
  /** `http://host:port` or `https://host:port`. */
  readonly upstream: string;
  /** For an https upstream whose certificate no public authority signed, or that shows another name than the address has. */
  readonly upstreamTls?: { readonly ca?: string; readonly serverName?: string };
  /** Default: a minute for a head, five between two pieces of a body. What is late is a 504. */
  readonly upstreamLimits?: UpstreamLimits;
};

/** What came of another declaration. */
export type Reloaded = 'reloaded' | 'unchanged' | 'rejected';

/** A running guard. */
export type Guard = {
  /** Rejects with a `GuardError` whose code is `GUARD_PORT_BUSY` when something listens there already. */
  listen(options: { readonly host: string; readonly port: number }): Promise<{ readonly port: number }>;
  /**
   * Takes no more connections, and lets what is under way end for so many milliseconds; then WebSockets are ended, and what is still
   * open is cut. Without a grace, or when asked again, everything is cut at once.
   */
  close(options?: { readonly grace?: number }): Promise<void>;
  /** From now on another declaration decides; what is under way ends under the one it began with. `rejected`: the one before holds. */
  reload(declaration: Identified | null): Reloaded;
  /** Counts a fault of what is wired to the guard, so that health page, log and numbers name it. */
  recordFault(code: FaultCode): void;
  report(): GuardSummary;
};
