// The bytes of most pages are text and tags that mean nothing here. This goes over them as fast as it can be done, and stops
// in front of the first tag that may mean something, or is not there whole.
import { DELIMITER, GT, LT, SLASH } from './bytes-of-html.ts';
import { NEXT, PARTS } from './scan-tag-rest.ts';
import type { TagName } from './tag-names.ts';
import { LOADING, RAW_TEXT } from './tag-names.ts';

/** The first three letters of names that mean something: 1 for start tags, 2 for end tags. Others may share them. */
export type Telling = Uint8Array;

function lettersOf(first: number, second: number, third: number): number {
  return ((first & 0x1f) << 10) | ((second & 0x1f) << 5) | (third & 0x1f);
}

function tell(starts: Iterable<TagName>): Telling {
  const telling = new Uint8Array(1 << 15);
  const mark = (names: Iterable<TagName>, bit: number): void => {
    for (const name of names) {
      const slot = lettersOf(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2));
      telling[slot] = (telling[slot] ?? 0) | bit;
    }
  };
  mark(starts, 1);
  mark(['body', 'html', 'template'], 2);
  return telling;
}

const OPENING: readonly TagName[] = [...RAW_TEXT, 'template', 'plaintext', 'svg', 'math'];

/** For a document whose tags are only counted, and for one whose tags are read. */
export const TELLING: { readonly placed: Telling; readonly read: Telling } = {
  placed: tell(OPENING),
  read: tell([...OPENING, ...LOADING]),
};

// What comes from another module is looked up each time it is used.
const LESS_THAN = LT;
const GREATER_THAN = GT;
const SOLIDUS = SLASH;
const QUOTED: number = PARTS.double;

/** Text up to this length is gone over here; longer text is left to the search that a machine does best. */
const NEAR = 48;

/** The offset of the next `<`, or of the end. */
export function findTag(bytes: Uint8Array, from: number): number {
  const found = bytes.indexOf(LT, from);
  return found < 0 ? bytes.length : found;
}

/**
 * Goes on from text to the next `<` that has to be looked at, or to the end. One loop for all of it: a call for each tag, or a search
 * for each piece of text, would cost more than the few bytes it goes over.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: in pieces it takes half as long again, on every byte of every page
export function skipPlain(bytes: Uint8Array, from: number, telling: Telling): number {
  const delimiter = DELIMITER;
  const nextPart = NEXT;
  const end = bytes.length;
  // A tag at the very end may be more than it looks.
  const last = end - 4;
  let at = from;
  for (;;) {
    const near = at + NEAR;
    while (at < near && at < end && bytes[at] !== LESS_THAN) at += 1;
    if (at === near) at = findTag(bytes, at);
    if (at >= last) return at;
    let next = at + 1;
    let bit = 1;
    let byte = bytes[next] ?? 0;
    if (byte === SOLIDUS) {
      bit = 2;
      next += 1;
      byte = bytes[next] ?? 0;
    }
    if ((byte | 0x20) < 0x61 || (byte | 0x20) > 0x7a) return at;
    if (((telling[lettersOf(byte, bytes[next + 1] ?? 0, bytes[next + 2] ?? 0)] ?? 0) & bit) !== 0) return at;
    next += 1;
    while (next < end && delimiter[bytes[next] ?? 0] === 0) next += 1;
    let part = 0;
    for (;;) {
      if (next >= end) return at;
      byte = bytes[next] ?? 0;
      if (byte === GREATER_THAN) break;
      part = nextPart[(part << 8) | byte] ?? 0;
      next += 1;
      if (part < QUOTED) continue;
      const quote = part === QUOTED ? 0x22 : 0x27;
      while (next < end && bytes[next] !== quote) next += 1;
      next += 1;
      part = 0;
    }
    at = next + 1;
  }
}
