// The site that every mount of the contract serves, told once: what it is asked, and what it answers, in no framework's words.
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** A request as a framework shows it to the site. */
export type Seen = {
  readonly method: string;
  /** Target in origin form. */
  readonly url: string;
  /** The cookies, by every way in which the framework gives them. */
  readonly cookies: readonly (string | null | undefined)[];
  header(name: string): string | null | undefined;
  body(): Promise<Uint8Array>;
};

/** A response, as a framework is told to make it. `late` are lines that something registered behind the guard adds at the last moment. */
export type Reply = {
  readonly status?: number;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array> | null;
  readonly hints?: readonly string[];
  readonly late?: string;
  readonly throws?: true;
  /** Written past the framework, to the socket. */
  readonly raw?: string;
};

/** What the site answers; `switched` is the head it writes where it is asked for a WebSocket. */
export type Site = { readonly answer: (seen: Seen) => Reply | Promise<Reply>; readonly switched?: string };

/** The cookies of a request of Node's, by every way. */
export function nodeCookies(request: IncomingMessage): readonly (string | undefined)[] {
  const { rawHeaders, headers, headersDistinct } = request;
  const raw = rawHeaders.flatMap((name, at) => (at % 2 === 0 && name.toLowerCase() === 'cookie' ? [rawHeaders[at + 1]] : []));
  return [headers.cookie, headersDistinct['cookie']?.join('; '), raw.length === 0 ? undefined : raw.join('; ')];
}

/** The body of a request of Node's. */
export async function nodeBody(request: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Lines by name, as frameworks take them. */
export function byName(headers: Reply['headers'] = []): readonly (readonly [string, string[]])[] {
  const names = new Map<string, string[]>();
  for (const [name, value] of headers) names.set(name, [...(names.get(name) ?? []), value]);
  return [...names];
}

/** Writes past everything, and ends the connection. */
export function writeRaw(socket: Socket | null, text: string): void {
  socket?.end(text, 'latin1');
}
