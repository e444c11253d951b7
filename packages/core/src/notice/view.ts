// What a notice says, as plain JSON. Its hash is what a receipt names: these words, in this language, under these rules.

import type { PurposeState } from '../consent/types.ts';
import type { ProfileId } from '../declaration/types.ts';
import type { PurposeModel } from '../policy/purpose-model.ts';
import type { ThemeTokens } from './themes.ts';
import type { NoticeLabel, NoticeText } from './words/notice-words.ts';

/** One stored or loaded thing as the notice shows it. */
export type NoticeRow = {
  readonly id: string;
  readonly names: readonly string[];
  readonly provider: string;
  readonly function: string;
  readonly explanation: string;
  readonly duration: string;
  readonly recipients: string;
};

/** One purpose. `choice`: it waits for a yes, runs until a no, or is only shown. */
export type NoticePurpose = PurposeModel & {
  readonly choice: 'ask' | 'object' | 'none';
  readonly providers: readonly string[];
  /** The longest life among its trackers, in words; null where nothing is stored. */
  readonly longest: string | null;
  readonly rows: readonly NoticeRow[];
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
  readonly theme: string;
  readonly tokens: ThemeTokens;
  readonly texts: { readonly [K in NoticeText]: string };
  readonly labels: { readonly [K in NoticeLabel]: string };
  readonly states: { readonly [S in PurposeState]: string };
  readonly purposes: readonly NoticePurpose[];
};
