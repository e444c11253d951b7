// The part of a tag after its name, up to the `>` that ends it: attributes, whose quoted values may hold anything.
import { GT, isHtmlSpace, SLASH } from './bytes-of-html.ts';
import type { Scan } from './scan-state.ts';

/** Where a scan stands inside a tag. */
export const PARTS = { before: 0, slash: 1, name: 2, after: 3, beforeValue: 4, unquoted: 5, double: 6, single: 7 } as const;

type Part = (typeof PARTS)[keyof typeof PARTS];

function nextPart(part: Part, byte: number): Part {
  const space = isHtmlSpace(byte);
  const begins = space ? PARTS.before : byte === SLASH ? PARTS.slash : PARTS.name;
  if (part === PARTS.name || part === PARTS.after) {
    if (byte === 0x3d) return PARTS.beforeValue;
    if (space) return PARTS.after;
    return begins;
  }
  if (part === PARTS.before || part === PARTS.slash) return begins;
  if (part === PARTS.unquoted) return space ? PARTS.before : PARTS.unquoted;
  if (space) return PARTS.beforeValue;
  return byte === 0x22 ? PARTS.double : byte === 0x27 ? PARTS.single : PARTS.unquoted;
}

/** The part after each byte, by part and byte; not for quoted values. */
export const NEXT: Uint8Array = Uint8Array.from({ length: 6 * 256 }, (_none, index) =>
  nextPart(([0, 1, 2, 3, 4, 5] as const)[index >> 8] ?? PARTS.before, index & 0xff),
);

/** Longer values are left to the search that a machine does best. */
const NEAR = 48;

function skipQuoted(bytes: Uint8Array, from: number, quote: number): number {
  const near = Math.min(bytes.length, from + NEAR);
  let at = from;
  while (at < near && bytes[at] !== quote) at += 1;
  if (at < near || near === bytes.length) return at;
  const found = bytes.indexOf(quote, near);
  return found < 0 ? bytes.length : found;
}

/** Reads on in a tag. At its end the state is text, and the offset the one after it. */
export function scanTagRest(scan: Scan, from: number): number {
  const { bytes } = scan;
  const end = bytes.length;
  let { part } = scan;
  let at = from;
  while (at < end) {
    if (part >= PARTS.double) {
      at = skipQuoted(bytes, at, part === PARTS.double ? 0x22 : 0x27);
      if (at === end) break;
      part = PARTS.before;
    } else {
      const byte = bytes[at] ?? 0;
      if (byte === GT) {
        scan.selfClosing = part === PARTS.slash;
        scan.state = 'text';
        return at + 1;
      }
      part = NEXT[(part << 8) | byte] ?? 0;
    }
    at += 1;
  }
  scan.part = part;
  return end;
}
