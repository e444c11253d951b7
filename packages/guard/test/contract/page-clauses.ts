// Clauses about bodies, and about what is answered under the prefix.
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { choiceFor, client, stateOf } from '../site.ts';
import type { Clause } from './clause.ts';
import { DECLARED, HTML, HTML_TYPE, JSON_TYPE } from './clause.ts';

const denied = `Cookie: cookies_preferences=${choiceFor('denied')}`;

/** Reads a response until a text is in it. */
function readUntil(port: number, request: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let read = '';
    socket.setEncoding('latin1');
    socket.on('data', (data: string) => {
      read += data;
      if (read.includes(text)) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(read));
    socket.write(request);
  });
}

const question = (body: string): number => body.split('id="candor-notice"').length - 1;

export const pageClauses: readonly Clause[] = [
  {
    id: 'M7',
    text: 'A page gets the state and the question, once, and every other byte stays',
    hold: async (begin) => {
      const { get } = await begin({ headers: [HTML_TYPE, ['ETag', '"a"']], body: HTML });
      const { body, values } = await get('GET /');
      expect([stateOf(body)['consent'] !== undefined, question(body), body.split('id="candor-state"').length - 1]).toEqual([true, 1, 1]);
      expect(body).toContain('<title>t</title>');
      expect(body).toContain('<p>x</p>');
      expect(values('etag')).toEqual([]);
      const chosen = await get('GET /', [denied]);
      expect(question(chosen.body)).toBe(0);
    },
  },
  {
    id: 'M8',
    text: 'What is no page passes byte for byte, with its length and its caching',
    hold: async (begin) => {
      const text = '{"html":"<head></head>","é":"\\u00e9"}';
      const length = ['Content-Length', String(Buffer.byteLength(text))] as const;
      const { get } = await begin({ headers: [JSON_TYPE, length, ['Cache-Control', 'public, max-age=60']], body: text });
      const got = await get('GET /data');
      expect(Buffer.from(got.body, 'latin1').toString('utf8')).toBe(text);
      expect(got.values('content-length')).toEqual([length[1]]);
      expect(got.values('cache-control')).toEqual(['public, max-age=60']);
    },
  },
  {
    id: 'M9',
    text: 'The answer to HEAD has the page’s head and no body',
    hold: async (begin) => {
      const { get } = await begin({ headers: [HTML_TYPE, ['Content-Length', '5000']] });
      const got = await get('HEAD /');
      expect([got.status, got.body, got.values('content-length'), got.policies.length]).toEqual([200, '', [], 2]);
    },
  },
  {
    id: 'M12',
    text: 'A stream starts at once, and a page is written into as it comes',
    hold: async (begin) => {
      const stops: (() => void)[] = [];
      async function* slowly(first: string): AsyncGenerator<Uint8Array> {
        yield Buffer.from(first);
        await new Promise<void>((resolve) => stops.push(resolve));
      }
      const { port } = await begin(({ url }) =>
        url === '/events'
          ? { headers: [['Content-Type', 'text/event-stream']], body: slowly('data: first\n\n') }
          : { headers: [HTML_TYPE], body: slowly('<html><head></head><body><p>first</p>') },
      );
      const asked = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: portal.localhost\r\n\r\n`;
      expect(await readUntil(port, asked('/events'), 'data: first')).toContain('text/event-stream');
      expect(await readUntil(port, asked('/'), '<p>first</p>')).toContain('id="candor-state"');
      for (const stop of stops) stop();
    },
  },
  {
    id: 'M15',
    text: 'A page is for this visitor alone',
    hold: async (begin) => {
      const { get } = await begin({ headers: [HTML_TYPE, ['Cache-Control', 'public, max-age=600']], body: HTML });
      expect((await get('GET /')).values('cache-control')).toEqual(['private, no-cache']);
    },
  },
  {
    id: 'M19',
    text: '`api/state` gives this visitor’s consent',
    hold: async (begin) => {
      const { get } = await begin({ body: 'the site' });
      const { body, values } = await get('GET /cookies/api/state', [denied]);
      expect(JSON.parse(body)).toMatchObject({ consent: { purposes: { map: { state: 'denied' } } } });
      expect(values('cache-control')).toEqual(['private, no-store']);
    },
  },
  {
    id: 'M20',
    text: '`healthz` answers before the application',
    hold: async (begin) => {
      const { get } = await begin({ status: 500, body: 'the site' });
      const { status, body } = await get('GET /cookies/healthz');
      expect([status, body]).toEqual([200, expect.stringContaining('ok')]);
    },
  },
  {
    id: 'M21',
    text: 'The files of the page’s script are served, immutable',
    hold: async (begin) => {
      const { get } = await begin({ status: 404 });
      const { status, body, values } = await get(`GET /cookies${client.more.path}`);
      expect([status, body, values('cache-control')]).toEqual([200, client.more.body, ['public, max-age=31536000, immutable']]);
    },
  },
  {
    id: 'M22',
    text: 'The front office gets the request under the prefix, its body whole and its cookies filtered, and its choice goes out',
    hold: async (begin) => {
      const line = `cookies_preferences=${choiceFor('granted')}; Path=/; Secure; SameSite=Lax; Max-Age=15552000`;
      let seen: readonly unknown[] = [];
      const frontOffice = async (request: Request, { remoteAddress }: { readonly remoteAddress: string }): Promise<Response> => {
        seen = [request.method, new URL(request.url).pathname, request.headers.get('cookie'), await request.text(), remoteAddress];
        return new Response('saved', { status: 201, headers: { 'set-cookie': line, 'content-type': 'text/plain' } });
      };
      const { get } = await begin({ body: 'the site' }, { frontOffice });
      const got = await get('POST /cookies/preferences', ['Cookie: _ga=1; csrftoken=t', 'Content-Length: 8'], 'purpose6');
      expect(seen).toEqual(['POST', '/cookies/preferences', 'csrftoken=t', 'purpose6', '127.0.0.1']);
      expect([got.status, got.body, got.set, got.policies.length]).toEqual([201, 'saved', [line], 2]);
    },
  },
  {
    id: 'M25',
    text: 'When a decider throws, the page is there, nothing undeclared is set or read, and `healthz` says so',
    hold: async (begin) => {
      const decide = (): never => {
        throw new TypeError('A decider fails');
      };
      let read: readonly unknown[] = [];
      const answer = ({ cookies }: { readonly cookies: readonly unknown[] }) => {
        read = cookies;
        return { headers: [HTML_TYPE, ['Set-Cookie', '_ga=1'] as const, ['Set-Cookie', DECLARED] as const], body: HTML };
      };
      const { get } = await begin(answer, { deciders: { decide } });
      const got = await get('GET /', ['Cookie: _ga=1']);
      expect([got.status, got.set, got.policies.length]).toEqual([200, [], 2]);
      expect(got.body).toContain('<p>x</p>');
      expect(read.filter((cookies) => cookies !== undefined && cookies !== null)).toEqual([]);
      expect((await get('GET /cookies/healthz')).body).toContain('degraded');
    },
  },
  {
    id: 'M30',
    text: 'While everything is only observed, the site’s response goes out as it was made',
    hold: async (begin) => {
      const { get, report } = await begin({ headers: [HTML_TYPE, ['Set-Cookie', '_ga=1; Path=/']], body: HTML }, { mode: 'observe' });
      const got = await get('GET /');
      expect([got.body, got.set, got.policies]).toEqual([HTML, ['_ga=1; Path=/'], []]);
      expect(report().observations.map(({ name }) => name)).toContain('_ga');
    },
  },
  {
    id: 'M31',
    text: 'A page that the application encodes is written into, and goes out encoded',
    hold: async (begin) => {
      const { get } = await begin({ headers: [HTML_TYPE, ['Content-Encoding', 'gzip']], body: new Uint8Array(gzipSync(HTML)) });
      const { body, values } = await get('GET /', ['Accept-Encoding: gzip']);
      expect(values('content-encoding')).toEqual(['gzip']);
      const { gunzipSync } = await import('node:zlib');
      expect(question(gunzipSync(Buffer.from(body, 'latin1')).toString('latin1'))).toBe(1);
    },
  },
];
