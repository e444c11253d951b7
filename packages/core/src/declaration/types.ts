// The declaration language, version 1: plain readonly records keyed by id. Nothing here does anything.

/** Words by language tag, for example `{ en: 'Authentication', fr: 'Authentification' }`. Every declared language is present. */
export type Text = { readonly [language: string]: string };

/** Where a legal or factual claim was read, when (ISO date), and whether somebody checked it. */
export type Because = { readonly source: string; readonly asOf: string; readonly verified: boolean };

/** The 14 region profiles; their rules are data in the catalog. */
export type ProfileId =
  | 'eu-base'
  | 'fr'
  | 'it'
  | 'es'
  | 'de'
  | 'nl'
  | 'uk'
  | 'us-ca'
  | 'us-other'
  | 'ca-qc'
  | 'br'
  | 'au-qld'
  | 'au-fed'
  | 'eu-omnibus-draft';

/** A value for every profile: `default`, unless the profile has its own. */
export type PerProfile<T> = { readonly default: T } & { readonly [P in ProfileId]?: T };

/** Why a purpose may run under a profile: asked for, exempt, on until objected or opted out of, or on with notice. */
export type Basis =
  | { readonly kind: 'consent' }
  | { readonly kind: 'exempt' | 'objectable' | 'opt-out' | 'notice'; readonly ground: string; readonly because: Because };

/** A tracker's name: the exact one, or a prefix of at least two characters with an optional suffix. Never a RegExp. */
export type Name = { readonly exact: string } | { readonly prefix: string; readonly suffix?: string };

/**
 * Hosts, paths and methods of requests. A host is exact (`example.org`) or `*.example.org` (its sub-domains, not itself).
 * A path is exact, or ends in `*` and is a prefix. No paths: every path; no methods: every method.
 */
export type Match = {
  readonly hosts: readonly string[];
  readonly paths?: readonly string[];
  readonly methods?: readonly string[];
};

/** When a tracker may appear. The last four name the requests that start it, so that guard and audit can tell. */
export type SetWhen =
  | { readonly on: 'always' | 'choice' | 'consent' }
  | { readonly on: 'log-in' | 'language-choice' | 'form' | 'action'; readonly requests: readonly [Match, ...Match[]] };

/** How long it lasts. `extended` says that each visit pushes the end on. */
export type Life = { readonly kind: 'session' } | { readonly kind: 'seconds'; readonly max: number; readonly extended: boolean };

/** Where a cookie lives: `host` is host-only, `domain` is a Domain attribute. */
export type Scope = ({ readonly host: string } | { readonly domain: string }) & {
  readonly path: string;
  readonly partitioned: boolean;
};

/** A cookie as the browser stores it. */
export type CookieItem = {
  readonly kind: 'cookie';
  readonly names: readonly [Name, ...Name[]];
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none';
  readonly life: Life;
};

/** Web storage, databases, caches, file system and service workers, per origin (`https://example.org`, no trailing slash). */
export type StorageItem = {
  readonly kind: 'local' | 'session' | 'indexed-db' | 'cache' | 'opfs' | 'service-worker';
  readonly names: readonly [Name, ...Name[]];
  readonly origins: readonly string[];
  readonly life: Life;
};

/** What a request may be loaded as, in the words of CSP's directives. */
export type RequestUse = 'script' | 'image' | 'frame' | 'connect' | 'style' | 'font' | 'media' | 'worker';

/** Requests to another host: a pixel, an embed, a tag. `credentials` says that cookies travel with it. */
export type RequestItem = {
  readonly kind: 'request';
  readonly match: Match;
  readonly as: readonly RequestUse[];
  readonly credentials: boolean;
};

/** One stored or read thing. */
export type Item = CookieItem | StorageItem | RequestItem;

