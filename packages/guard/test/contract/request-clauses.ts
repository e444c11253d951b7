// Clauses about what of a request the application sees, and about connections.
import { createHash } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import { expect, vi } from 'vitest';
import { choiceFor, stateOf } from '../site.ts';
import type { Clause } from './clause.ts';
import { HTML, HTML_TYPE, readGot } from './clause.ts';

/** One request over an agent's connections. */
function ask(
  agent: Agent,
  port: number,
  headers: { readonly [name: string]: string },
): Promise<{ readonly local: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ agent, port, host: '127.0.0.1', path: '/', headers: { host: 'portal.localhost', ...headers } }, (incoming) => {
      let body = '';
      incoming.setEncoding('latin1');
      incoming.on('data', (piece: string) => {
        body += piece;
      });
      const local = incoming.socket.localPort ?? 0;
      incoming.on('end', () => resolve({ local, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

export const requestClauses: readonly Clause[] = [
  {
    id: 'M5',
    text: 'The application reads no undeclared or refused cookie, by whatever way it reads cookies',
    hold: async (begin) => {
      let seen: readonly unknown[] = [];
      const { get } = await begin(({ cookies }) => {
        seen = cookies;
        return { body: 'x' };
      });
      await get('GET /', ['Cookie: _ga=1; csrftoken=t', 'Cookie: _vis1=a; sessionid=s']);
      expect(seen.length).toBeGreaterThan(0);
      for (const cookies of seen) expect(cookies).toBe('csrftoken=t; sessionid=s');
      await get('GET /', ['Cookie: _ga=1']);
      expect(seen.filter((cookies) => cookies !== undefined && cookies !== null)).toEqual([]);
    },
  },
  {
    id: 'M6',
    text: 'Global Privacy Control is heard, and the application hears it too',
    hold: async (begin) => {
      let heard: string | null | undefined;
      const { get } = await begin(({ header }) => {
        heard = header('sec-gpc');
        return { headers: [HTML_TYPE], body: HTML };
      });
      expect(stateOf((await get('GET /', ['Sec-GPC: 1'])).body)).toMatchObject({ consent: { gpc: true } });
      expect(heard).toBe('1');
      expect(stateOf((await get('GET /')).body)).toMatchObject({ consent: { gpc: false } });
    },
  },
  {
    id: 'M26',
    text: 'A connection that is used again serves each request by its own choice',
    hold: async (begin) => {
      const { port } = await begin({ headers: [HTML_TYPE], body: HTML });
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const cookie = (state: 'granted' | 'denied'): { readonly cookie: string } => ({ cookie: `cookies_preferences=${choiceFor(state)}` });
      const first = await ask(agent, port, cookie('granted'));
      const second = await ask(agent, port, cookie('denied'));
      const third = await ask(agent, port, {});
      agent.destroy();
      expect([second.local, third.local]).toEqual([first.local, first.local]);
      const state = ({ body }: { readonly body: string }): unknown => stateOf(body)['consent'];
      expect(state(first)).toMatchObject({ purposes: { map: { state: 'granted' } } });
      expect(state(second)).toMatchObject({ purposes: { map: { state: 'denied' } } });
      expect(state(third)).toMatchObject({ ask: true });
    },
  },
  {
    id: 'M27',
    text: 'When a visitor goes away, the application’s stream ends and no connection stays',
    hold: async (begin) => {
      let ended = 0;
      async function* endless(): AsyncGenerator<Uint8Array> {
        const piece = Buffer.from(`<p>${'x'.repeat(16_384)}</p>`);
        try {
          for (;;) {
            yield piece;
            await new Promise((resolve) => setImmediate(resolve));
          }
        } finally {
          ended += 1;
        }
      }
      const { port, server } = await begin(() => ({ headers: [HTML_TYPE], body: endless() }));
      for (let visit = 0; visit < 3; visit += 1) {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write('GET / HTTP/1.1\r\nHost: portal.localhost\r\n\r\n');
        await new Promise((resolve) => socket.once('data', resolve));
        socket.destroy();
      }
      await vi.waitFor(() => expect(ended).toBe(3), { timeout: 10_000 });
      await vi.waitFor(
        async () => expect(await new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))).toBe(0),
        { timeout: 10_000 },
      );
    },
  },
  {
    id: 'M28',
    text: 'Bodies of requests arrive whole: JSON, multipart bytes, ten megabytes',
    hold: async (begin) => {
      const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
      const { port } = await begin(async ({ body, method }) => ({ body: `${method} ${hash(await body())}` }));
      const bodies = [
        ['application/json', Buffer.from('{"é":[1,2,3]}')],
        [
          'multipart/form-data; boundary=b',
          Buffer.concat([
            Buffer.from('--b\r\n\r\n'),
            Buffer.from(Uint8Array.from({ length: 256 }, (_none, at) => at)),
            Buffer.from('\r\n--b--\r\n'),
          ]),
        ],
        ['application/octet-stream', Buffer.alloc(10_485_760, 'candor')],
      ] as const;
      for (const [type, body] of bodies) {
        const text = await new Promise<string>((resolve) => {
          const socket = connect(port, '127.0.0.1');
          let read = '';
          socket.on('data', (data) => {
            read += data.toString('latin1');
          });
          socket.on('error', () => undefined);
          socket.on('close', () => resolve(read));
          socket.write(
            `POST /up HTTP/1.1\r\nHost: portal.localhost\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
          );
          socket.write(body);
        });
        expect(readGot(text).body).toBe(`POST ${hash(body)}`);
      }
    },
  },
];
