// Writing a head as bytes. Node re-encodes header bytes above 0x7f when a string is written first, so that only bytes are.
import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { encodeUtf8 } from '@candor/core';
import type { Answer } from '../answers.ts';
import { isBodyless } from '../answers.ts';
import type { HeaderList } from '../header-list.ts';
import { keyOf, toFlat } from '../header-list.ts';

const NOTHING = new Uint8Array(0);

/** A reason as it may be written: Node reads control characters in it and refuses to write them. */
export function writableReason(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}

/** Sets lines in place of those that have their names. */
export function setLines(response: ServerResponse, lines: HeaderList): void {
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const pair of lines) {
    const key = keyOf(pair);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, { name: pair[0], values: [pair[1]] });
    else known.values.push(pair[1]);
  }
  for (const { name, values } of byName.values()) response.setHeader(name, values.length === 1 ? (values[0] ?? '') : values);
}

/** Writes a head. Where lines are there already, Node would keep one of each name: they are not ours, and go. */
function writeLines(response: ServerResponse, status: number, reason: string, lines: HeaderList): void {
  const names = response.getHeaderNames();
  if (names.length === 0) return void response.writeHead(status, reason, toFlat(lines));
  for (const name of names) response.removeHeader(name);
  setLines(response, lines);
  response.writeHead(status, reason);
}

/** Sends status line and headers. For a response with a body they leave at once, before its first byte is there. */
export function sendHead(
  response: ServerResponse,
  head: { readonly status: number; readonly message: string; readonly headers: HeaderList },
  hasBody: boolean,
): void {
  writeLines(response, head.status, writableReason(head.message), head.headers);
  if (hasBody) response.write(NOTHING);
}

/** Sends a whole answer; without its body for HEAD. */
export function sendAnswer(response: ServerResponse, method: string, answer: Answer): void {
  const body = encodeUtf8(answer.body);
  const counted: HeaderList = answer.status === 204 ? answer.headers : [...answer.headers, ['Content-Length', String(body.length)]];
  // Named, because Node keeps the reason of a head that could not be written.
  writeLines(response, answer.status, STATUS_CODES[answer.status] ?? '', counted);
  if (isBodyless(method, answer.status)) response.end();
  else response.end(body);
}