/** One stored or read item with who, why, where, when, and in which words. */
export type Tracker<ProviderId extends string = string, PurposeId extends string = string, LocationId extends string = string> = Item & {
  readonly provider: ProviderId;
  readonly purposes: readonly [PurposeId, ...PurposeId[]];
  readonly locations: readonly [LocationId, ...LocationId[]];
  readonly setWhen: SetWhen;
  /** The policy's short name of what it does: "Authentication", "API (CSRF)". */
  readonly function: Text;
  /** The policy's sentence: "To remember the user from one page to another". */
  readonly explanation: Text;
  readonly recipients: readonly ProviderId[];
  readonly data: { readonly categories: readonly string[]; readonly retentionDays?: number };
};

/** The four categories a policy groups its purposes by. */
export type Category = 'necessary' | 'preferences' | 'statistics' | 'marketing';

/** Why trackers run. The number is never reused; the revision rises when the meaning changes. */
export type Purpose = {
  readonly number: number;
  readonly revision: number;
  readonly category: Category;
  readonly name: Text;
  readonly text: Text;
  /** What refusing costs the visitor. */
  readonly consequence: Text;
  readonly profiling?: Text;
  readonly basis: PerProfile<Basis>;
};

/** Who sets or receives. `country` is ISO 3166-1 alpha-2. */
export type Provider = {
  readonly name: string;
  readonly country: string;
  readonly role: 'controller' | 'processor' | 'joint' | 'third';
  readonly policy?: string;
  readonly safeguard?: Text;
};

/** Front office, back office: what it is called and which requests belong to it. */
export type Location = { readonly label: Text; readonly match: Match };

/** A column of the policy's table. */
export type PolicyColumn = 'provider' | 'function' | 'name' | 'purposes' | 'duration' | 'when' | 'party' | 'kind' | 'recipients' | 'basis';

/** A part of the policy's prose, in the order given. A paragraph that ends in a colon makes the rest of its part a list. */
export type Prose = { readonly heading?: Text; readonly paragraphs: readonly Text[] };

/** The tools whose records of choices are read when a site comes from one of them. */
export type ForeignTool = 'vanilla-cookieconsent' | 'klaro' | 'orejime' | 'tarteaucitron' | 'cookiebot' | 'onetrust';

/** The types of Google's consent mode, version 2. */
export type GoogleConsentType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';

/** How one answer of the notice would look. Both answers must come out the same. */
export type AnswerLook = {
  readonly button?: string;
  readonly buttonText?: string;
  readonly edge?: string;
  readonly border?: string;
  readonly radius?: string;
  readonly font?: string;
};

/**
 * A theme of the site's own; what is left out is the default theme's. Colours are opaque: hex, `rgb()`, `hsl()`, or
 * `light-dark()` of two of them. `edge` is the outline of buttons and the focus ring; `border` is its width, 1 to 8 pixels.
 */
export type ThemeDraft = AnswerLook & {
  readonly paper?: string;
  readonly ink?: string;
  readonly soft?: string;
  readonly line?: string;
  /** Looks of single answers, as other tools have them: accepted only where they are equal. */
  readonly accept?: AnswerLook;
  readonly reject?: AnswerLook;
};

