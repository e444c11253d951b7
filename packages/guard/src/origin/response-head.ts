// The head of a response as bytes on the wire (RFC 9112, sections 4 and 5), read strictly: what two readers could read in two ways is
// no head.
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { nameKey } from '../header-list.ts';

/** A head. `minor` is the 1 of HTTP/1.1. */
export type ResponseHead = {
  readonly minor: number;
  readonly status: number;
  readonly message: string;
  readonly headers: HeaderList;
};

/** Control characters that no head has in it. Line ends are looked at as the lines are read. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const CARRIAGE_RETURN = 0x0d;
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9][0-9]{2})(?: (.*))?$/;

/** One line of a header, or null. */
function readLine(line: string): HeaderPair | null {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon);
  const key = colon < 1 ? null : nameKey(name);
  return key === null ? null : [name, trimBlanks(line, colon + 1), key];
}

function trimBlanks(line: string, from: number): string {
  let start = from;
  let end = line.length;
  while (start < end && isBlank(line.charCodeAt(start))) start += 1;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Where the line that begins here ends; -1 where it has half a line end in it. */
function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\r', start);
  const feed = text.indexOf('\n', start);
  if (end < 0 && feed < 0) return text.length;
  return feed === end + 1 && text.charCodeAt(end) === CARRIAGE_RETURN ? end : -1;
}

/** Reads a head without the empty line that ends it, as latin1; null where it is none. */
export function readResponseHead(text: string): ResponseHead | null {
  if (FORBIDDEN.test(text)) return null;
  let end = endOfLine(text, 0);
  const first = STATUS_LINE.exec(text.slice(0, Math.max(end, 0)));
  if (first === null) return null;
  const headers: HeaderPair[] = [];
  while (end < text.length) {
    const start = end + 2;
    end = endOfLine(text, start);
    // A line that goes on, as folded ones did, has no name.
    const pair = end < 0 ? null : readLine(text.slice(start, end));
    if (pair === null) return null;
    headers.push(pair);
  }
  const [, minor, status, message = ''] = first;
  return { minor: Number(minor), status: Number(status), message, headers };
}
