import { expect, test } from 'vitest';
import { choiceFor, page, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

/** What an origin tries: one declared cookie among undeclared ones in every disguise. */
const tried: readonly string[] = [
  'csrftoken=t; Path=/; Secure; SameSite=Lax; Max-Age=31449600',
  '_ga=1; Path=/',
  '_gid=2; Path=/; Max-Age=60',
  '_ga=3; Domain=localhost; Path=/',
  'SESSIONID=4; Path=/',
  'sessionid',
  '=sessionid=5',
  '\xa0_ga=6',
  'Csrftoken=7; Path=/',
  '__Host-id=8; Secure; Path=/',
  '__Secure-id=9; Secure',
  'constructor=10',
  '__proto__=11; Path=/',
  '"quoted"=12',
  'a=13; HttpOnly',
  '_fbp=14; Expires=Wed, 01 Jan 2031 00:00:00 GMT',
  'csrftoken2=15, csrftoken=16; Path=/',
  '\xffbytes=\x80\xff; Path=/',
];
const lines = tried.map((line) => `Set-Cookie: ${line}`);
/** Only names and lives matter here: the declared one may carry a tightened end. */
const declared = [expect.stringMatching(/^csrftoken=t;/)];

function message(status: string, headers: readonly string[] = [], body = ''): string {
  return [`HTTP/1.1 ${status}`, 'Connection: close', ...lines, ...headers, '', body].join('\r\n');
}

const routes: readonly (readonly [name: string, line: string, answer: string, status: number])[] = [
  ['200', 'GET /login', message('200 OK', ['Content-Length: 2'], 'ok'), 200],
  ['200 HTML', 'GET /login', page('<html><head></head><body>x</body></html>', lines), 200],
  ['204', 'GET /login', message('204 No Content'), 204],
  ['304', 'GET /login', message('304 Not Modified', ['ETag: "a"']), 304],
  ['302', 'GET /login', message('302 Found', ['Location: /', 'Content-Length: 0']), 302],
  ['404', 'GET /login', message('404 Not Found', ['Content-Length: 0']), 404],
  ['500', 'GET /login', message('500 Internal Server Error', ['Content-Length: 1'], 'x'), 500],
  ['a POST', 'POST /login', message('200 OK', ['Content-Length: 2'], 'ok'), 200],
  ['an HTML HEAD', 'HEAD /login', message('200 OK', ['Content-Type: text/html', 'Content-Length: 5000']), 200],
  [
    'a chunked stream',
    'GET /login',
    message('200 OK', ['Transfer-Encoding: chunked'], '3\r\nabc\r\n0\r\nSet-Cookie: trailer=1\r\n\r\n'),
    200,
  ],
  ['a body to the end of the connection', 'GET /login', message('200 OK', [], 'until the end'), 200],
  ['a Connection header that names Set-Cookie', 'GET /login', message('200 OK', ['Content-Length: 0', 'Connection: set-cookie']), 200],
  ['Set-Cookie2', 'GET /login', message('200 OK', ['Content-Length: 0', 'Set-Cookie2: x=1; Version=1']), 200],
];

for (const [name, line, answer, status] of routes) {
  test(`G10 no undeclared Set-Cookie leaves with ${name}`, async () => {
    await withGuard(
      () => answer,
      async ({ port }) => {
        const reply = await exchangeBytes(
          port,
          requestText(line, line.startsWith('POST') ? ['Content-Length: 0'] : line.startsWith('HEAD') ? ['Cookie: csrftoken=held'] : []),
        );
        expect(statusOf(reply)).toBe(status);
        expect(headerValues(reply, 'set-cookie')).toEqual(declared);
        expect(headerValues(reply, 'set-cookie2')).toEqual([]);
        expect(reply).not.toContain('trailer=1');
      },
    );
  });
}

test('G10 no Set-Cookie leaves with a 103, and none of its links to undeclared hosts', async () => {
  const early = [
    'HTTP/1.1 103 Early Hints',
    ...lines,
    'Link: </a.css>; rel=preload; as=style, <https://x.example/p>; rel=preconnect',
    'Link: </b, "c".css>; rel=preload; as=style',
    '',
    '',
  ].join('\r\n');
  await withGuard(
    () => early + page('<html></html>', lines),
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('GET /login'));
      const [hints = '', ...rest] = reply.split(/(?=HTTP\/1\.1 200)/);
      expect(hints).toMatch(/^HTTP\/1\.1 103 Early Hints\r\nLink: <\/a\.css>/);
      expect(hints).not.toMatch(/set-cookie|x\.example/i);
      expect(headerValues(rest.join(''), 'set-cookie')).toEqual(declared);
    },
  );
});

