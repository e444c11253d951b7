import { scanCookieHeader } from '@candor/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { choiceFor } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, statusOf } from '../wire.ts';
import type { Capture } from './capture.ts';
import { readRequests, startCapture } from './capture.ts';
import type { Running } from './stand.ts';
import { during, startGuard, withGuardBefore } from './stand.ts';

const HOST = 'Host: portal.localhost';
const CHUNKED = 'Transfer-Encoding: chunked';
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: portal.localhost\r\n\r\n';

function raw(line: string, headers: readonly string[], body = ''): string {
  return [`${line} HTTP/1.1`, ...headers, '', body].join('\r\n');
}

function post(headers: readonly string[], body: string): string {
  return raw('POST /', [HOST, 'Connection: close', ...headers], body);
}

function get(target: string, headers: readonly string[] = [HOST]): string {
  return raw(`GET ${target}`, ['Connection: close', ...headers]);
}

/** Each with the number of requests that the site may see of it. */
const attempts: readonly (readonly [name: string, bytes: string, seen: 0 | 1 | '0 or 1'])[] = [
  ['CL.TE', post(['Content-Length: 6', CHUNKED], '0\r\n\r\nG'), 0],
  ['TE.CL', post([CHUNKED, 'Content-Length: 4'], `5c\r\n${SMUGGLED}\r\n0\r\n\r\n`), 0],
  ['TE.TE', post([CHUNKED, 'Transfer-Encoding: identity'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['TE.TE, the other way', post(['Transfer-Encoding: identity', CHUNKED], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a coding list', post(['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a list that begins empty', post(['Transfer-Encoding: ,chunked'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a coding with a parameter', post(['Transfer-Encoding: chunked;q=1'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a space before the colon of TE', post(['Transfer-Encoding : chunked'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a space before the colon of CL', post(['Content-Length : 5'], 'abcde'), 0],
  ['a vertical tab before the coding', post(['Transfer-Encoding: \x0bchunked'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a coding on a folded line', post(['Transfer-Encoding:', ' chunked'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a coding behind a bare line feed', post(['X: 1\nTransfer-Encoding: chunked'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['a coding behind a bare carriage return', post(['X: 1\rTransfer-Encoding: chunked'], `0\r\n\r\n${SMUGGLED}`), 0],
  ['line feeds only', get('/').replaceAll('\r\n', '\n'), 0],
  ['a signed length', post(['Content-Length: +5'], 'abcde'), 0],
  ['a negative length', post(['Content-Length: -5'], 'abcde'), 0],
  ['a length in hex', post(['Content-Length: 0x5'], 'abcde'), 0],
  ['a length list', post(['Content-Length: 5, 5'], 'abcde'), 0],
  ['a length that is too long for any integer', post(['Content-Length: 99999999999999999999'], 'abcde'), 0],
  ['the same length twice', post(['Content-Length: 5', 'Content-Length: 5'], 'abcde'), 0],
  ['two lengths', post(['Content-Length: 0', `Content-Length: ${SMUGGLED.length}`], SMUGGLED), 0],
  ['no length, and a request for a body', post([], SMUGGLED), '0 or 1'],
  ['a body of GET that is a request', raw('GET /', [HOST, `Content-Length: ${SMUGGLED.length}`, 'Connection: close'], SMUGGLED), 1],
  ['a chunked body that is a request', post([CHUNKED], `${SMUGGLED.length.toString(16)}\r\n${SMUGGLED}\r\n0\r\n\r\n`), 1],
  ['a request behind the last chunk', post([CHUNKED], `0\r\n\r\n${SMUGGLED}`), '0 or 1'],
  ['trailers with cookies and framing', post([CHUNKED], '1\r\nx\r\n0\r\nCookie: _ga=1\r\nContent-Length: 50\r\n\r\n'), '0 or 1'],
  ['a chunk size beyond any integer', post([CHUNKED], 'fffffffffffffffff\r\nabc\r\n0\r\n\r\n'), 0],
  ['a negative chunk size', post([CHUNKED], '-1\r\nabc\r\n0\r\n\r\n'), 0],
  ['a chunk size in another notation', post([CHUNKED], '0x3\r\nabc\r\n0\r\n\r\n'), 0],
  ['chunks that end in line feeds', post([CHUNKED], `3\nabc\n0\n\n${SMUGGLED}`), 0],
  ['a chunk extension with a line feed', post([CHUNKED], `3;a\nb\r\nabc\r\n0\r\n\r\n${SMUGGLED}`), 0],
  ['a long chunk extension', post([CHUNKED], `3;${'a'.repeat(20_000)}\r\nabc\r\n0\r\n\r\n`), 0],
  ['Connection that names the length', post(['Connection: Content-Length', 'Content-Length: 3'], 'abc'), 0],
  ['Connection that names the host', get('/', [HOST, 'Connection: host']), 0],
  ['two hosts', get('/', [HOST, 'Host: other.example']), 0],
  ['the same host twice', get('/', [HOST, HOST]), 0],
  ['a list of hosts', get('/', ['Host: portal.localhost, other.example']), 0],
  ['a host with a path', get('/', ['Host: portal.localhost/x']), 0],
  ['a host with a user', get('/', ['Host: portal.localhost@other.example']), 0],
  ['a host on a folded line', get('/', ['Host: portal.localhost', ' other.example']), 0],
  ['a host behind a space', get('/', ['Host : other.example']), 0],
  ['no host', get('/', []), 0],
  ['a target of another host', get('http://other.example/'), 0],
  ['a target with a user', get('http://x@portal.localhost/'), 0],
  ['a target of another scheme', get('ftp://portal.localhost/'), 0],
  ['a target that is a host', get('portal.localhost:80'), 0],
  ['a target with a NUL', get('/a\0b'), 0],
  ['a target with a space', get('/a b'), 0],
  ['a target with a tab', get('/a\tb'), 0],
  ['a target with bytes above 0x7f', get('/\xff'), 0],
  ['a target with a carriage return', get('/a\rX: y'), 0],
  ['two slashes', get('//evil.example/x'), 1],
  ['a backslash', get('/\\evil.example/x'), 1],
  ['encoded slashes', get('/%2f%2fevil.example/..%2f..%2fx'), 1],
  ['dots', get('/a/../../../../x/%2e%2e/./y'), 1],
  ['CONNECT', raw('CONNECT portal.localhost:443', [HOST]), 0],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 0],
  ['HTTP/0.9', 'GET /\r\n\r\n', 0],
  ['HTTP/1.2', get('/').replace('HTTP/1.1', 'HTTP/1.2'), 0],
  ['HTTP/2.0', get('/').replace('HTTP/1.1', 'HTTP/2.0'), 0],
  ['chunks in HTTP/1.0', post([CHUNKED], `0\r\n\r\n${SMUGGLED}`).replace('HTTP/1.1', 'HTTP/1.0'), '0 or 1'],
  ['a method of control characters', get('/').replace('GET', 'G\x01T'), 0],
  ['a method in lower case', get('/').replace('GET', 'get'), 0],
  [
    'Upgrade: h2c with a request behind',
    raw('GET /', [HOST, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AA'], SMUGGLED),
    1,
  ],
  [
    'Upgrade with a length',
    raw('POST /', [HOST, 'Connection: Upgrade', 'Upgrade: h2c', `Content-Length: ${SMUGGLED.length}`], SMUGGLED),
    0,
  ],
  ['an expectation nobody knows', post(['Expect: magic', 'Content-Length: 3'], 'abc'), 0],
  ['an expectation that is met', post(['Expect: 100-continue', 'Content-Length: 3'], 'abc'), 1],
];

let capture: Capture;
let running: Running;

beforeAll(async () => {
  capture = await startCapture();
  running = await startGuard(capture.url);
});

afterAll(async () => {
  await running.guard.close();
  await capture.close();
});

beforeEach(() => {
  (capture.connections as string[]).length = 0;
});

/** What a site may be asked: one framing, whole lines, nothing of what visitors said about themselves, no undeclared cookie. */
function expectClean(head: string): void {
  expect(head.replaceAll('\r\n', ''), head).not.toMatch(/[\r\n\0]/);
  expect(head).not.toMatch(/^(?:GET|POST) \/smuggled/);
  const framings = head.match(/\r\n(?:transfer[-_]encoding|content[-_]length)\s*:/gi) ?? [];
  expect(framings.length, head).toBeLessThanOrEqual(1);
  expect(headerValues(head, 'host'), head).toHaveLength(1);
  const names = headerValues(head, 'cookie').flatMap((line) => scanCookieHeader(line).map(({ name }) => name));
  expect(names.filter((name) => !['csrftoken', 'sessionid', 'cookies_preferences', 'django_language'].includes(name))).toEqual([]);
}

for (const [name, bytes, count] of attempts) {
  test(`G101 attack 6: the site sees ${count} request of ${name}`, async () => {
    const reply = await exchangeBytes(running.port, bytes.replace('\r\n', '\r\nCookie: _ga=1; csrftoken=a\r\n'));
    const seen = capture.connections.map(readRequests);
    const requests = seen.flatMap(({ requests }) => requests);
    if (count === '0 or 1') expect(requests.length).toBeLessThanOrEqual(1);
    else expect(requests).toHaveLength(count);
    for (const { head } of requests) expectClean(head);
    for (const { requests, rest } of seen) if (requests.length > 0) expect(rest).toBe('');
    expect(reply).not.toMatch(/set-cookie: (?!.*Max-Age=0)/i);
    if (count === 0 && reply !== '') expect([400, 413, 417, 431, 501]).toContain(statusOf(reply));
  });
}

test('G101 attack 6: pipelined requests stay apart, each with its own cookies', async () => {
  const one = (path: string, cookie: string): string => raw(`GET ${path}`, [HOST, `Cookie: ${cookie}`]);
  const granted = `cookies_preferences=${choiceFor('granted')}`;
  const all =
    one('/a', '_vis1=a') + one('/b', `_vis1=b; ${granted}`) + one('/c', '_ga=c; _vis1=c') + get('/d', [HOST, 'Cookie: csrftoken=d']);
  const reply = await exchangeBytes(running.port, all);
  expect(reply.match(/HTTP\/1\.1 200/g)).toHaveLength(4);
  const heads = capture.connections.map((bytes) => readRequests(bytes).requests[0]?.head ?? '');
  expect(heads.map((head) => [head.split(' ')[1], headerValues(head, 'cookie').join()])).toEqual([
    ['/a', ''],
    ['/b', `_vis1=b; ${granted}`],
    ['/c', ''],
    ['/d', 'csrftoken=d'],
  ]);
});

test('G102 attack 6: a Connection header takes neither cookies, nor a signal, nor the origin away, in any spelling', async () => {
  const headers = [
    'Connection: Cookie, SEC-GPC ,sec-fetch-site,origin,,authorization , referer',
    'Cookie: csrftoken=a; _ga=1',
    'Sec-GPC: 1',
    'Origin: http://portal.localhost',
    'Sec-Fetch-Site: same-origin',
    'Authorization: Basic x',
    'Referer: http://portal.localhost/',
  ];
  await exchangeBytes(running.port, get('/data', [HOST, ...headers]));
  const head = capture.connections[0] ?? '';
  expect(headerValues(head, 'cookie')).toEqual(['csrftoken=a']);
  for (const name of ['sec-gpc', 'origin', 'sec-fetch-site', 'authorization', 'referer']) expect(headerValues(head, name)).toHaveLength(1);
  const state = async (lines: readonly string[]): Promise<string> =>
    bodyOf(await exchangeBytes(running.port, get('/cookies/api/state', [HOST, ...lines])));
  expect(await state(['Connection: sec-gpc', 'Sec-GPC: 1'])).toBe(await state(['Sec-GPC: 1']));
  expect(await state(['Sec-GPC: 1'])).not.toBe(await state([]));
});

test('G102 attack 6: a name with an underscore, which some servers take for a hyphen, says nothing that only a proxy may say', async () => {
  const twins = [
    'X_Forwarded_For: 9.9.9.9',
    'X_Forwarded_Host: evil.example',
    'X-Forwarded_Proto: https',
    'Content_Length: 50',
    'Transfer_Encoding: chunked',
  ];
  await exchangeBytes(running.port, get('/data', [HOST, ...twins]));
  expect(capture.connections[0] ?? '').not.toMatch(/9\.9\.9\.9|evil\.example|https|_length|_encoding/i);
});

test('G102 attack 6: nothing is lost behind thousands of lines', async () => {
  const filler = Array.from({ length: 4000 }, (_, at) => `X-${at}: y`);
  await exchangeBytes(running.port, get('/data', [HOST, ...filler, 'Cookie: _ga=1; csrftoken=a', 'Sec-GPC: 1']));
  const head = capture.connections[0] ?? '';
  expect(headerValues(head, 'cookie')).toEqual(['csrftoken=a']);
  expect(headerValues(head, 'sec-gpc')).toEqual(['1']);
  expect(headerValues(head, 'x-3999')).toEqual(['y']);
});

test('G103 attack 10: what cookies a visitor sends, what goes on and what comes back stays bounded', async () => {
  const floods: readonly (readonly [name: string, cookie: string])[] = [
    ['ten thousand names', Array.from({ length: 10_000 }, (_, at) => `a${at}`).join(';')],
    ['undeclared pairs', Array.from({ length: 6000 }, (_, at) => `_x${at}=1`).join(';')],
    ['refused names of one prefix', Array.from({ length: 6000 }, (_, at) => `_vis${at}=`).join(';')],
    ['host-prefixed names', Array.from({ length: 4000 }, (_, at) => `__Host-a${at}=`).join(';')],
    ['one name again and again', 'csrftoken=a;'.repeat(5000)],
    ['separators', ';'.repeat(60_000)],
    ['equals signs', '='.repeat(60_000)],
    ['one value', `csrftoken=${'x'.repeat(60_000)}`],
    ['one name', `${'x'.repeat(60_000)}=1`],
    ['names of four kilobytes', Array.from({ length: 15 }, (_, at) => `${'x'.repeat(4000)}${at}=`).join(';')],
    ['choices', `cookies_preferences=${choiceFor('granted')};`.repeat(900)],
  ];
  for (const [name, cookie] of floods) {
    (capture.connections as string[]).length = 0;
    const text = get('/a/b/c/d/e/f/g/h', [HOST, `Cookie: ${cookie}`]);
    const reply = await exchangeBytes(running.port, text);
    expect(statusOf(reply), name).toBe(200);
    expect(reply.length, name).toBeLessThan(16_000);
    expect(headerValues(reply, 'set-cookie').length, name).toBeLessThanOrEqual(64);
    expect((capture.connections[0] ?? '').length, name).toBeLessThan(text.length + 500);
    expect(headerValues(capture.connections[0] ?? '', 'cookie').join(), name).not.toMatch(/_x|_vis|__Host|^a\d/);
  }
});

test('G103 attack 10: two hundred cookies of four kilobytes are refused before anything reads them', async () => {
  const cookie = Array.from({ length: 200 }, (_, at) => `a${at}=${'x'.repeat(4000)}`).join('; ');
  expect(statusOf(await exchangeBytes(running.port, get('/', [HOST, `Cookie: ${cookie}`])))).toBe(431);
  expect(capture.connections.filter((bytes) => bytes !== '')).toEqual([]);
});

test('G104 attack 20: whatever host a request names, nobody but the site is asked', async () => {
  await during(startCapture(), async (canary) => {
    const port = new URL(canary.url).port;
    const there = `127.0.0.1:${port}`;
    const targets = [
      raw(`GET http://${there}/`, [`Host: ${there}`, 'Connection: close']),
      raw(`GET http://${there}/`, [HOST, 'Connection: close']),
      get(`//${there}/`),
      get(`/\\${there}/`),
      get(`/@${there}/`),
      get('/', [`Host: ${there}`]),
      get('/', [
        HOST,
        `X-Forwarded-Host: ${there}`,
        `Forwarded: host=${there}`,
        `X-Original-URL: http://${there}/`,
        `X-Rewrite-URL: //${there}/`,
      ]),
      raw(`CONNECT ${there}`, [`Host: ${there}`]),
      raw('OPTIONS *', [`Host: ${there}`, 'Connection: close']),
    ];
    for (const text of targets) await exchangeBytes(running.port, text);
    expect(canary.connections).toEqual([]);
    const seen = capture.connections.flatMap((bytes) => readRequests(bytes).requests.map(({ head }) => head));
    expect(seen.length).toBeGreaterThan(4);
    for (const head of seen) expect(headerValues(head, 'x-forwarded-host')).toEqual(headerValues(head, 'host'));
  });
});

test('G104 attack 20: a redirect of the site is handed on, never followed', async () => {
  await during(startCapture(), async (canary) => {
    const answer = `HTTP/1.1 302 Found\r\nLocation: ${canary.url}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    await during(
      startCapture(() => answer),
      async (site) => {
        const reply = await withGuardBefore(site.url, (port) => exchangeBytes(port, get('/')));
        expect(statusOf(reply)).toBe(302);
        expect(headerValues(reply, 'location')).toEqual([`${canary.url}/`]);
      },
    );
    expect(canary.connections).toEqual([]);
  });
});

test('G105 attack 5: a large body that the site did not wait for does not stop the next request of the connection', async () => {
  const { connect } = await import('node:net');
  const { startHostileOrigin } = await import('@candor/testkit');
  await during(startHostileOrigin(), async (origin) => {
    const replies = await withGuardBefore(origin.url, async (port) => {
      const socket = connect(port, '127.0.0.1');
      let received = '';
      socket.on('data', (data) => {
        if (received === '') socket.write(`${'x'.repeat(999_997)}${get('/login?try=page')}`);
        received += data.toString('latin1');
      });
      socket.write(raw('POST /login?try=before-body', [HOST, 'Content-Length: 1000000'], 'abc'));
      await new Promise((resolve) => socket.once('close', resolve));
      return received;
    });
    expect(replies.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });
});
