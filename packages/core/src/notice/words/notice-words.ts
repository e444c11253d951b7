// The one list of words a language has to bring for the notice and the preference centre.
import type { PurposeState } from '../../consent/types.ts';

/** Words that a declaration may replace under the same key in `notice.texts`. */
export type NoticeText =
  | 'title'
  | 'text'
  | 'accept'
  | 'reject'
  | 'preferences'
  | 'wayBack'
  | 'preferencesTitle'
  | 'preferencesText'
  | 'save'
  | 'withdraw'
  | 'withdrawText'
  | 'object'
  | 'objectText'
  | 'forget'
  | 'forgetText'
  | 'gpc';

/** Words that only the product says, because what they state follows from the rules. */
export type NoticeLabel =
  | 'saved'
  | 'decide'
  | 'unasked'
  | 'nothingToDecide'
  | 'allow'
  | 'who'
  | 'howLong'
  | 'what'
  | 'basis'
  | 'profiling'
  | 'ifRefused'
  | 'onDevice'
  | 'nothingStored'
  | 'undo'
  | 'policy'
  | 'gpcEffect'
  | 'gpcOff'
  | 'objected'
  | 'running'
  | 'stopped'
  | 'failed'
  | 'receipt'
  | 'close';

/** Every word of the notice in one language. */
export type NoticeWords = {
  readonly tag: string;
  readonly texts: { readonly [K in NoticeText]: string };
  readonly labels: { readonly [K in NoticeLabel]: string };
  /** The visitor's own answer to a question. */
  readonly states: { readonly [S in PurposeState]: string };
};