/** The whole declaration, language version 1. Records are keyed by id. */
export type Declaration<ProviderId extends string = string, PurposeId extends string = string, LocationId extends string = string> = {
  readonly language: 1;
  readonly version: string;
  /** ISO date on which this version came into force. */
  readonly date: string;
  /** SHA-256 id of the declaration before this one. */
  readonly supersedes?: string;
  readonly languages: readonly [string, ...string[]];
  readonly site: {
    readonly name: Text;
    readonly hosts: readonly [string, ...string[]];
    /** Where the front office of Candor lives on the site's own origin, for example `/cookies`. No trailing slash. */
    readonly prefix: `/${string}`;
    /** IANA name; a measured day begins at its midnight. */
    readonly timeZone: string;
    /** Where `cookies_preferences` is stored. */
    readonly choiceScope: Scope;
    readonly locations: { readonly [Id in LocationId]: Location };
    /**
     * Documents that a shared cache may hold, where the site's own responses invite it: they are the same for everybody, in the first
     * language, and what a visitor chose is found by the page itself. GET and HEAD only, never under the prefix.
     */
    readonly shared?: readonly Match[];
  };
  readonly profiles: { readonly default: ProfileId; readonly offered: readonly ProfileId[] };
  readonly controller: {
    readonly provider: ProviderId;
    readonly address: string;
    readonly contact: string;
    readonly dpo?: string;
    readonly representative?: string;
    /** ISO 3166-1 alpha-2. */
    readonly hostingCountry: string;
  };
  readonly providers: { readonly [Id in ProviderId]: Provider };
  readonly purposes: { readonly [Id in PurposeId]: Purpose };
  readonly trackers: { readonly [id: string]: Tracker<ProviderId, PurposeId, LocationId> };
  readonly scripts: {
    readonly inline: 'hashes' | 'origin-nonce' | 'unsafe-inline';
    /**
     * `sha256` is base64, as CSP writes it. `gated`: the script stands in a gate (`type="text/plain"`), so that with `onGrant: 'live'` its
     * hash may be in the policy before its purposes are allowed. Without, it runs on pages that were asked for after that.
     */
    readonly hashes: readonly { readonly sha256: string; readonly purposes: readonly PurposeId[]; readonly gated?: true }[];
  };
  readonly policy: {
    /** Prose before the table: introduction, what a cookie is, the kinds. Empty: the product's own words. */
    readonly parts: readonly Prose[];
    /** Caption and heading of the table: "Cookies necessary for the platform to function properly/functionality cookies". */
    readonly tableHeading?: Text;
    /** Exactly these columns, in this order, and nothing beneath a row. Without: the product's, which leave nothing out. */
    readonly columns?: readonly PolicyColumn[];
  };
  readonly notice: {
    /** Words of the notice by key (`title`, `text`, `accept`, `reject`, …); a missing key takes the product's own words. */
    readonly texts: { readonly [key: string]: Text };
    /** The name of a theme, or one of the site's own. */
    readonly theme: string | ThemeDraft;
    readonly onGrant: 'live' | 'reload';
    readonly onWithdraw: 'sweep' | 'reload';
    /** Seconds for which a choice is kept. */
    readonly choiceLife: PerProfile<number>;
    /** Seconds after a refusal before the same question may be put again. */
    readonly askAgainAfter: PerProfile<number>;
  };
  readonly measurement?: {
    readonly purpose: PurposeId;
    /** A: no storage, nothing read on the device. B: exempt first-party cookie. C: opt-in cookie. */
    readonly tier: PerProfile<'A' | 'B' | 'C' | 'none'>;
    readonly dimensions: readonly string[];
    /** Cells with fewer visitors than `k` are folded into "other" before anything is shown. */
    readonly k: number;
    readonly retentionDays: number;
  };
  readonly signals: {
    readonly gpc: PerProfile<'opt-out' | 'deny-unless-chosen' | 'record-only'>;
    readonly projections: readonly string[];
    /** Settings of the projection `google-consent-mode-v2`. */
    readonly googleConsentMode?: {
      /** Which purposes must all be allowed for a type; a type that is not named follows the categories, an empty list is never granted. */
      readonly purposes?: { readonly [Type in GoogleConsentType]?: readonly PurposeId[] };
      /** Milliseconds that tags wait for an update. */
      readonly waitForUpdate?: number;
    };
  };
  /** What ids of another tool (its services or categories) stand for here. An empty list: nothing that anybody is asked about. */
  readonly switching?: { readonly [Tool in ForeignTool]?: { readonly [theirId: string]: readonly PurposeId[] } };
  /** Pins the ledger: a receipt under a key that is not listed proves nothing. Keys are signed-note verifier keys. */
  readonly log?: { readonly origin: string; readonly keys: readonly string[] };
};

/** A parsed declaration with its id: SHA-256, lower-case hex, of the canonical form. */
export type Identified = { readonly declaration: Declaration; readonly id: string };
