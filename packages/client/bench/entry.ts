// What the bench compares: a way to put a question on one and the same page, and how to answer it.
import type { Page } from 'playwright-core';

/** A change of what is asked: none, one of words only, and one that a visitor must be asked about again. */
export type Variant = 'base' | 'cosmetic' | 'material';

/** Where the page's other sites are, as origins. Nobody declares `undeclared`; lists of hosts to block do name it. */
export type Surroundings = { readonly tracker: string; readonly frame: string; readonly undeclared: string };

/** What an entry adds to the page: to the head, its form of the gated content, and to the end of the body. */
export type Fragments = { readonly head: string; readonly gated: string; readonly tail: string };

/** A file of the page's own origin. */
export type Asset = { readonly type: string; readonly body: string | Buffer };

/** Files by path. */
export type Assets = { readonly [path: string]: Asset };

/** A page that is being served at `origin` + `/`. */
export type Site = { readonly origin: string; close(): Promise<void> };

/** What is to be served. `alone` takes away whatever a server does for the page besides sending it. */
export type Stage = { readonly variant: Variant; readonly alone: boolean };

/** Something to click: the first match of a selector, or the first whose text holds `text`. */
export type Target = { readonly selector: string; readonly text?: string };

/** How visitors use an entry. `null` where it has no such thing. */
export type Handles = {
  readonly banner: string | null;
  readonly accept: Target | null;
  readonly reject: Target | null;
  /** The preference centre, and how it is opened. */
  readonly preferences: { readonly selector: string; readonly open: (page: Page) => Promise<void> } | null;
  /** Milliseconds until visible buttons do something; none where they do so at once. */
  readonly deafFor?: number;
  /** Takes a yes back; what the entry does about it may go on after this. */
  readonly withdraw: ((page: Page) => Promise<void>) | null;
};

/** One competitor. */
export type Entry = Handles & {
  readonly name: string;
  readonly kind: 'baseline' | 'candor' | 'peer';
  readonly version: string;
  /** What it puts into the HTML of the reference site; `files` of its own are read off the network. */
  readonly inserted: () => Promise<readonly string[]>;
  readonly open: (stage: Stage) => Promise<Site>;
};
