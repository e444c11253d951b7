// The tracker: whatever reaches it is a hit, be it a request, a connection or a datagram.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { startOrigin } from '@candor/testkit';

/** Attempts, by their number, that something came of. */
export type Hits = { readonly seen: ReadonlySet<string>; add(attempt: string): void };

/** No hit yet. */
export function createHits(): Hits {
  const seen = new Set<string>();
  return { seen, add: (attempt) => void seen.add(attempt) };
}

/** Where one attempt may be heard besides by HTTP. */
export type Ears = { readonly socket: string; readonly datagrams: string; close(): Promise<void> };

/** A running tracker. */
export type Tracker = { readonly origin: string; listenFor(attempt: string): Promise<Ears>; close(): Promise<void> };

const host = 'tracker.localhost';

const types: { readonly [destination: string]: string } = { script: 'text/javascript', audioworklet: 'text/javascript', style: 'text/css' };

function answer(hits: Hits, request: IncomingMessage, response: ServerResponse): void {
  const [, attempt] = /^\/hit\/(\d+)/.exec(request.url ?? '') ?? [];
  if (attempt !== undefined) hits.add(attempt);
  const type = types[String(request.headers['sec-fetch-dest'])] ?? 'text/html';
  response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': request.headers.origin ?? '*' });
  response.end();
}

async function openEars(hits: Hits, attempt: string): Promise<Ears> {
  const server = createServer((socket) => {
    hits.add(attempt);
    socket.destroy();
  });
  const datagrams = createSocket('udp4', () => hits.add(attempt));
  server.listen(0, '127.0.0.1');
  datagrams.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(datagrams, 'listening')]);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    socket: `http://${host}:${port}`,
    datagrams: `${host}:${datagrams.address().port}`,
    close: async () => {
      await Promise.all([new Promise((resolve) => server.close(resolve)), new Promise<void>((resolve) => datagrams.close(resolve))]);
    },
  };
}

/** Starts it. */
export async function startTracker(hits: Hits): Promise<Tracker> {
  const origin = await startOrigin((request, response) => answer(hits, request, response));
  return { origin: `http://${host}:${origin.port}`, listenFor: (attempt) => openEars(hits, attempt), close: origin.close };
}
