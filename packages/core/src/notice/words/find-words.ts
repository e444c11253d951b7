// The languages the notice speaks. A new one is a file beside this and a line here.
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import type { NoticeText, NoticeWords } from './notice-words.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';

const languages: ReadonlyMap<string, NoticeWords> = new Map([en, fr, ar, de, es, it, nl, pl, pt].map((words) => [words.tag, words]));

/** The words for a BCP 47 tag, by its primary subtag; null where there are none. */
export function findNoticeWords(language: string): NoticeWords | null {
  return languages.get(language.toLowerCase().split('-')[0] ?? '') ?? null;
}

/** Keys of `notice.texts` that replace the product's words. */
export const noticeTextKeys: readonly string[] = Object.keys(en.texts);

/** Whether a key of `notice.texts` replaces anything. */
export function isNoticeText(key: string): key is NoticeText {
  return Object.hasOwn(en.texts, key);
}
