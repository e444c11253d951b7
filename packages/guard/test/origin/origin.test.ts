// The connection to the site, over real sockets.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { BodySink, OriginFailure, OriginRequest } from '../../src/origin/messages.ts';
import type { Origin } from '../../src/origin/origin.ts';
import { createOrigin } from '../../src/origin/origin.ts';
import type { ResponseHead } from '../../src/origin/response-head.ts';

type Site = { readonly origin: Origin; readonly sockets: Socket[]; readonly heard: string[] };

/** A server that answers each whole head by `answer`, and what it heard; sockets stay open. */
async function withSite(
  answer: (text: string, socket: Socket, turn: number) => void,
  run: (site: Site) => Promise<void>,
  limits: { readonly headLimit: number; readonly bodyLimit: number } = { headLimit: 5000, bodyLimit: 5000 },
): Promise<void> {
  const sockets: Socket[] = [];
  const heard: string[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      heard.push(bytes.toString('latin1'));
      answer(bytes.toString('latin1'), socket, heard.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const origin = createOrigin(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, limits);
  try {
    await run({ origin, sockets, heard });
  } finally {
    origin.close();
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }
}

type Got = {
  readonly head: ResponseHead | null;
  readonly body: string;
  readonly end: 'end' | 'fail' | OriginFailure;
  readonly hints: number;
};

const get: OriginRequest = { method: 'GET', path: '/', headers: [['Host', 'portal.localhost']], body: null };

/** Sends a request and waits for the end of what comes back. `slow` pauses at each piece until `resume` is called a turn later. */
function ask(origin: Origin, request: OriginRequest = get, slow = false): Promise<Got> {
  return new Promise((resolve) => {
    let head: ResponseHead | null = null;
    let body = '';
    let hints = 0;
    const finish = (end: Got['end']): void => resolve({ head, body, end, hints });
    origin.send(request, {
      information: () => {
        hints += 1;
      },
      response: (given, flow): BodySink => {
        head = given;
        return {
          chunk: (piece) => {
            body += piece.toString('latin1');
            if (slow) setImmediate(flow.resume);
            return !slow;
          },
          last: (piece) => {
            body += piece.toString('latin1');
            finish('end');
          },
          end: () => finish('end'),
          fail: () => finish('fail'),
          idle: () => undefined,
        };
      },
      failed: finish,
    });
  });
}

const ok = (body: string, ...lines: readonly string[]): string =>
  ['HTTP/1.1 200 OK', `Content-Length: ${body.length}`, ...lines, '', body].join('\r\n');

test('G166 requests one after the other share a connection, also when a visitor was too slow for the last piece', async () => {
  await withSite(
    (_text, socket, turn) => socket.write(ok(`answer ${turn}`)),
    async ({ origin, sockets }) => {
      for (let turn = 1; turn <= 5; turn += 1) expect(await ask(origin, get, true)).toMatchObject({ body: `answer ${turn}`, end: 'end' });
      expect(sockets).toHaveLength(1);
    },
  );
});

test('G166 a late word of a slow visitor of one response does not undo the pause of the next', async () => {
  const resumes: (() => void)[] = [];
  await withSite(
    (_text, socket, turn) => socket.write(turn === 1 ? ok('first') : 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfive-'),
    async ({ origin, sockets }) => {
      await new Promise<void>((resolve) => {
        origin.send(get, {
          response: (_head, flow) => {
            resumes.push(flow.resume);
            return { chunk: () => false, last: () => resolve(), end: resolve, fail: resolve, idle: () => undefined };
          },
          failed: () => resolve(),
        });
      });
      let pieces = 0;
      await new Promise<void>((resolve) => {
        origin.send(get, {
          response: () => ({
            chunk: () => {
              pieces += 1;
              setImmediate(() => {
                sockets[0]?.write('five+');
                for (const resume of resumes) resume();
                setImmediate(() => setImmediate(resolve));
              });
              return false;
            },
            last: () => undefined,
            end: () => undefined,
            fail: () => undefined,
            idle: () => undefined,
          }),
          failed: () => resolve(),
        });
      });
      expect(pieces).toBe(1);
    },
  );
});

test('G166 what comes behind a response is nobody’s: the connection ends, and the next request has one of its own', async () => {
  await withSite(
    (_text, socket, turn) => socket.write(turn === 1 ? ok('one') + ok('smuggled', 'Set-Cookie: a=b') : ok('two')),
    async ({ origin, sockets }) => {
      expect(await ask(origin)).toMatchObject({ body: 'one' });
      expect(await ask(origin)).toMatchObject({ body: 'two' });
      expect(sockets).toHaveLength(2);
    },
  );
});

test('G167 a kept connection that the site has closed costs a repeatable request nothing, and any other is not sent twice', async () => {
  await withSite(
    (_text, socket, turn) => {
      // The second word on the first connection finds it closed.
      if (turn === 2) socket.destroy();
      else socket.write(ok(`turn ${turn}`));
    },
    async ({ origin, heard }) => {
      expect(await ask(origin)).toMatchObject({ body: 'turn 1' });
      expect(await ask(origin)).toMatchObject({ body: 'turn 3', end: 'end' });
      expect(heard).toHaveLength(3);
    },
  );
  await withSite(
    (_text, socket, turn) => (turn === 2 ? socket.destroy() : socket.write(ok(`turn ${turn}`))),
    async ({ origin, heard }) => {
      await ask(origin);
      expect((await ask(origin, { ...get, method: 'POST', headers: [['Content-Length', '0']] })).end).toBe('broken');
      expect(heard).toHaveLength(2);
    },
  );
});

test('G167 the first request of a connection is never repeated', async () => {
  await withSite(
    (_text, socket) => socket.destroy(),
    async ({ origin, heard }) => {
      expect((await ask(origin)).end).toBe('broken');
      expect(heard).toHaveLength(1);
    },
  );
});

test('G168 bodies of requests arrive delimited as their heads say', async () => {
  const texts: string[] = [];
  await withSite(
    (text, socket) => {
      texts.push(text);
      const all = texts.join('');
      if (all.endsWith('0\r\n\r\n') || all.endsWith('12345')) socket.write(ok('done'));
    },
    async ({ origin }) => {
      const chunked = new PassThrough();
      const first = ask(origin, { ...get, method: 'GET', headers: [['Transfer-Encoding', 'chunked']], body: chunked });
      chunked.write('abc');
      chunked.end('0123456789abcdef!');
      expect((await first).body).toBe('done');
      expect(texts.join('').split('\r\n\r\n')[1]).toBe('3\r\nabc\r\n11\r\n0123456789abcdef!\r\n0');
      texts.length = 0;
      const counted = new PassThrough();
      const second = ask(origin, { ...get, method: 'POST', headers: [['Content-Length', '5']], body: counted });
      counted.end('12345');
      expect((await second).body).toBe('done');
      expect(texts.join('')).toContain('\r\n\r\n12345');
    },
  );
});

test('G168 a visitor who goes away in the middle of a body takes the connection along', async () => {
  await withSite(
    () => undefined,
    async ({ origin, sockets }) => {
      const body = new PassThrough();
      const asked = ask(origin, { ...get, method: 'POST', headers: [['Content-Length', '500']], body });
      body.write('half');
      await expect.poll(() => sockets.length).toBe(1);
      body.destroy();
      expect((await asked).end).toBe('broken');
      await expect.poll(() => sockets[0]?.closed || sockets[0]?.readableEnded).toBe(true);
    },
  );
});

test('G169 a site that does not answer, or stops in the middle, is late', async () => {
  await withSite(
    (text, socket) => {
      if (text.startsWith('GET /half')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
    },
    async ({ origin }) => {
      expect((await ask(origin)).end).toBe('late');
      expect(await ask(origin, { ...get, path: '/half' })).toMatchObject({ body: 'half', end: 'fail' });
    },
    { headLimit: 50, bodyLimit: 50 },
  );
});

test('G169 announcements come through, and not without end', async () => {
  const hint = 'HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n';
  await withSite(
    (_text, socket) => socket.write(hint.repeat(3) + ok('done')),
    async ({ origin }) => expect(await ask(origin)).toMatchObject({ hints: 3, body: 'done' }),
  );
  await withSite(
    (_text, socket) => socket.write(hint.repeat(1000)),
    async ({ origin }) => expect((await ask(origin)).end).toBe('broken'),
  );
});

test('G169 a body that ends before its end breaks off; one that ends with the connection is whole', async () => {
  await withSite(
    (_text, socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
    async ({ origin }) => expect(await ask(origin)).toMatchObject({ body: 'half', end: 'fail' }),
  );
  await withSite(
    (_text, socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'),
    async ({ origin }) => expect(await ask(origin)).toMatchObject({ body: 'all of it', end: 'end' }),
  );
});

test('G169 a switch of protocols that nobody asked for is no answer', async () => {
  await withSite(
    (_text, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n'),
    async ({ origin }) => expect((await ask(origin)).end).toBe('broken'),
  );
});

test('G169 nobody there is said', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  const origin = createOrigin(`http://127.0.0.1:${port}`, { headLimit: 1000, bodyLimit: 1000 });
  expect((await ask(origin)).end).toBe('unreachable');
  origin.close();
});
