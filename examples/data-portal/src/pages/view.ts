// What every page needs to know, and the places where something outside may add to it.
import type { Html } from '@candor/core';
import type { Language } from '../catalog/dataset.ts';
import type { Dictionary } from '../words/dictionary.ts';

/** Markup from outside the page: a notice, and whatever a twin of the portal puts in. */
export type Additions = {
  readonly stylesheets: readonly string[];
  readonly top: Html | null;
  readonly bottom: Html | null;
  /** The permanent way back to the preferences, where something else than the portal renders it. */
  readonly wayBack: Html | null;
};

/** One page's surroundings. `returnTo` is this page, for forms that come back to it. */
export type View = {
  readonly language: Language;
  readonly words: Dictionary;
  readonly returnTo: string;
  readonly user: string | null;
  readonly additions: Additions;
  /** Where a link on the home page to a dataset leads. */
  readonly datasetLink: (id: string) => string;
};

/** Nothing from outside. */
export const noAdditions: Additions = { stylesheets: [], top: null, bottom: null, wayBack: null };
