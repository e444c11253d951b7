// Which language a page is in: the one the visitor picked, else the browser's first that we have.
import type { Language } from '../catalog/dataset.ts';
import { cookieValue, languageCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Dictionary } from './dictionary.ts';
import { english } from './english.ts';
import { french } from './french.ts';

const dictionaries: { readonly [L in Language]: Dictionary } = { en: english, fr: french };

/** The portal's languages with their own names. */
export const languages: ReadonlyMap<Language, string> = new Map([
  ['en', 'English'],
  ['fr', 'Français'],
]);

/** The words of a language. */
export function dictionaryFor(language: Language): Dictionary {
  return dictionaries[language];
}

/** A language of the portal, or null. */
export function parseLanguage(text: string | null): Language | null {
  return text === 'en' || text === 'fr' ? text : null;
}

/** The language of an answer. Accept-Language is read and nothing of it is kept. */
export function languageOf(exchange: Pick<Exchange, 'cookies' | 'headers'>): Language {
  const picked = parseLanguage(cookieValue(exchange.cookies, languageCookie.name));
  if (picked !== null) return picked;
  for (const part of (exchange.headers['accept-language'] ?? '').split(',')) {
    const language = parseLanguage(part.trim().slice(0, 2).toLowerCase());
    if (language !== null) return language;
  }
  return 'en';
}
