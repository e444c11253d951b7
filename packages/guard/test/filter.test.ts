import { expect, test } from 'vitest';
import type { FilterOptions } from '../src/contract.ts';
import { createFilter } from '../src/filter.ts';
import type { HeaderList } from '../src/header-list.ts';
import { createHtmlRewriter } from '../src/html/rewrite.ts';
import { choiceFor, client, NOW, site, stateOf } from './site.ts';

const none = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(0);

function filterFor(overrides: Partial<FilterOptions> = {}): ReturnType<typeof createFilter> {
  const random = (bytes: number): Uint8Array => new Uint8Array(bytes);
  return createFilter({ declaration: site, mode: 'enforce', client, random, now: () => NOW, ...overrides });
}

function arriving(url: string, headers: HeaderList = []): Parameters<ReturnType<typeof createFilter>['enter']>[0] {
  return { method: 'GET', url, headers: [['Host', 'portal.localhost'], ...headers], remoteAddress: '127.0.0.1', encrypted: false };
}

test('M38 a request goes in as lines and comes out as lines, a response the same, and a page with what becomes of it', () => {
  const { enter, report } = filterFor();
  const cookie = `_ga=1; csrftoken=t; cookies_preferences=${choiceFor('denied')}`;
  const { passing } = enter(
    arriving('/a/../login?q=1', [
      ['Cookie', cookie],
      ['X-Own', '1'],
    ]),
    none,
  );
  expect(passing?.url).toBe('/login?q=1');
  expect(passing?.headers).toContainEqual(['X-Own', '1']);
  expect(passing?.headers.find(([name]) => name === 'Cookie')?.[1]).not.toContain('_ga');
  const head: HeaderList = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Set-Cookie', '_ga=2'],
    ['Set-Cookie', '_vis1=a; Path=/'],
  ];
  const leaving = passing?.leave({ status: 200, headers: head });
  expect(leaving?.headers.some(([, value]) => value === '_ga=2' || value.startsWith('_vis1=a'))).toBe(false);
  const rules = leaving?.page?.rules;
  const rewriter = rules === undefined ? null : createHtmlRewriter(rules);
  const bytes = [...(rewriter?.write(Buffer.from('<html><head></head><body>x</body></html>')) ?? []), ...(rewriter?.end() ?? [])];
  expect(stateOf(Buffer.concat(bytes).toString())).toMatchObject({ consent: { purposes: { map: { state: 'denied' } } } });
  expect(report()).toMatchObject({ requests: 1, documents: 1 });
});

test('M38 what is answered here comes as an answer: own files, refusals, and a front office that fails', async () => {
  const failing = async (): Promise<Response> => Promise.reject(new TypeError('The office fails'));
  const { enter } = filterFor({ frontOffice: failing });
  const answers = ['/cookies/healthz', '/cookies/preferences', 'no-slash'].map((url) => enter(arriving(url), none).answer);
  const made = await Promise.all(answers);
  expect(made.map((answer) => answer?.status)).toEqual([200, 503, 400]);
  for (const answer of made) expect(answer?.headers.filter(([name]) => name === 'Content-Security-Policy')).toHaveLength(2);
});

test('M38 after a surprise the most restrictive head goes out', () => {
  const { enter, report } = filterFor();
  const { passing } = enter(arriving('/'), none);
  // No runtime gives such a value; it stands for whatever nobody thought of.
  const surprising = Reflect.apply((value: string) => value, null, [null]);
  const headers: HeaderList = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', surprising],
    ['Set-Cookie', '_ga=1'],
    ['Link', '<https://evil.example>; rel=preconnect'],
  ];
  const leaving = passing?.leave({ status: 200, headers });
  expect(leaving?.headers.map(([name]) => name)).toEqual([
    'Content-Type',
    'Cache-Control',
    'Content-Security-Policy',
    'Content-Security-Policy',
  ]);
  expect(leaving?.page).toBeNull();
  expect(report().faults.map(({ code }) => code)).toContain('DECIDER_FAILED');
});
