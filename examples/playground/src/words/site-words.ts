// What the small site of the playground says, in one language: its page, and the words of its declaration.

/** Name, text, and what refusing costs. */
export type PurposeWords = readonly [name: string, text: string, consequence: string];

/** Function and explanation. */
export type TrackerWords = readonly [function_: string, explanation: string];

/** Every word of the site in one language. */
export type SiteWords = {
  readonly tag: string;
  readonly site: string;
  /** The only location: the pages that visitors see. */
  readonly pages: string;
  readonly lead: string;
  readonly paragraphs: readonly [string, string];
  readonly mapHeading: string;
  readonly mapTitle: string;
  readonly picture: string;
  readonly purposes: { readonly [P in 'platform' | 'audience' | 'maps' | 'advertising']: PurposeWords };
  readonly trackers: { readonly [T in 'basket' | 'choice' | 'visits' | 'map' | 'look' | 'advert']: TrackerWords };
};
