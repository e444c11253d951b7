// Raw header bytes, both ways through a running guard: whatever is sent, nothing undeclared reaches the other side, nothing is
// rewritten, nothing hangs and nothing crashes.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { cookiesSetBy, HOSTILE_ROUTES, readReplies } from '@candor/testkit';
import { EMPTY_ANSWER, readRequests, startCapture } from '../test/attacks/capture.ts';
import { startGuard } from '../test/attacks/stand.ts';
import { choiceFor, NOW } from '../test/site.ts';
import type { Dice } from './headers-mutate.ts';
import { createDice, mutated } from './headers-mutate.ts';
import { faultOfCookies, faultOfLine } from './headers-read.ts';

/** How many cases, from which seed on, and who is told of faults. */
export type FuzzOptions = { readonly cases: number; readonly seed: number; readonly log?: (line: string) => void };

const LANES = 8;
/** A connection that says nothing for so long is a fault where an end is owed, and the end where none is. */
const PATIENCE = 10_000;
const QUIET = 150;

const refused = `Cookie: csrftoken=held; cookies_preferences=${choiceFor('denied')}`;
const asking: readonly string[] = [
  `GET /login HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\n${refused}\r\n\r\n`,
  `HEAD /login HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\n${refused}\r\n\r\n`,
  `GET /login HTTP/1.0\r\nHost: portal.localhost\r\n${refused}\r\n\r\n`,
  `POST /login HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b`,
  `GET /login HTTP/1.1\r\nHost: portal.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n${refused}\r\n\r\n`,
];

const answers = HOSTILE_ROUTES.map(({ answer }) => answer({ method: 'GET', target: '/', head: '', body: '' })).filter(
  (answer): answer is string => typeof answer === 'string' && answer.length < 8000,
);

const requests: readonly string[] = [
  ...asking,
  'GET /data?a=b HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\nCookie: _ga=1; csrftoken=a\r\nCookie: _vis1=b; sessionid\r\n\r\n',
  'POST /login HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\nCookie: _ga=1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: portal.localhost\r\nContent-Length: 43\r\n\r\nGET /smuggled HTTP/1.1\r\nCookie: _ga=1\r\n\r\n   GET / HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\n\r\n',
  'GET http://portal.localhost/a/../b HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close, cookie\r\nCookie: \t_ga=1;csrftoken=a\r\nSec-GPC: 1\r\n\r\n',
];

type Talk = { readonly received: string; readonly ended: boolean };

/** Sends bytes and takes what comes until the end, or until nothing comes for so long. */
async function talk(port: number, bytes: string, patience: number): Promise<Talk> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  let ended = true;
  socket.setTimeout(patience, () => {
    ended = false;
    socket.destroy();
  });
  socket.on('data', (data) => {
    received += data.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.write(bytes, 'latin1');
  await once(socket, 'close');
  return { received, ended };
}

function shown(text: string): string {
  return JSON.stringify(text.length > 1500 ? `${text.slice(0, 1500)}…` : text);
}

/** What is wrong with what a visitor got for these bytes of the site. */
function faultOfReply({ received, ended }: Talk, method: string, origin: string): string | null {
  if (!ended) return 'the connection was left open';
  const replies = readReplies(received, method);
  for (const line of cookiesSetBy(replies)) {
    const fault = faultOfLine(line, origin, NOW);
    if (fault !== null) return `${fault}: ${shown(line)}`;
  }
  if (replies.heads.some(({ lines }) => lines.some(([name]) => name === 'set-cookie2'))) return 'a Set-Cookie2 got through';
  return replies.rest === '' ? null : 'there is something behind the end of the message';
}

/** What is wrong with what the site got on one connection. */
function faultOfConnection(bytes: string): string | null {
  const { requests: read, rest } = readRequests(bytes);
  if (read.length > 1) return 'two requests on a connection that was to be closed after one';
  for (const { head } of read) {
    if (/[\r\n\0]/.test(head.replaceAll('\r\n', ''))) return 'a head with half a line end in it';
    if ((head.match(/\r\n(?:transfer-encoding|content-length)[ \t]*:/gi) ?? []).length > 1) return 'a head with two framings';
    for (const [, line = ''] of head.matchAll(/\r\ncookie[ \t]*:[ \t]*([^\r]*)/gi)) {
      const fault = faultOfCookies(line);
      if (fault !== null) return fault;
    }
  }
  return read.length === 1 && rest !== '' ? 'bytes behind the end of the request' : null;
}

type Lane = { response(dice: Dice): Promise<string | null>; request(dice: Dice): Promise<string | null>; close(): Promise<void> };

/** A site that answers every request with these bytes, whatever the request was. */
async function startAnswering(): Promise<{ readonly url: string; answer: string; close(): Promise<void> }> {
  const site = { answer: '', url: '', close: async (): Promise<void> => undefined };
  const server = createServer((socket) => {
    let seen = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      seen += data.toString('latin1');
      if (readRequests(seen).requests.length > 0 && !socket.writableEnded) socket.end(site.answer, 'latin1');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  site.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  site.close = async () => {
    server.close();
    await once(server, 'close');
  };
  return site;
}

/** Sites and guards of one lane: one case at a time, so that what is seen belongs to it. */
async function openLane(): Promise<Lane> {
  const site = await startAnswering();
  const toSite = await startGuard(site.url);
  const capture = await startCapture(() => EMPTY_ANSWER);
  const toCapture = await startGuard(capture.url);
  return {
    response: async (dice) => {
      site.answer = mutated(answers, dice);
      const text = dice.pick(asking, '');
      const fault = faultOfReply(await talk(toSite.port, text, PATIENCE), text.split(' ')[0] ?? '', site.answer);
      return fault === null ? null : `${fault}\n  asked ${shown(text)}\n  the site said ${shown(site.answer)}`;
    },
    request: async (dice) => {
      const text = mutated(requests, dice);
      const from = capture.connections.length;
      await talk(toCapture.port, text, QUIET);
      const faults = capture.connections.slice(from).map(faultOfConnection);
      const fault = faults.find((found) => found !== null) ?? null;
      return fault === null
        ? null
        : `${fault}\n  the visitor said ${shown(text)}\n  the site got ${shown(capture.connections.slice(from).join('|'))}`;
    },
    close: async () => {
      await toSite.guard.close();
      await toCapture.guard.close();
      await capture.close();
      await site.close();
    },
  };
}

/** Runs the cases and gives the number of faults; each is told with its seed, which alone repeats it. */
export async function fuzzHeaders({ cases, seed, log = console.log }: FuzzOptions): Promise<number> {
  let next = seed;
  let faults = 0;
  const work = async (lane: Lane): Promise<void> => {
    while (next < seed + cases) {
      const own = next;
      next += 1;
      const dice = createDice(own);
      const fault = await (dice.below(3) > 0 ? lane.response(dice) : lane.request(dice));
      if (fault !== null) {
        faults += 1;
        log(`seed ${own}: ${fault}`);
      }
    }
  };
  const lanes = await Promise.all(Array.from({ length: Math.min(LANES, cases) }, openLane));
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  return faults;
}
