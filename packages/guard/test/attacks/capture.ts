// A site that keeps every byte it gets, and reads requests as leniently as any server might.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';

/** What of a connection's bytes reads as requests, and what is left over. */
export type Requests = { readonly requests: readonly { readonly head: string; readonly body: string }[]; readonly rest: string };

/** A running capture. `connections` holds the bytes of each connection, latin1. */
export type Capture = { readonly url: string; readonly connections: readonly string[]; close(): Promise<void> };

/** Answers with nothing in it, closing. */
export const EMPTY_ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

function chunkedEnd(text: string): number {
  let at = 0;
  for (;;) {
    const line = text.indexOf('\r\n', at);
    const size = line < 0 ? Number.NaN : Number.parseInt(text.slice(at, line), 16);
    if (Number.isNaN(size)) return -1;
    at = line + 2 + size + 2;
    if (size === 0) return text.length >= at ? at : -1;
  }
}

function readOne(text: string): { readonly head: string; readonly body: string } | null {
  const end = /\r?\n\r?\n/.exec(text);
  if (end === null) return null;
  const head = text.slice(0, end.index + end[0].length);
  const behind = text.slice(head.length);
  // White space, underscores and any case: whatever a server may take for a framing.
  if (/\ntransfer[-_]encoding\s*:/i.test(head)) {
    const length = chunkedEnd(behind);
    return length < 0 ? null : { head, body: behind.slice(0, length) };
  }
  const length = Number(/\ncontent[-_]length\s*:\s*(\d+)/i.exec(head)?.[1] ?? 0);
  return behind.length < length ? null : { head, body: behind.slice(0, length) };
}

/** Reads requests until no whole one is left. */
export function readRequests(bytes: string): Requests {
  const requests: { readonly head: string; readonly body: string }[] = [];
  let rest = bytes;
  for (let next = readOne(rest); next !== null && rest !== ''; next = readOne(rest)) {
    requests.push(next);
    rest = rest.slice(next.head.length + next.body.length);
  }
  return { requests, rest };
}

/** Starts it. A connection is answered, and ended, as soon as one request on it is whole. */
export async function startCapture(answer: (head: string) => string = () => EMPTY_ANSWER): Promise<Capture> {
  const connections: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = connections.push('') - 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      const bytes = (connections[index] ?? '') + data.toString('latin1');
      connections[index] = bytes;
      const [request] = readRequests(bytes).requests;
      if (request !== undefined && !socket.writableEnded) socket.end(answer(request.head), 'latin1');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
