import { expect, test } from 'vitest';
import type { GuardOptions } from '../src/index.ts';
import { readFraming } from '../src/request/framing.ts';
import { readTarget } from '../src/request/request-target.ts';
import { choiceFor, page, withGuard } from './site.ts';
import { exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/** What the site gets for a request. */
async function seenBySite(
  text: string,
  overrides: Partial<GuardOptions> = {},
): Promise<{ readonly head: string; readonly reply: string; readonly count: number }> {
  return withGuard(
    () => OK,
    async ({ port, origin }) => {
      const reply = await exchangeBytes(port, text);
      return { head: origin.heads[0] ?? '', reply, count: origin.heads.length };
    },
    overrides,
  );
}

test('G1 what belongs to the connection stays on it', async () => {
  const { head } = await seenBySite(
    requestText('GET /', ['Connection: X-Hop', 'X-Hop: 1', 'Keep-Alive: timeout=9', 'TE: trailers', 'Proxy-Authorization: x', 'X-End: 2']),
  );
  expect(head).not.toMatch(/x-hop|keep-alive: timeout|\nte:|proxy-auth/i);
  expect(headerValues(head, 'x-end')).toEqual(['2']);
});

test('G1 a Connection header cannot take away what the guard or the site decides by', async () => {
  const { head } = await seenBySite(requestText('GET /', ['Connection: cookie, sec-gpc', 'Sec-GPC: 1', 'Cookie: csrftoken=a']));
  expect(headerValues(head, 'cookie')).toEqual(['csrftoken=a']);
  expect(headerValues(head, 'sec-gpc')).toEqual(['1']);
});

const ambiguous: readonly (readonly [name: string, text: string])[] = [
  ['Transfer-Encoding with Content-Length', requestText('POST /', ['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\n')],
  ['two lengths', requestText('POST /', ['Content-Length: 4', 'Content-Length: 5'], 'abcde')],
  ['a length that is no number', requestText('POST /', ['Content-Length: +4'], 'abcd')],
  ['another transfer coding', requestText('POST /', ['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n')],
  ['a disguised chunked', requestText('POST /', ['Transfer-Encoding: xchunked'], '0\r\n\r\n')],
  ['Connection that names content-length', requestText('POST /', ['Connection: content-length', 'Content-Length: 4'], 'abcd')],
  ['two hosts', requestText('GET /', ['Host: other.example'])],
  ['a target of another host', requestText('GET http://other.example/')],
  ['a host with a user', requestText('GET /').replace('Host: portal.localhost', 'Host: a@b')],
  ['a line that ends in LF only before a header', requestText('POST /', ['X: 1\nTransfer-Encoding: chunked', 'Content-Length: 0'])],
];

for (const [name, text] of ambiguous) {
  test(`G2 a request that two servers could read in two ways is refused: ${name}`, async () => {
    const { reply, count } = await seenBySite(text);
    expect([400, 501]).toContain(statusOf(reply));
    expect(count).toBe(0);
  });
}

for (const method of ['GET', 'DELETE', 'OPTIONS', 'POST']) {
  test(`G3 a chunked body of ${method} is chunked to the site, so that it cannot become a request of its own`, async () => {
    const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
    const { head, count } = await seenBySite(
      requestText(`${method} /`, ['Transfer-Encoding: chunked'], `${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`),
    );
    expect(headerValues(head, 'transfer-encoding')).toEqual(['chunked']);
    expect(count).toBe(1);
  });
}

test('G3 a counted body of GET keeps its count, and an empty POST gets one', async () => {
  expect(headerValues((await seenBySite(requestText('GET /', ['Content-Length: 3'], 'abc'))).head, 'content-length')).toEqual(['3']);
  expect(headerValues((await seenBySite(requestText('POST /'))).head, 'content-length')).toEqual(['0']);
  expect(
    readFraming([
      ['Transfer-Encoding', 'chunked'],
      ['Transfer-Encoding', 'chunked'],
    ]).ok,
  ).toBe(false);
});

const targets: readonly (readonly [url: string, forwarded: string, path: string])[] = [
  ['/a/b?c=%2e', '/a/b?c=%2e', '/a/b'],
  ['//evil.example/x', '/evil.example/x', '/evil.example/x'],
  ['///', '/', '/'],
  ['/a/../cookies/preferences', '/cookies/preferences', '/cookies/preferences'],
  ['/a/%2E%2e/b', '/b', '/b'],
  ['/../../x', '/x', '/x'],
  ['/.//x', '/x', '/x'],
  ['/a/.', '/a/', '/a/'],
  ['/a/b/..', '/a/', '/a/'],
  ['/%63ookies/%7ex%2F', '/%63ookies/%7ex%2F', '/cookies/~x%2F'],
  ['/proxy/http://x.example/', '/proxy/http://x.example/', '/proxy/http://x.example/'],
  ['http://portal.localhost/x?y', '/x?y', '/x'],
  ['http://portal.localhost?y', '/?y', '/'],
  ['/a#b', '/a', '/a'],
  ['*', '*', '/'],
];

for (const [url, forwarded, path] of targets) {
  test(`G4 the target ${url} is normalised once, for the site and for the deciders`, () => {
    expect(readTarget(url, ['portal.localhost'])).toMatchObject({ ok: true, value: { forwarded, path, host: 'portal.localhost' } });
  });
}

test('G2 both framings at once are refused by the guard itself, whatever the parser below it lets through', () => {
  expect(
    readFraming([
      ['Transfer-Encoding', 'chunked'],
      ['Content-Length', '1'],
    ]),
  ).toMatchObject({ ok: false, refusal: { status: 400 } });
});

test('G4 hosts are lower case and without port', () => {
  expect(readTarget('/', ['Portal.LOCALHOST:8080'])).toMatchObject({
    ok: true,
    value: { host: 'portal.localhost', authority: 'Portal.LOCALHOST:8080' },
  });
  expect(readTarget('/', ['[::1]:80'])).toMatchObject({ ok: true, value: { host: '[::1]' } });
  expect(readTarget('x', ['h']).ok).toBe(false);
});

test('G5 cookie lines are merged, and none that is refused or undeclared reaches the site', async () => {
  const { head } = await seenBySite(
    requestText('GET /', ['Cookie: _ga=1; csrftoken=a', `Cookie: _vis1=b; sessionid=c; cookies_preferences=${choiceFor('denied')}`]),
  );
  expect(headerValues(head, 'cookie')).toEqual([`csrftoken=a; sessionid=c; cookies_preferences=${choiceFor('denied')}`]);
  const granted = await seenBySite(requestText('GET /', [`Cookie: _vis1=b; cookies_preferences=${choiceFor('granted')}`]));
  expect(headerValues(granted.head, 'cookie')[0]).toContain('_vis1=b');
  expect(headerValues((await seenBySite(requestText('GET /', ['Cookie: _ga=1']))).head, 'cookie')).toEqual([]);
});

test('G7 forwarded addresses are replaced, unless the proxy in front is trusted', async () => {
  const sent = ['X-Forwarded-For: 9.9.9.9', 'X-Forwarded-Proto: https', 'X-Forwarded-Host: evil.example', 'Forwarded: for=9.9.9.9'];
  const { head } = await seenBySite(requestText('GET /', sent));
  expect(headerValues(head, 'x-forwarded-for')).toEqual(['127.0.0.1']);
  expect(headerValues(head, 'x-forwarded-proto')).toEqual(['http']);
  expect(headerValues(head, 'x-forwarded-host')).toEqual(['portal.localhost']);
  expect(headerValues(head, 'forwarded')).toEqual([]);
  await withGuard(
    () => OK,
    async ({ port, origin }) => {
      await exchangeBytes(port, requestText('GET /', sent));
      expect(headerValues(origin.heads[0] ?? '', 'x-forwarded-for')).toEqual(['9.9.9.9, 127.0.0.1']);
      expect(headerValues(origin.heads[0] ?? '', 'x-forwarded-proto')).toEqual(['https']);
    },
    { trustForwarded: true },
  );
});

const claims = [
  'X-Forwarded-Port: 8443',
  'X-Forwarded-Ssl: on',
  'X-Forwarded-Prefix: /evil',
  'X-Forwarded-Scheme: https',
  'Front-End-Https: on',
  'X-Url-Scheme: https',
  'X-Original-URL: /admin',
  'X-Rewrite-URL: /admin',
  'X-Original-Host: evil.example',
  'X-Real-IP: 9.9.9.9',
  'X-Client-IP: 9.9.9.9',
  'X-Cluster-Client-IP: 9.9.9.9',
  'True-Client-IP: 9.9.9.9',
  'CF-Connecting-IP: 9.9.9.9',
];
const underscored = ['X_Forwarded_Proto: https', 'X-Forwarded_For: 9.9.9.9', 'Content_Length: 5', 'my_own: 1'];

function namesIn(head: string): readonly string[] {
  return head
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(':')[0]?.toLowerCase() ?? '');
}

test.each(['enforce', 'observe'] as const)('G7 no visitor says of themselves what only a proxy may say, in mode %s', async (mode) => {
  const sent = [...claims, ...underscored];
  const { head } = await seenBySite(requestText('GET /', [...sent, 'X-Mine: 1']), { mode });
  const names = namesIn(head);
  expect(names).toContain('x-mine');
  expect(names.filter((name) => name.includes('_'))).toEqual([]);
  for (const line of claims) expect(names).not.toContain(line.split(':')[0]?.toLowerCase());
  const trusted = namesIn((await seenBySite(requestText('GET /', sent), { mode, trustForwarded: true })).head);
  for (const line of claims) expect(trusted).toContain(line.split(':')[0]?.toLowerCase());
  expect(trusted.filter((name) => name.includes('_'))).toEqual([]);
});

test('G7 the host that a trusted proxy says last is the one that is decided by, and what is no host is not', async () => {
  const grant = `Cookie: _vis1=b; cookies_preferences=${choiceFor('granted')}`;
  const trusting = { trustForwarded: true };
  const under = async (forwarded: readonly string[], overrides: Partial<GuardOptions> = trusting): Promise<string> => {
    const text = requestText('GET /', [grant, ...forwarded]).replace('Host: portal.localhost', 'Host: inner.example:8000');
    return (await seenBySite(text, overrides)).head;
  };
  const inner = await under([]);
  expect(headerValues(inner, 'cookie')[0] ?? '').not.toContain('_vis1');
  const outer = await under(['X-Forwarded-Host: evil.example', 'X-Forwarded-Host: other.example, portal.localhost']);
  expect(headerValues(outer, 'cookie')[0]).toContain('_vis1=b');
  expect(headerValues(outer, 'host')).toEqual(['inner.example:8000']);
  expect(headerValues(outer, 'x-forwarded-host')).toEqual(['portal.localhost']);
  const nonsense = await under(['X-Forwarded-Host: portal.localhost/x']);
  expect(headerValues(nonsense, 'x-forwarded-host')).toEqual(['inner.example:8000']);
  const distrusted = await under(['X-Forwarded-Host: portal.localhost'], {});
  expect(headerValues(distrusted, 'cookie')[0] ?? '').not.toContain('_vis1');
});

test('G8 a page is asked for whole and in a coding that can be read here, everything else as the browser asked', async () => {
  const wishes = ['Accept: text/html,*/*', 'Accept-Encoding: gzip, dcb, br', 'If-None-Match: "a"', 'If-Modified-Since: x'];
  const { head } = await seenBySite(requestText('GET /', [...wishes, 'Sec-Fetch-Dest: document']));
  expect(headerValues(head, 'accept-encoding')).toEqual(['gzip, br']);
  const unencoded = await seenBySite(requestText('GET /', ['Sec-Fetch-Dest: document']));
  expect(headerValues(unencoded.head, 'accept-encoding')).toEqual(['identity']);
  expect(head).not.toMatch(/if-none-match|if-modified/i);
  const image = await seenBySite(requestText('GET /x.png', [...wishes, 'Sec-Fetch-Dest: image']));
  expect(headerValues(image.head, 'accept-encoding')).toEqual(['gzip, dcb, br']);
  expect(headerValues(image.head, 'if-none-match')).toEqual(['"a"']);
});

test('G3 two requests over one kept connection are two requests to the site', async () => {
  await withGuard(
    () => page('<html></html>'),
    async ({ port, origin }) => {
      const first = 'GET /a HTTP/1.1\r\nHost: portal.localhost\r\n\r\n';
      const reply = await exchangeBytes(port, first + requestText('GET /b'));
      expect(reply.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
      expect(origin.heads.map((head) => head.split(' ')[1])).toEqual(['/a', '/b']);
    },
  );
});