test('G20 no undeclared Set-Cookie leaves with a 101, and both directions flow', async () => {
  const reply = await withGuard(
    (_head, socket) => {
      socket.write(
        [
          'HTTP/1.1 101 Switching Protocols',
          'Upgrade: websocket',
          'Connection: Upgrade',
          ...lines,
          'Sec-WebSocket-Accept: x',
          '',
          'hello',
        ].join('\r\n'),
        'latin1',
      );
      socket.on('data', (data) => socket.end(`echo ${data.toString('latin1')}`));
      return null;
    },
    async ({ port, origin }) => {
      const text = [
        'GET /login HTTP/1.1',
        'Host: portal.localhost',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Cookie: _ga=1; csrftoken=2',
        'Sec-WebSocket-Key: x',
        '',
        'frame',
      ].join('\r\n');
      const answer = await exchangeBytes(port, text);
      expect(origin.heads[0]).toMatch(/\r\nCookie: csrftoken=2\r\n/);
      expect(headerValues(origin.heads[0] ?? '', 'upgrade')).toEqual(['websocket']);
      return answer;
    },
  );
  expect(statusOf(reply)).toBe(101);
  expect(headerValues(reply, 'set-cookie').filter((line) => !line.includes('Max-Age=0'))).toEqual(declared);
  expect(headerValues(reply, 'sec-websocket-accept')).toEqual(['x']);
  expect(reply).toContain('\r\n\r\nhello');
  expect(reply).toContain('echo frame');
});

test('G20 a WebSocket that is refused is an ordinary response', async () => {
  await withGuard(
    () => message('403 Forbidden', ['Content-Length: 2'], 'no'),
    async ({ port }) => {
      const reply = await exchangeBytes(
        port,
        ['GET /login HTTP/1.1', 'Host: portal.localhost', 'Connection: Upgrade', 'Upgrade: websocket', '', ''].join('\r\n'),
      );
      expect(statusOf(reply)).toBe(403);
      expect(headerValues(reply, 'set-cookie')).toEqual(declared);
      expect(headerValues(reply, 'content-security-policy')).toHaveLength(2);
    },
  );
});

test('G20 any other upgrade is an ordinary request', async () => {
  await withGuard(
    () => page('<html><head></head><body></body></html>', lines),
    async ({ port, origin }) => {
      const reply = await exchangeBytes(
        port,
        [
          'GET /login HTTP/1.1',
          'Host: portal.localhost',
          'Connection: Upgrade, HTTP2-Settings',
          'Upgrade: h2c',
          'HTTP2-Settings: AA',
          '',
          '',
        ].join('\r\n'),
      );
      expect(statusOf(reply)).toBe(200);
      expect(headerValues(reply, 'set-cookie')).toEqual(declared);
      expect(headerValues(reply, 'content-security-policy')).toHaveLength(2);
      expect(bodyOf(reply)).toContain('candor-state');
      expect(origin.heads[0]).not.toMatch(/upgrade|http2-settings/i);
    },
  );
});

test('G20 an upgrade with a body is refused, and nothing of it reaches the site', async () => {
  await withGuard(
    () => page('x'),
    async ({ port, origin }) => {
      const reply = await exchangeBytes(
        port,
        [
          'POST / HTTP/1.1',
          'Host: portal.localhost',
          'Connection: Upgrade',
          'Upgrade: h2c',
          'Content-Length: 30',
          '',
          'GET /smuggled HTTP/1.1\r\nHost: ',
        ].join('\r\n'),
      );
      expect(statusOf(reply)).toBe(400);
      expect(origin.heads).toEqual([]);
    },
  );
});

