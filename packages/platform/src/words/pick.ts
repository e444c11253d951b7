// Which words a page is in, and how a language calls itself.
import type { Words } from './english.ts';
import { english } from './english.ts';
import { french } from './french.ts';

const byLanguage: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['fr', french],
]);
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The platform's words for a language tag, and the language they are in: English where there are none. */
export function pickWords(tag: string): { readonly words: Words; readonly language: string } {
  const primary = primaryOf(tag);
  const words = byLanguage.get(primary);
  return words === undefined ? { words: english, language: 'en' } : { words, language: tag };
}

/** The writing direction of a language tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(primaryOf(tag)) ? 'rtl' : 'ltr';
}

/** What a language calls itself, for example `français`; the tag where it is not known. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // A declared tag that is no BCP 47 tag is shown as it is.
    return tag;
  }
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}
