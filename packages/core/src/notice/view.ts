// What a notice says, as plain JSON. Its hash is what a receipt names: these words, in this language, under these rules.

import type { PurposeState } from '../consent/types.ts';
import type { ProfileId } from '../declaration/types.ts';
import type { PurposeModel } from '../policy/purpose-model.ts';
import type { Theme } from './theme.ts';
import type { NoticeLabel, NoticeText } from './words/notice-words.ts';

/** One stored or loaded thing as the notice shows it. */
export type NoticeRow = {
  readonly id: string;
  readonly names: readonly string[];
  readonly function: string;
  readonly explanation: string;
  readonly duration: string;
  readonly recipients: string;
};

/** Who stands behind a purpose, with what they store or load for it. `country` and `policy` are null where nobody stated them. */
export type NoticeProvider = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly country: string | null;
  readonly policy: string | null;
  readonly rows: readonly NoticeRow[];
};

/** One purpose. `choice`: it waits for a yes, runs until a no, or is only shown. */
export type NoticePurpose = PurposeModel & {
  readonly choice: 'ask' | 'object' | 'none';
  readonly providers: readonly NoticeProvider[];
  /** The longest life among its trackers, in words; null where nothing is stored. */
  readonly longest: string | null;
};

/** A notice in one language under one profile: plain JSON. */
export type NoticeView = {
  readonly kind: 'candor-notice';
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly declaration: string;
  readonly profile: ProfileId;
  readonly prefix: string;
  readonly site: string;
  /** The theme's name; `own` for one of the site's own. */
  readonly theme: string;
  readonly tokens: Theme;
  /** Whether Global Privacy Control changes anything here: only then is it called honoured. */
  readonly honoursGpc: boolean;
  readonly texts: { readonly [K in NoticeText]: string };
  readonly labels: { readonly [K in NoticeLabel]: string };
  readonly states: { readonly [S in PurposeState]: string };
  /** Words of the policy that stand beside trackers and providers. */
  readonly terms: { readonly duration: string; readonly recipients: string; readonly policy: string };
  /** What stands between the entries of a list, and after a term before its value. */
  readonly signs: { readonly comma: string; readonly colon: string };
  readonly purposes: readonly NoticePurpose[];
};
