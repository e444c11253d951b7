// Where comments, bogus comments and CDATA sections end.
import { DASH, GT } from './bytes-of-html.ts';
import type { Scan } from './scan-state.ts';

/** Remembers what went before an offset, for an end that is cut by a chunk. */
function remember(scan: Scan, from: number, to: number): void {
  for (let at = Math.max(from, to - 3); at < to; at += 1) scan.last = ((scan.last << 8) | (scan.bytes[at] ?? 0)) & 0xffffff;
  scan.read += to - from;
}

/** Goes to the next `>` that the ending says is one. */
function scanUntil(scan: Scan, from: number, ends: (scan: Scan) => boolean): number {
  let at = from;
  while (at < scan.bytes.length) {
    const found = scan.bytes.indexOf(GT, at);
    const next = found < 0 ? scan.bytes.length : found;
    remember(scan, at, next);
    if (found < 0) return next;
    if (ends(scan)) {
      scan.state = 'text';
      return found + 1;
    }
    remember(scan, found, found + 1);
    at = found + 1;
  }
  return at;
}

// The opening dashes count for `<!-->` and `<!--->`, not for `--!>`.
const endsComment = ({ last, read }: Scan): boolean =>
  (last & 0xffff) === ((DASH << 8) | DASH) || (read >= 3 && last === ((DASH << 16) | (DASH << 8) | 0x21));

const endsCdata = ({ last }: Scan): boolean => (last & 0xffff) === 0x5d5d;

/** Reads on in a comment. */
export function scanComment(scan: Scan, from: number): number {
  return scanUntil(scan, from, endsComment);
}

/** Reads on in a CDATA section of foreign content. */
export function scanCdata(scan: Scan, from: number): number {
  return scanUntil(scan, from, endsCdata);
}

/** Reads on in what a tokenizer takes for a comment up to the next `>`: a doctype too. */
export function scanBogus(scan: Scan, from: number): number {
  const found = scan.bytes.indexOf(GT, from);
  if (found < 0) return scan.bytes.length;
  scan.state = 'text';
  return found + 1;
}
