// Answers as plain values; one function writes them to the socket.
import type { ServerResponse } from 'node:http';
import type { Html } from '@candor/core';
import { renderHtml } from '@candor/core';

/** A header, repeated names allowed. */
export type Header = readonly [name: string, value: string];

/** An answer. */
export type Reply = { readonly status: number; readonly headers: readonly Header[]; readonly body: string | Uint8Array };

const pageHeaders: readonly Header[] = [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Cache-Control', 'private, no-cache'],
  ['Vary', 'Cookie, Accept-Language'],
];

/** A whole HTML document. */
export function pageReply(status: number, document: Html, headers: readonly Header[] = []): Reply {
  return { status, headers: [...pageHeaders, ...headers], body: `<!doctype html>\n${renderHtml(document)}` };
}

/** JSON, for anybody's scripts: reads of the API carry no credentials, so every origin may have them. */
export function jsonReply(status: number, value: unknown, headers: readonly Header[] = []): Reply {
  return { status, headers: [['Content-Type', 'application/json; charset=utf-8'], ...headers], body: `${JSON.stringify(value)}\n` };
}

/** An RFC 9457 problem document. `code` is stable; extra members say more. */
export function problemReply(status: number, code: string, title: string, more: { readonly [member: string]: unknown } = {}): Reply {
  const body = { type: `urn:data-portal:problem:${code.toLowerCase().replaceAll('_', '-')}`, title, status, code, ...more };
  return {
    status,
    headers: [
      ['Content-Type', 'application/problem+json'],
      ['Cache-Control', 'no-store'],
    ],
    body: `${JSON.stringify(body)}\n`,
  };
}

/** A 303 to a path of this site. */
export function seeOther(path: string, headers: readonly Header[] = []): Reply {
  return { status: 303, headers: [['Location', path], ['Cache-Control', 'no-store'], ...headers], body: '' };
}

/** The same answer with Set-Cookie lines added. */
export function withCookies(reply: Reply, lines: readonly string[]): Reply {
  return { ...reply, headers: [...reply.headers, ...lines.map((line): Header => ['Set-Cookie', line])] };
}

/** Only a path on this site may be gone back to: no scheme, no other host, no control characters. */
export function localPath(path: string | null, fallback: string): string {
  return path !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : fallback;
}

/** Writes an answer; HEAD gets the head only. */
export function sendReply(response: ServerResponse, reply: Reply, method: string): void {
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  const headers: Header[] = [
    ...reply.headers,
    ['Content-Length', String(body.length)],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
  ];
  response.writeHead(reply.status, headers.flat());
  response.end(method === 'HEAD' ? undefined : body);
}
