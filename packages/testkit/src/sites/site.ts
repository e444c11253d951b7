// What a site of the corpus is written with: data, and a handler for each path.
import type { Category, ProfileId, SetWhen } from '@candor/core';
import type { CorpusCookie, CorpusEntry, CorpusPhase, CorpusSetter, CorpusStore } from './truth.ts';
import type { Variation } from './variation.ts';

/** A rule of the audit by its id, `R-…`. */
export type CorpusRule = `R-${string}`;

/** What is wrong with a site, written by hand. `item` is a name, a host, or nothing where the whole site is meant. */
export type Violation = { readonly rule: CorpusRule; readonly item?: string };

/** How a question is put. Clicks are those that an answer takes; null where it cannot be given. */
export type BannerTruth = {
  readonly present: boolean;
  readonly technique: string;
  readonly language: string;
  readonly acceptClicks: number | null;
  readonly rejectClicks: number | null;
};

/** A cookie as a site sends it. `host` is a role, the site's own unless given; `refusedBy` says why no browser stores it. */
export type Cookie = CorpusCookie & { readonly name: string; readonly role: string; readonly value?: string; readonly refusedBy?: string };

/** A name in any other store of the site's own origin, or of another role's. */
export type Stored = { readonly store: Exclude<CorpusStore, 'cookie'>; readonly name: string; readonly role: string };

/** Requests to another role's host. */
export type Loaded = {
  readonly role: string;
  readonly as: readonly ('script' | 'image' | 'frame' | 'connect' | 'style' | 'font' | 'worker')[];
};

/** One declared tracker, with the category of its purpose. */
export type Declared = {
  readonly category: Category;
  readonly of: Cookie | Stored | Loaded;
  readonly when?: SetWhen;
  readonly days?: number;
  readonly extended?: boolean;
  readonly with?: Partial<CorpusCookie>;
};

/** A press on a control, in a frame where one is named. `at` is a place within it, for what no selector reaches. */
export type Press = { readonly select: string; readonly frame?: string; readonly at?: readonly [number, number] };

/** What a visitor does on a page so that the site shows what it does. */
export type Move =
  | { readonly go: string }
  | { readonly scroll: true }
  | { readonly mouse: true }
  | { readonly click: string }
  | { readonly type: string; readonly text: string };

/** How each answer is given; several presses are several layers. */
export type Controls = {
  readonly accept?: readonly Press[];
  readonly reject?: readonly Press[];
  readonly withdraw?: readonly Press[];
  readonly close?: readonly Press[];
  readonly scroll?: true;
};

/** A request as a handler sees it. */
export type Visit = {
  readonly phase: CorpusPhase;
  readonly gpc: boolean;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  readonly header: (name: string) => string;
  readonly body: string;
  /** The address of a path of a role. Other sites learn from the address in which phase it was written into the page. */
  readonly url: (role: string, path: string, phase?: CorpusPhase) => string;
  /** Sixteen hexadecimal digits that no other visit gets. */
  readonly fresh: () => string;
  /** Adds a line to the log: for what only a handler knows. */
  readonly tell: (deed: CorpusEntry['deed']) => void;
};

/** What a page is made of; the corpus adds frame, question and links. `bare`: nothing is added. */
export type Page = {
  readonly main: string;
  readonly head?: string;
  readonly title?: string;
  readonly language?: string;
  readonly bare?: true;
};

/** A response. */
export type Answer = {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly page?: Page;
  readonly cookies?: readonly Cookie[];
  /** Cookies that are taken back, by their exact scope. */
  readonly expires?: readonly Cookie[];
  readonly by?: CorpusSetter;
  /** Milliseconds before it is sent. */
  readonly after?: number;
  /** The phase in which it arrives, where that is not the one in which it was asked for. */
  readonly arrivesIn?: CorpusPhase;
};

/** Answers a path. */
export type Handler = (visit: Visit) => Answer;

/** Handlers by path; `role:/path` for other hosts; a path that ends in `*` is a prefix. */
export type Routes = Readonly<Record<string, Handler>>;

/** The question and what follows an answer. */
export type Notice = {
  readonly truth: BannerTruth;
  readonly controls: Controls;
  /** The markup, with its own script, on pages of a visitor who has not answered. */
  readonly markup: (visit: Visit) => string;
  readonly language: string;
};

/** What a site is under one variation. */
export type SiteParts = {
  readonly routes: Routes;
  readonly declares: readonly Declared[] | null;
  readonly profile?: ProfileId;
  /** Categories that the profile exempts from asking. */
  readonly exempts?: readonly Category[];
  readonly notice?: Notice | null;
  /** What the site takes away itself when consent is refused or withdrawn. */
  readonly sweeps?: readonly (Cookie | Stored)[];
  readonly moves?: readonly Move[];
  readonly violations?: readonly Violation[];
  readonly controls?: Controls;
  /** What must be in the log at the end of each phase, as `store name`, `request host` or `act name`. */
  readonly does?: { readonly [phase in CorpusPhase]?: readonly string[] };
  /** How a visitor comes: with the signal, or without scripts. */
  readonly visitors?: readonly ('gpc' | 'no-script')[];
  /** The cookie that keeps an answer, where it is not the usual one, and when it appears. */
  readonly choice?: Cookie;
  readonly choiceWhen?: SetWhen;
};

/** A site of the corpus. Append only: an id is never used for another site. */
export type CorpusSite = {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly seed: number;
  readonly build: (variation: Variation) => SiteParts;
};

/** A site as it is written in a family. */
export function site(id: string, title: string, kinds: readonly string[], build: CorpusSite['build']): CorpusSite {
  return { id, title, kinds, build, seed: 0 };
}

/** The same site with other names, words, order and timings; the same seed gives the same site. */
export function varySite(base: CorpusSite, seed: number): CorpusSite {
  return { ...base, seed };
}
