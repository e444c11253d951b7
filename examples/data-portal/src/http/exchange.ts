// A request as the portal's handlers see it: plain values, the body read once and within a limit.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { parseAddress } from './address.ts';
import type { Cookies } from './cookies.ts';
import { readCookies } from './cookies.ts';

/** Largest body that is read, in bytes. */
export const largestBody = 65_536;

/** A request. `path` has no query; `body` is null when it is larger than `largestBody` or not UTF-8. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly cookies: Cookies;
  readonly body: () => Promise<string | null>;
};

async function readBody(request: IncomingMessage): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  let readable = true;
  // Read to the end whatever happens: an answer can only be sent once the sender has been heard out.
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largestBody) readable = false;
    if (!readable) continue;
    try {
      text += decoder.decode(chunk, { stream: true });
    } catch {
      readable = false;
    }
  }
  try {
    return readable ? text + decoder.decode() : null;
  } catch {
    return null;
  }
}

/** Reads the head of a request; a target that is no path counts as `/`. */
export function exchangeFrom(request: IncomingMessage): Exchange {
  const target = parseAddress(request.url ?? '/', 'http://portal.invalid') ?? new URL('http://portal.invalid/');
  let body: Promise<string | null> | undefined;
  return {
    method: request.method ?? 'GET',
    path: target.pathname,
    query: target.searchParams,
    headers: request.headers,
    cookies: readCookies(request.headers.cookie),
    body: () => {
      body ??= readBody(request);
      return body;
    },
  };
}

/** The fields of a form body; empty when the body cannot be read. */
export async function readForm(exchange: Exchange): Promise<URLSearchParams> {
  return new URLSearchParams((await exchange.body()) ?? '');
}
