// Writing a head as bytes. Node re-encodes header bytes above 0x7f when a string is written first, so that only bytes are.
import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { encodeUtf8 } from '@candor/core';
import type { Answer } from '../answers.ts';
import { isBodyless } from '../answers.ts';
import type { HeaderList } from '../header-list.ts';
import { toFlat } from '../header-list.ts';

const NOTHING = new Uint8Array(0);

/** A reason as it may be written: Node reads control characters in it and refuses to write them. */
export function writableReason(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}

/** Sends status line and headers. For a response with a body they leave at once, before its first byte is there. */
export function sendHead(
  response: ServerResponse,
  head: { readonly status: number; readonly message: string; readonly headers: HeaderList },
  hasBody: boolean,
): void {
  response.writeHead(head.status, writableReason(head.message), toFlat(head.headers));
  if (hasBody) response.write(NOTHING);
}

/** Sends a whole answer; without its body for HEAD. */
export function sendAnswer(response: ServerResponse, method: string, answer: Answer): void {
  const body = encodeUtf8(answer.body);
  const counted: HeaderList = answer.status === 204 ? answer.headers : [...answer.headers, ['Content-Length', String(body.length)]];
  // Named, because Node keeps the reason of a head that could not be written.
  response.writeHead(answer.status, STATUS_CODES[answer.status] ?? '', toFlat(counted));
  if (isBodyless(method, answer.status)) response.end();
  else response.end(body);
}
