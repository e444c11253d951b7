// The one list of words a language has to bring for the policy. A file that lacks one of them does not compile.
import type { Category, Item, ProfileId, Provider, SetWhen } from '../../declaration/types.ts';
import type { DurationUnit } from '../duration-unit.ts';
import type { ColumnId, Inline } from '../view.ts';

/** The kinds of law whose rights a page explains; every profile belongs to one. */
export type RightsFamily = 'gdpr' | 'us' | 'canada' | 'brazil' | 'australia';

/** How a language puts words together. */
export type Grammar = {
  /** Index into a unit's forms for a count: English 0 for one, 1 for the rest. */
  readonly form: (count: number) => number;
  /** A count and its form together, where a language does not simply say one after the other: Arabic counts one and two without a number. */
  readonly amount?: (count: number, form: string) => string;
  readonly comma: string;
  /** Between statements that have commas of their own. */
  readonly semicolon: string;
  readonly and: string;
  /** A term before its value: "Contact:". */
  readonly term: (term: string) => string;
  readonly quote: (text: string) => string;
  /** `month` is 1 to 12. */
  readonly date: (year: number, month: number, day: number) => string;
  /** Whether labels that end in the same word say it once: "front and back office". */
  readonly shareLastWord: boolean;
  /** Whether a label loses its capital inside a sentence. */
  readonly lowerCaseLabels: boolean;
};

/** Words that the page's sentences are recognised by when it is checked. Lower case; each is the beginning of a word. */
export type Lexicon = {
  /** The site speaks of itself: only such sentences are promises. */
  readonly self: readonly string[];
  readonly promises: { readonly [C in 'statistics' | 'marketing']: readonly string[] };
  readonly withdrawal: readonly string[];
  readonly otherTechniques: readonly string[];
  readonly anonymous: readonly string[];
  readonly consent: readonly string[];
};

/** Every word of the policy page in one language. */
export type PolicyWords = {
  /** BCP 47 primary tag, `en`. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly grammar: Grammar;
  readonly title: string;
  readonly contents: string;
  readonly inForceSince: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly languages: string;
  readonly profiles: { readonly [P in ProfileId]: string };
  readonly countries: { readonly [code: string]: string };
  readonly roles: { readonly [R in Provider['role']]: string };
  readonly categories: { readonly [C in Category]: string };
  readonly kinds: { readonly [K in Item['kind']]: string };
  readonly moments: { readonly [M in SetWhen['on']]: string };
  readonly parties: { readonly first: string; readonly third: string };
  readonly columns: { readonly [C in ColumnId]: string };
  /** Heading of the name column where not everything is a cookie. */
  readonly nameOfAnything: string;
  readonly nobody: string;
  readonly duration: {
    readonly units: { readonly [U in DurationUnit]: readonly string[] };
    readonly session: string;
    readonly notStored: string;
    readonly renewed: (life: string) => string;
    readonly dataKept: (life: string, kept: string) => string;
  };
  readonly basis: {
    readonly kinds: {
      readonly consent: string;
      readonly exempt: string;
      readonly objectable: string;
      readonly 'opt-out': string;
      readonly notice: string;
    };
    /** Known grounds by id. A ground that is not listed is quoted as it was declared. */
    readonly grounds: { readonly [ground: string]: string };
    readonly with: (kind: string, ground: string) => string;
    readonly source: (source: string, asOf: string) => string;
    readonly unverified: string;
  };
  readonly introduction: {
    readonly opening: (site: string) => string;
    readonly uses: { readonly [C in Category]: string };
    readonly usesAre: (uses: string) => string;
    readonly nothing: string;
  };
  readonly whatIs: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly kindsOf: { readonly heading: string; readonly opening: string; readonly kinds: readonly string[] };
  readonly used: {
    readonly heading: (site: Inline) => readonly Inline[];
    readonly caption: (site: string) => string;
    readonly nothing: string;
    readonly sameForAll: string;
    readonly longest: string;
  };
  readonly purposes: {
    readonly heading: string;
    readonly basis: string;
    readonly source: string;
    /** What a refusal costs, for what can be refused here; and what blocking costs, for what cannot. */
    readonly refused: string;
    readonly blocked: string;
    readonly profiling: string;
    readonly trackers: string;
    readonly nothingStored: string;
    readonly forAll: string;
  };
  readonly statistics: {
    readonly heading: string;
    readonly nothing: string;
    readonly listed: (category: string) => string;
    readonly notHere: (profile: string) => string;
    readonly tiers: { readonly A: string; readonly B: string; readonly C: string };
    readonly kept: (time: string, k: number) => string;
    readonly whatCounts: string;
    readonly grounds: {
      readonly consent: string;
      readonly exempt: (profile: string, ground: string) => string;
      readonly objectable: (profile: string, ground: string) => string;
      readonly 'opt-out': (profile: string, ground: string) => string;
      readonly notice: (profile: string, ground: string) => string;
    };
    readonly objection: string;
    readonly object: string;
    readonly see: string;
  };
  readonly choices: {
    readonly heading: string;
    readonly asked: string;
    readonly notAsked: (profile: string) => string;
    readonly change: string;
    readonly effect: string;
    readonly kept: (life: string, again: string) => string;
    readonly browser: string;
    readonly button: string;
  };
  readonly signals: {
    readonly heading: string;
    readonly gpc: { readonly 'opt-out': string; readonly 'deny-unless-chosen': string; readonly 'record-only': string };
    readonly projections: (names: string) => string;
  };
  readonly involved: {
    readonly heading: string;
    readonly caption: string;
    readonly columns: {
      readonly name: string;
      readonly role: string;
      readonly country: string;
      readonly safeguard: string;
      readonly policy: string;
    };
    readonly policy: string;
    readonly noSafeguard: string;
    readonly hosting: (country: string) => string;
  };
  readonly controller: {
    readonly heading: string;
    readonly name: string;
    readonly address: string;
    readonly contact: string;
    readonly dpo: string;
    readonly representative: string;
  };
  readonly rights: {
    readonly heading: string;
    readonly families: { readonly [F in RightsFamily]: readonly string[] };
    /** Where to complain, before the authority's name where it is known. */
    readonly complain: string;
    readonly complainTo: string;
  };
  readonly record: {
    readonly heading: string;
    readonly explanation: string;
    readonly replaces: string;
    readonly rules: string;
    readonly log: string;
  };
  readonly lexicon: Lexicon;
};
