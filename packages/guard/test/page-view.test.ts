import { expect, test } from 'vitest';
import type { PageView } from '../src/index.ts';
import { NOW, objection, page, withGuard } from './site.ts';
import { exchangeBytes, requestText } from './wire.ts';

const HTML = '<html><head></head><body></body></html>';

async function viewsOf(line: string, headers: readonly string[] = [], answer = page(HTML)): Promise<readonly PageView[]> {
  const views: PageView[] = [];
  await withGuard(
    () => answer,
    ({ port }) => exchangeBytes(port, requestText(line, headers)),
    { onPageView: (view) => views.push(view) },
  );
  return views;
}

test('G65 a page answered with 200 to GET is a view, told without its query', async () => {
  const [view] = await viewsOf('GET /data?user=7', [
    'Referer: https://a.example/b',
    'User-Agent: X/1',
    'Accept-Language: fr',
    'Sec-Fetch-Dest: document',
  ]);
  expect(view).toMatchObject({
    host: 'portal.localhost',
    path: '/data',
    referrer: 'https://a.example/b',
    userAgent: 'X/1',
    language: 'fr',
    remoteAddress: '127.0.0.1',
    status: 200,
    at: NOW,
  });
  expect(view?.consent.purposes['audience']?.allowed).toBe(true);
});

const uncounted: readonly (readonly [name: string, line: string, headers?: readonly string[], answer?: string])[] = [
  ['an objection', 'GET /', [`Cookie: cookies_preferences=${objection()}`]],
  ['a prefetch', 'GET /', ['Sec-Purpose: prefetch;prerender']],
  ['a frame', 'GET /', ['Sec-Fetch-Dest: iframe']],
  ['a fragment', 'GET /', ['Sec-Fetch-Dest: empty']],
  ['HEAD', 'HEAD /'],
  ['POST', 'POST /', ['Content-Length: 0']],
  ['an error page', 'GET /', [], page(HTML).replace('200 OK', '404 Not Found')],
  ['a file', 'GET /a.csv', [], page('a;b').replace('text/html', 'text/csv')],
];

for (const [name, line, headers, answer] of uncounted) {
  test(`G65 not a view: ${name}`, async () => {
    expect(await viewsOf(line, headers, answer)).toEqual([]);
  });
}

test('G6 the signal is heard when it is exactly 1, wherever Connection points', async () => {
  const [view] = await viewsOf('GET /', ['Connection: sec-gpc', 'Sec-GPC: 1', 'X-Other: 1']);
  const heard = view?.consent.gpc ?? true;
  expect(heard).toBe(true);
  for (const value of ['0', 'true', '', '11']) expect((await viewsOf('GET /', [`Sec-GPC: ${value}`]))[0]?.consent.gpc).toBe(false);
});
