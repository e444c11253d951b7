// Finds words in a declaration's own prose, sentence by sentence. Matching is by the beginnings of words, in lower case.
import type { Declaration, Text } from '../../declaration/types.ts';
import { findPolicyWords } from '../words/find-words.ts';
import type { PolicyWords } from '../words/policy-words.ts';

/** The declaration's own prose in one language. */
export type OwnProse = { readonly language: string; readonly words: PolicyWords; readonly sentences: readonly string[] };

/** Own prose in every language the product can read; empty where the page uses the product's words. */
export function ownProse(declaration: Declaration): readonly OwnProse[] {
  if (declaration.policy.parts.length === 0) return [];
  return declaration.languages.flatMap((language) => {
    const words = findPolicyWords(language);
    return words === null ? [] : [{ language, words, sentences: sentencesIn(declaration, language) }];
  });
}

/** Whether a sentence has a word that begins with one of these. */
export function mentions(sentence: string, beginnings: readonly string[]): boolean {
  const text = ` ${fold(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return beginnings.some((beginning) => text.includes(` ${fold(beginning)}`));
}

/** Whether a sentence has one of these words as a whole. */
export function says(sentence: string, wholeWords: readonly string[]): boolean {
  const text = ` ${fold(sentence).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return wholeWords.some((word) => text.includes(` ${fold(word)} `));
}

function sentencesIn(declaration: Declaration, language: string): readonly string[] {
  const texts = declaration.policy.parts.flatMap(({ heading, paragraphs }) => [...(heading === undefined ? [] : [heading]), ...paragraphs]);
  return texts.flatMap((text: Text) => ((Object.hasOwn(text, language) ? text[language] : undefined) ?? '').split(/(?<=[.!?…])\s+/u));
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[’']/g, ' ');
}
