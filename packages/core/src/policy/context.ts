// What every section of the page is compiled from.
import type { Declaration, ProfileId } from '../declaration/types.ts';
import type { TextReader } from './text-reader.ts';
import type { ColumnId } from './view.ts';
import type { PolicyWords } from './words/policy-words.ts';

/** Where to complain, as the profile's data names it. */
export type Authority = { readonly name: string; readonly url: string };

/** One declaration being told in one language under one profile. */
export type PolicyContext = {
  readonly declaration: Declaration;
  readonly language: string;
  readonly words: PolicyWords;
  readonly profile: ProfileId;
  readonly declarationId: string;
  readonly read: TextReader['read'];
  readonly columns: readonly ColumnId[] | null;
  readonly authority: Authority | null;
};
