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

/** What no head has in it: control characters but tab and line ends, and line ends that are none. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n/;
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

/** Reads a head without the empty line that ends it, as latin1; null where it is none. */
export function readResponseHead(text: string): ResponseHead | null {
  if (FORBIDDEN.test(text)) return null;
  let end = text.indexOf('\r\n');
  const first = STATUS_LINE.exec(end < 0 ? text : text.slice(0, end));
  if (first === null) return null;
  const headers: HeaderPair[] = [];
  while (end >= 0) {
    const start = end + 2;
    end = text.indexOf('\r\n', start);
    const pair = readLine(end < 0 ? text.slice(start) : text.slice(start, end));
    // A line that goes on, as folded ones did, has no name.
    if (pair === null) return null;
    headers.push(pair);
  }
  const [, minor, status, message = ''] = first;
  return { minor: Number(minor), status: Number(status), message, headers };
}