test('G11 a cookie that needs consent passes after it, and only then', async () => {
  const answer = message('200 OK', ['Content-Length: 0', 'Set-Cookie: _vis1=a; Path=/; Max-Age=99999; Secure']);
  await withGuard(
    () => answer,
    async ({ port }) => {
      const names = async (cookie: readonly string[]): Promise<readonly string[]> =>
        headerValues(await exchangeBytes(port, requestText('GET /data', cookie)), 'set-cookie').map((line) => line.split('=')[0] ?? '');
      expect(await names([])).toEqual([]);
      expect(await names([`Cookie: cookies_preferences=${choiceFor('denied')}`])).toEqual([]);
      expect(await names([`Cookie: cookies_preferences=${choiceFor('granted')}`])).toEqual(['_vis1']);
      const granted = await exchangeBytes(port, requestText('GET /data', [`Cookie: cookies_preferences=${choiceFor('granted')}`]));
      expect(headerValues(granted, 'set-cookie')).toEqual(['_vis1=a; Path=/; Max-Age=99999; Secure; Max-Age=3600']);
    },
  );
});

test('G12 what the visitor holds and is not allowed is expired; the stored choice never is', async () => {
  await withGuard(
    () => message('200 OK', ['Content-Length: 0']),
    async ({ port }) => {
      const cookie = `Cookie: _vis1=a; _ga=b; csrftoken=c; cookies_preferences=${choiceFor('denied')}`;
      const expired = headerValues(await exchangeBytes(port, requestText('GET /data', [cookie])), 'set-cookie').filter((line) =>
        /max-age=0|1970/i.test(line),
      );
      expect(expired.some((line) => line.startsWith('_vis1='))).toBe(true);
      expect(expired.some((line) => line.startsWith('_ga='))).toBe(true);
      expect(expired.filter((line) => /^(csrftoken|cookies_preferences)=/.test(line))).toEqual([]);
    },
  );
});

test('G17 nothing is expired on a response that a shared cache is invited to keep', async () => {
  await withGuard(
    () => ['HTTP/1.1 200 OK', 'Cache-Control: public, max-age=60', 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'),
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('GET /app.js', ['Cookie: _ga=b', 'Sec-Fetch-Dest: script']));
      expect(headerValues(reply, 'set-cookie')).toEqual([]);
      expect(headerValues(reply, 'cache-control')).toEqual(['public, max-age=60']);
    },
  );
});

test('G15 header bytes above 0x7f and body bytes survive', async () => {
  await withGuard(
    () => `HTTP/1.1 200 Sch\xf6n\r\nX-Name: caf\xe9 \xff\x80\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\x00\xfe\xff`,
    async ({ port, origin }) => {
      const reply = await exchangeBytes(port, requestText('GET /data', ['X-Sent: \xe9\xff', 'Cookie: csrftoken=\xe9\xff']));
      expect(reply).toMatch(/^HTTP\/1\.1 200 Sch\xf6n\r\n/);
      expect(headerValues(reply, 'x-name')).toEqual(['caf\xe9 \xff\x80']);
      expect(bodyOf(reply)).toBe('\x00\xfe\xff');
      expect(headerValues(origin.heads[0] ?? '', 'x-sent')).toEqual(['\xe9\xff']);
      expect(headerValues(origin.heads[0] ?? '', 'cookie')).toEqual(['csrftoken=\xe9\xff']);
    },
  );
});

test('G15 a body that breaks off breaks off for the visitor too', async () => {
  await withGuard(
    (_head, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', () => socket.destroy());
      return null;
    },
    async ({ port }) => {
      const reply = await exchangeBytes(port, requestText('GET /data'));
      expect(reply).toContain('abc');
      expect(reply).not.toContain('\r\n0\r\n');
    },
  );
});

test('G15 the head of a stream leaves before its first byte', async () => {
  await withGuard(
    (_head, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n');
      return null;
    },
    async ({ port }) => {
      const { request } = await import('node:http');
      const type = await new Promise((resolve) => {
        const outgoing = request({ port, host: '127.0.0.1', path: '/stream', headers: { host: 'portal.localhost' } }, (incoming) => {
          resolve(incoming.headers['content-type']);
          incoming.destroy();
        });
        outgoing.on('error', () => undefined);
        outgoing.end();
      });
      expect(type).toBe('text/event-stream');
    },
  );
});
