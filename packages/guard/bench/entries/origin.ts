// The site where nginx is not there: the same answers from Node.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { compressedPage, page, renderCookies, small } from '../origin/content.ts';
import type { Started } from './entry.ts';
import { listenAnywhere } from './entry.ts';

type Document = { readonly type: string; readonly encoding: string | null; readonly body: Uint8Array };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const documents: ReadonlyMap<string, Document> = new Map<string, Document>([
  ['/small', { type: 'application/json', encoding: null, body: bytesOf(small) }],
  ['/page', { type: 'text/html; charset=utf-8', encoding: null, body: bytesOf(page) }],
  ['/page-gz', { type: 'text/html; charset=utf-8', encoding: 'gzip', body: compressedPage }],
]);

/** Starts it. */
export function start(): Promise<Started> {
  const server = createServer((request, response) => {
    const found = documents.get(request.url ?? '');
    if (found === undefined) return void response.writeHead(404).end();
    response.writeHead(200, [
      ...['Content-Type', found.type, 'Content-Length', String(found.body.length)],
      ...(found.encoding === null ? [] : ['Content-Encoding', found.encoding]),
      ...renderCookies(randomBytes(16).toString('hex')).flatMap((line) => ['Set-Cookie', line]),
    ]);
    return void response.end(found.body);
  });
  server.keepAliveTimeout = 3_600_000;
  return listenAnywhere(server);
}
