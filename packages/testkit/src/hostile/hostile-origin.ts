// An origin of which every route does something that a decent one would not, on raw sockets.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { BODY_ROUTES } from './bodies.ts';
import { EARLY_ROUTES } from './early.ts';
import { FRAMING_ROUTES } from './framing.ts';
import { LINE_ROUTES } from './lines.ts';
import { OUTWARD_ROUTES } from './outward.ts';
import type { HostileRequest, HostileRoute } from './route.ts';
import { STATUS_ROUTES } from './statuses.ts';
import { UPGRADE_ROUTES } from './upgrades.ts';

/** Every route, by id in the query `try` of any path. */
export const HOSTILE_ROUTES: readonly HostileRoute[] = [
  ...STATUS_ROUTES,
  ...EARLY_ROUTES,
  ...FRAMING_ROUTES,
  ...LINE_ROUTES,
  ...UPGRADE_ROUTES,
  ...OUTWARD_ROUTES,
  ...BODY_ROUTES,
];

/** A running hostile origin. `heads` is every request head that reached it. */
export type HostileOrigin = {
  readonly url: string;
  readonly port: number;
  readonly routes: readonly HostileRoute[];
  readonly heads: readonly string[];
  close(): Promise<void>;
};

function readRequest(text: string): (HostileRequest & { readonly complete: boolean }) | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end + 4);
  const body = text.slice(end + 4);
  const [method = '', target = ''] = head.split(' ');
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const chunked = /\r\ntransfer-encoding: *chunked/i.test(head);
  return { method, target, head, body, complete: chunked ? body.endsWith('0\r\n\r\n') : body.length >= length };
}

function routeOf(target: string): HostileRoute | undefined {
  const id = /[?&]try=([^&]*)/.exec(target)?.[1];
  return HOSTILE_ROUTES.find((route) => route.id === id);
}

function serve(socket: Socket, heads: string[]): void {
  let text = '';
  let answered = false;
  socket.on('error', () => socket.destroy());
  socket.on('data', (data) => {
    if (answered) return;
    text += data.toString('latin1');
    const request = readRequest(text);
    if (request === null) return;
    const route = routeOf(request.target);
    if (!request.complete && route?.early !== true) return;
    answered = true;
    heads.push(request.head);
    const answer = route?.answer(request) ?? 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
    if (typeof answer === 'string') socket.end(answer, 'latin1');
    else answer(socket);
  });
}

/** Starts it on a free loopback port. Every connection ends with its answer. */
export async function startHostileOrigin(): Promise<HostileOrigin> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, heads);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    routes: HOSTILE_ROUTES,
    heads,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
