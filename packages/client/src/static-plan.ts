// What a script for a site without a server carries with it, besides the state that a server would have rendered.
import type { ConsentTerms, Declaration, PageState, PageWords, PurposeState } from '@candor/core';

/** One language under one profile, with the consent of a visitor who chose nothing. Addresses are relative to the script. */
export type StaticPlan = PageState & {
  readonly terms: ConsentTerms;
  readonly markup: { readonly banner: string; readonly wayBack: string };
  readonly styles: string;
  /** Address of the rendered preference centre. */
  readonly preferences: string;
};

/** The state of a page without a server: the second part of the script finds the terms in it. */
export type StaticState = PageState & Pick<StaticPlan, 'terms' | 'preferences' | 'markup'>;

/** The words of the second part, with what a preference centre says of an answer, and what adopting another tool's record reads. */
export type StaticWords = PageWords & {
  readonly states: { readonly [S in PurposeState]: string };
  readonly adopting: Pick<Declaration, 'purposes' | 'profiles' | 'notice' | 'switching'>;
};
