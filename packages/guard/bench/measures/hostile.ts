// A site that tries every way of getting a cookie past whatever stands before it: how many of them arrive.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { HostileRoute } from '@candor/testkit';
import { cookiesSetBy, HOSTILE_ROUTES, readReplies, startHostileOrigin } from '@candor/testkit';
import type { Running } from '../processes/running.ts';

/** How many routes were asked, and the lines that should not have come, each with the route's id. */
export type Hostile = { readonly routes: number; readonly leaked: readonly string[] };

const atOnce = 8;
const QUIET = 1000;
const ENOUGH = 4_194_304;
const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version: 13'];

function requestTo({ id, asks }: HostileRoute): string {
  const ends = asks === 'websocket' ? upgrade : ['Connection: close'];
  return ['GET /login?try=' + id + ' HTTP/1.1', 'Host: portal.localhost', 'Sec-Fetch-Dest: document', ...ends, '', ''].join('\r\n');
}

/** Everything that comes until the connection ends, is quiet, or has brought more than any answer here. */
async function exchange(port: number, request: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  const pieces: string[] = [];
  let size = 0;
  socket.setTimeout(QUIET, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece) => {
    pieces.push(piece.toString('latin1'));
    size += piece.length;
    if (size > ENOUGH) socket.destroy();
  });
  socket.write(request, 'latin1');
  await once(socket, 'close');
  return pieces.join('');
}

/** The one line that is declared, and lines that end a cookie. */
const isOurs = (line: string): boolean => line.startsWith('csrftoken=kept;') || line.includes('Max-Age=0');

/** Asks every route through what `start` starts before the hostile site. */
export async function measureHostile(start: (port: number) => Promise<Running>): Promise<Hostile> {
  const origin = await startHostileOrigin();
  try {
    const { port, close } = await start(origin.port);
    const waiting = [...HOSTILE_ROUTES];
    const leaked: string[] = [];
    const work = async (): Promise<void> => {
      for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
        const { id } = route;
        const lines = cookiesSetBy(readReplies(await exchange(port, requestTo(route)), 'GET')).filter((line) => !isOurs(line));
        leaked.push(...lines.map((line) => `${id}: ${line}`));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await close();
    return { routes: HOSTILE_ROUTES.length, leaked };
  } finally {
    await origin.close();
  }
}
