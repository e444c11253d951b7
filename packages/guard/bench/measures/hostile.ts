// A site that tries every way of getting a cookie past whatever stands before it: how many of them arrive.
import { connect } from 'node:net';
import type { HostileRoute } from '@candor/testkit';
import { cookiesSetBy, HOSTILE_ROUTES, readReplies, startHostileOrigin } from '@candor/testkit';
import type { Running } from '../processes/running.ts';

/**
 * How many routes were asked, and the lines that should not have come, each with the route's id. `missing`: ids of decent answers whose
 * declared cookie did not come either, as through something that has stopped working.
 */
export type Hostile = { readonly routes: number; readonly leaked: readonly string[]; readonly missing: readonly string[] };

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
  // Not by `once`, which takes an error for the end of everything: here it is one way of ending.
  await new Promise((resolve) => socket.on('close', resolve));
  return pieces.join('');
}

const isDeclared = (line: string): boolean => line.startsWith('csrftoken=kept;');
/** The one line that is declared, and lines that end a cookie. */
const isOurs = (line: string): boolean => isDeclared(line) || /; *max-age=0(?:;|$)/i.test(line);

async function askAll(port: number): Promise<Hostile> {
  const waiting = [...HOSTILE_ROUTES];
  const leaked: string[] = [];
  const missing: string[] = [];
  const work = async (): Promise<void> => {
    for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
      const { id, passes } = route;
      const lines = cookiesSetBy(readReplies(await exchange(port, requestTo(route)), 'GET'));
      leaked.push(...lines.filter((line) => !isOurs(line)).map((line) => `${id}: ${line}`));
      if (passes === true && !lines.some(isDeclared)) missing.push(id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { routes: HOSTILE_ROUTES.length, leaked, missing };
}

/** Asks every route through what `start` starts before the hostile site. */
export async function measureHostile(start: (port: number) => Promise<Running>): Promise<Hostile> {
  const origin = await startHostileOrigin();
  try {
    const running = await start(origin.port);
    try {
      return await askAll(running.port);
    } finally {
      await running.close();
    }
  } finally {
    await origin.close();
  }
}
