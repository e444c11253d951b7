// How one language words a question about consent: phrases by what they mean, never by whom they were written.

/**
 * Phrases of one language, `|` between them. `*` stands for any letters, `?` for one, `=` before a phrase for a whole label. Each is
 * compared without marks, case and punctuation. Scripts without spaces are compared as they stand, wherever they are in a label.
 */
export type Lexicon = {
  /** BCP 47. */
  readonly language: string;
  /** The small words of any text: they tell languages apart and say nothing in a label. */
  readonly common: string;
  /** What only a question about cookies mentions. */
  readonly cookies: string;
  /** What a question about consent mentions, and few others. */
  readonly consent: string;
  /** What many texts mention. */
  readonly privacy: string;
  readonly accept: string;
  readonly reject: string;
  /** Words that turn an acceptance behind them into a refusal. */
  readonly not: string;
  /** A whole label that answers with no. */
  readonly no: string;
  readonly all: string;
  readonly only: string;
  readonly necessary: string;
  /** What is not necessary. */
  readonly optional: string;
  readonly preferences: string;
  readonly save: string;
  /** What is saved or confirmed: "selection". */
  readonly choice: string;
  /** Verbs that confirm a choice or go on: "confirm", "continue". */
  readonly confirm: string;
  readonly acknowledge: string;
  readonly close: string;
  readonly withdraw: string;
  /** What other boxes are about: newsletters, ages, log-in, languages, terms, chats. */
  readonly other: string;
};
