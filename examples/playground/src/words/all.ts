// The languages of the playground: those the product speaks.
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import type { SiteWords } from './site-words.ts';

/** Words by language, in the order they are shown. */
export const siteWords: ReadonlyMap<string, SiteWords> = new Map([en, fr, de, es, it, nl, pl, pt, ar].map((words) => [words.tag, words]));

/** The site's words in a language; English where there are none. */
export function wordsIn(language: string): SiteWords {
  return siteWords.get(language) ?? en;
}
