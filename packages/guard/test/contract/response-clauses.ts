// Clauses about what of a response reaches a visitor.
import { connect } from 'node:net';
import { expect } from 'vitest';
import { choiceFor } from '../site.ts';
import type { Clause } from './clause.ts';
import { DECLARED, HTML, HTML_TYPE, JSON_TYPE } from './clause.ts';

const TRIED = ['_ga=1; Path=/', 'SESSIONID=4; Path=/', 'sessionid', '__Host-id=8; Secure; Path=/', '__proto__=11'];
const tried = [DECLARED, ...TRIED].map((line) => ['Set-Cookie', line] as const);
const granted = `Cookie: cookies_preferences=${choiceFor('granted')}`;
const denied = `Cookie: cookies_preferences=${choiceFor('denied')}`;
const stored = (state: 'granted' | 'denied'): string =>
  `cookies_preferences=${choiceFor(state)}; Path=/; Secure; SameSite=Lax; Max-Age=15552000`;

/** Waits for a step that the test takes. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** What comes of a WebSocket's opening until its head is there. */
function openSocket(port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (text.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
    const lines = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    socket.write(`GET ${path} HTTP/1.1\r\nHost: portal.localhost\r\n${lines.join('\r\n')}\r\n\r\n`);
  });
}

export const responseClauses: readonly Clause[] = [
  {
    id: 'M1',
    text: 'No undeclared `Set-Cookie` reaches a visitor: 200, 204, 302, 304, 404, 500, HEAD',
    hold: async (begin) => {
      const { get } = await begin(({ url }) => ({ status: Number(url.split('=')[1]), headers: tried }));
      for (const status of [200, 204, 302, 304, 404, 500]) {
        const got = await get(`GET /login?status=${status}`);
        expect([got.status, got.set]).toEqual([status, [DECLARED]]);
      }
      // Declared for GET and POST.
      expect((await get('HEAD /login?status=200')).set).toEqual([]);
    },
  },
  {
    id: 'M2',
    text: 'A refused `Set-Cookie` is dropped, a granted one passes',
    hold: async (begin) => {
      const { get } = await begin({ headers: [['Set-Cookie', '_vis1=a; Path=/; Max-Age=60']], body: 'x' });
      expect((await get('GET /', [denied])).set).toEqual([]);
      expect((await get('GET /')).set).toEqual([]);
      expect((await get('GET /', [granted])).set).toEqual(['_vis1=a; Path=/; Max-Age=60']);
    },
  },
  {
    id: 'M3',
    text: 'Several lines keep apart, in order and as their own bytes',
    hold: async (begin) => {
      const lines = [
        '_vis2=b;  path=/;MAX-AGE=60',
        'csrftoken=a"b,c d; Path=/; Secure; SameSite=Lax; Max-Age=31449600',
        '_vis1=x=y; Expires=Thu, 01 Oct 2026 00:00:00 GMT; Path=/; Max-Age=60',
      ];
      const { get } = await begin({ headers: lines.map((line) => ['Set-Cookie', line] as const), body: 'x' });
      expect((await get('GET /login', [granted])).set).toEqual(lines);
    },
  },
  {
    id: 'M10',
    text: 'Early hints lead only where the visitor allows',
    hold: async (begin) => {
      const hints = ['<https://evil.localhost/a.js>; rel=preload; as=script', '</own.css>; rel=preload; as=style'];
      const { get } = await begin({ hints, headers: [JSON_TYPE], body: '{}' });
      const { text } = await get('GET /');
      expect(text).not.toContain('evil.localhost');
      expect(text).toMatch(/^HTTP\/1\.1 103 [^\r]*\r\nLink: <\/own\.css>/i);
    },
  },
  {
    id: 'M11',
    text: 'A WebSocket is switched with its head filtered',
    hold: async (begin) => {
      const head = [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
        ...[DECLARED, ...TRIED].map((line) => `Set-Cookie: ${line}`),
      ];
      const { port } = await begin({ answer: () => ({ body: 'x' }), switched: `${head.join('\r\n')}\r\n\r\n` });
      const text = await openSocket(port, '/login/ws');
      expect(text).toMatch(/^HTTP\/1\.1 101 /);
      expect(text).toMatch(/^upgrade: websocket\r$/im);
      expect(text).toMatch(/^sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r$/im);
      expect([...text.matchAll(/^set-cookie: (.*)\r$/gim)].map(([, line]) => line)).toEqual([DECLARED]);
    },
  },
  {
    id: 'M13',
    text: 'Two policies on every response: pages, data, scripts, errors, redirects, answers of the guard',
    hold: async (begin) => {
      const types: { readonly [path: string]: readonly [string, string] } = {
        '/': HTML_TYPE,
        '/data': JSON_TYPE,
        '/a.js': ['Content-Type', 'text/javascript'],
      };
      const { get } = await begin(({ url }) => ({
        status: types[url] === undefined ? 404 : 200,
        headers: [types[url] ?? JSON_TYPE],
        body: HTML,
      }));
      for (const path of ['/', '/data', '/a.js', '/missing', '/cookies/healthz', '/cookies/assets/more-0.js', '/cookies/api/state']) {
        const { policies } = await get(`GET ${path}`);
        expect([path, policies.length]).toEqual([path, 2]);
      }
    },
  },
  {
    id: 'M14',
    text: 'A policy of the site stands beside them',
    hold: async (begin) => {
      const { get } = await begin({ headers: [HTML_TYPE, ['Content-Security-Policy', "img-src 'self'"]], body: HTML });
      const { policies } = await get('GET /');
      expect(policies).toHaveLength(3);
      expect(policies).toContain("img-src 'self'");
    },
  },
  {
    id: 'M16',
    text: 'A slow response brings nothing back that was withdrawn meanwhile',
    hold: async (begin) => {
      const arrived = gate();
      const released = gate();
      const frontOffice = async (): Promise<Response> =>
        new Response(null, { status: 303, headers: { location: '/', 'set-cookie': stored('denied') } });
      const answer = async (): Promise<{ headers: readonly (readonly [string, string])[]; body: string }> => {
        arrived.open();
        await released.opened;
        return { headers: [['Set-Cookie', '_vis1=a; Path=/; Max-Age=60']], body: 'x' };
      };
      const { get } = await begin(answer, { frontOffice });
      const slow = get('GET /slow', [granted]);
      await arrived.opened;
      await get('POST /cookies/preferences', [granted, 'Content-Length: 0']);
      released.open();
      expect((await slow).set).toEqual([]);
      expect((await get('GET /later', [granted])).set).toEqual(['_vis1=a; Path=/; Max-Age=60']);
    },
  },
  {
    id: 'M17',
    text: 'What is held and not declared is ended by a line of its own',
    hold: async (begin) => {
      const { get } = await begin({ headers: [HTML_TYPE], body: HTML });
      const { ended } = await get('GET /', ['Cookie: _ga=1; csrftoken=t']);
      expect(ended.some((line) => line.startsWith('_ga='))).toBe(true);
      expect(ended.some((line) => line.startsWith('csrftoken='))).toBe(false);
    },
  },
  {
    id: 'M18',
    text: 'The answer to an error that the application throws carries the policies, and nothing undeclared',
    hold: async (begin) => {
      const { get } = await begin({ throws: true, headers: tried });
      const { status, policies, set } = await get('GET /');
      expect(status).toBe(500);
      // Express has a policy of its own for errors.
      expect(policies.filter((policy) => policy !== "default-src 'none'")).toHaveLength(2);
      expect(set.filter((line) => !line.startsWith('csrftoken='))).toEqual([]);
    },
  },
  {
    id: 'M23',
    text: '`Clear-Site-Data` loses the word for cookies, and the choice stays',
    hold: async (begin) => {
      const { get } = await begin({ headers: [['Clear-Site-Data', '"cookies", "cache"']], body: 'x' });
      const got = await get('GET /logout', [`${denied}; csrftoken=t`]);
      expect(got.values('clear-site-data')).toEqual(['"cache"']);
      expect(got.ended.some((line) => line.startsWith('csrftoken='))).toBe(true);
      expect(got.ended.some((line) => line.startsWith('cookies_preferences='))).toBe(false);
    },
  },
  {
    id: 'M24',
    text: 'Headers that lead to hosts nobody allowed are dropped: `Link`, `NEL`, `Report-To`, `Refresh`, `Speculation-Rules`',
    hold: async (begin) => {
      const { get } = await begin({
        headers: [
          HTML_TYPE,
          ['Link', '<https://evil.localhost>; rel=preconnect'],
          ['NEL', '{"report_to":"a","max_age":1}'],
          ['Report-To', '{"group":"a","max_age":1,"endpoints":[{"url":"https://evil.localhost/"}]}'],
          ['Refresh', '5; url=https://evil.localhost/'],
          ['Speculation-Rules', '"/rules.json"'],
        ],
        body: HTML,
      });
      const got = await get('GET /');
      expect(got.text).not.toContain('evil.localhost');
      for (const name of ['link', 'nel', 'report-to', 'refresh', 'speculation-rules']) expect(got.values(name)).toEqual([]);
    },
  },
  {
    id: 'M32',
    text: 'A cookie that something registered later adds at the last moment is filtered like any other',
    hold: async (begin) => {
      const { get } = await begin({ headers: [['Set-Cookie', DECLARED]], body: 'x', late: '_late=1; Path=/' });
      expect((await get('GET /login')).set).toEqual([DECLARED]);
    },
  },
  {
    id: 'M33',
    text: 'What is written past the framework to the socket is filtered too',
    hold: async (begin) => {
      const { get } = await begin({ raw: 'HTTP/1.1 200 OK\r\nSet-Cookie: _raw=1\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx' });
      expect((await get('GET /')).set).toEqual([]);
    },
  },
];
