// The few words that the page's script says, in the visitor's language.
import type { PageWords } from '@candor/core';
import type { Page } from '../page.ts';

const none: PageWords = { allow: '', saved: '', failed: '', receipt: '', close: '', gpc: '', purposes: {}, preferencesStyles: '' };
/** Milliseconds after which words that could not be had are asked for again. */
const PAUSE = 5000;
const kept = new WeakMap<Page, Promise<PageWords>>();

/** Fetched at first need. Empty where they cannot be had: then nothing is said, and a later need asks again. */
export function wordsOf(page: Page): Promise<PageWords> {
  const known = kept.get(page);
  if (known !== undefined) return known;
  const words = page.env
    .fetch(page.state.words)
    .then((response) => (response.ok ? (response.json() as Promise<PageWords>) : Promise.reject(response)))
    .catch(() => {
      page.env.window.setTimeout(() => kept.delete(page), PAUSE);
      return none;
    });
  kept.set(page, words);
  return words;
}
