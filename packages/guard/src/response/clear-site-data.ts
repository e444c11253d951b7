// A site that clears "cookies" would wipe the visitor's choice with them, whatever else the same response sets. The guard keeps the
// choice: it takes the word out of the header and expires every other cookie that the visitor held, line by line.
import type { ConsentState, ProfileId } from '@candor/core';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { keyOf } from '../header-list.ts';

/** The list without the word, and whether the word was there. */
export type Cleared = { readonly headers: HeaderList; readonly cookies: boolean };

// What `"*"` means besides cookies (Clear Site Data, section 3.1).
const everythingElse: readonly string[] = ['"cache"', '"storage"', '"executionContexts"'];

function wordsOf(value: string): readonly string[] {
  return value.split(',').flatMap((word) => {
    const trimmed = word.trim();
    return trimmed === '"*"' ? ['"cookies"', ...everythingElse] : trimmed === '' ? [] : [trimmed];
  });
}

function rewritten([name, value]: HeaderPair): HeaderList {
  const kept = wordsOf(value).filter((word) => word !== '"cookies"');
  return kept.length === 0 ? [] : [[name, kept.join(', ')]];
}

/** Takes `"cookies"` out of a site's Clear-Site-Data headers; other headers and words stay as they came. */
export function keepChoiceStored(headers: HeaderList): Cleared {
  const wipes = (pair: HeaderPair): boolean => keyOf(pair) === 'clear-site-data' && wordsOf(pair[1]).includes('"cookies"');
  if (!headers.some(wipes)) return { headers, cookies: false };
  return { headers: headers.flatMap((pair) => (wipes(pair) ? rewritten(pair) : [pair])), cookies: true };
}

/** The state in which nothing may stay, not even what is exempt. */
export function nothingAllowed(profile: ProfileId): ConsentState {
  return { profile, gpc: false, purposes: {}, ask: false };
}
