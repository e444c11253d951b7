import type { Declaration, Tracker } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import type { GuardOptions, GuardSummary } from '../src/index.ts';
import { renderObserveReport } from '../src/index.ts';
import { declaration, NOW, page, withGuard } from './site.ts';
import { exchangeBytes, requestText } from './wire.ts';

const HTML = '<html><head></head><body>site</body></html>';
/** A cookie that needs consent. */
const mapCookie = declaration.trackers['visits'] as Extract<Tracker, { kind: 'cookie' }>;
const enough = { requests: 6, seconds: 3600, views: 4, pages: 3, returning: 2 };

type Step = { readonly line?: string; readonly after?: number; readonly cookie?: string };

/** Front and back office, with and without cookies, over a bit more than an hour. */
const tour: readonly Step[] = [
  { line: 'GET /' },
  { line: 'GET /data', cookie: 'csrftoken=1' },
  { line: 'GET /login', cookie: 'csrftoken=1' },
  { line: 'GET /data?page=2' },
  { line: 'GET /' },
  { line: 'GET /' },
  { after: 3600 },
];

async function summaryAfter(
  steps: readonly Step[],
  headersOf: (path: string) => readonly string[] = () => [],
  options: Partial<GuardOptions> = {},
): Promise<GuardSummary> {
  let now = NOW;
  return withGuard(
    (head) => page(HTML, headersOf(head.split(' ')[1] ?? '')),
    async ({ port, guard }) => {
      for (const { line, after = 0, cookie } of steps) {
        now += after;
        if (line !== undefined) await exchangeBytes(port, requestText(line, cookie === undefined ? [] : [`Cookie: ${cookie}`]));
      }
      return guard.report();
    },
    { mode: 'observe', enough, now: () => now, ...options },
  );
}

const verdicts = ({ layers }: GuardSummary): readonly string[] =>
  [layers['set-cookie'], layers.cookie, layers.html, layers.csp].map(({ verdict }) => verdict);

test('G137 a layer is quiet when enough was seen and nothing would be lost', async () => {
  const summary = await summaryAfter(tour);
  expect(verdicts(summary)).toEqual(['quiet', 'quiet', 'quiet', 'quiet']);
  expect(summary.evidence).toEqual({ seconds: 3600, views: 6, pages: 3, returning: 2, unseen: [] });
  expect(renderObserveReport(summary)).toContain('  set-cookie  observed: safe to enforce, as far as was seen\n');
});

test.each<[string, readonly Step[], 'set-cookie' | 'cookie' | 'html' | 'csp', string]>([
  ['requests', [...tour.slice(1, 4), { line: 'GET /' }, { after: 3600 }], 'set-cookie', '4 of 6 requests without anything new'],
  ['time', tour.slice(0, 6), 'set-cookie', '0 of 1 hours without anything new'],
  ['a declared location', tour.filter(({ line }) => line !== 'GET /login'), 'set-cookie', 'no page of the location "back"'],
  ['pages', tour.map((step) => ({ ...step, ...(step.line === undefined ? {} : { line: 'GET /login' }) })), 'csp', '1 of 3 different pages'],
  [
    'cookies',
    tour.map(({ line, after = 0 }) => ({ ...(line === undefined ? {} : { line }), after })),
    'cookie',
    '0 of 2 requests that brought cookies',
  ],
])('G137 too little is said to be seen without enough of %s', async (_what, steps, layer, lack) => {
  const summary = await summaryAfter(steps);
  expect(summary.layers[layer].verdict).toBe('too-little');
  expect(summary.layers[layer].lacks).toContain(lack);
  expect(renderObserveReport(summary)).toContain(lack);
});

test('G137 a layer that would lose something is unsafe, however much was seen, and names it with pages and counts', async () => {
  const headers = (path: string): readonly string[] => (path.startsWith('/data') ? ['Set-Cookie: basket=1; Path=/'] : []);
  const summary = await summaryAfter(tour, headers);
  expect(verdicts(summary)).toEqual(['unsafe', 'quiet', 'quiet', 'quiet']);
  expect(summary.layers['set-cookie'].losses).toEqual([{ kind: 'set-cookie', name: 'basket', pages: 1, count: 2 }]);
  const text = renderObserveReport(summary);
  expect(text).toContain('  set-cookie  observed: not safe to enforce. Will be dropped: basket (2 × on 1 page)');
});

test('G137 what is new begins the wait anew; after it a list that does not grow is said to be all', async () => {
  const headers = (path: string): readonly string[] => (path === '/late' ? ['Set-Cookie: basket=1; Path=/'] : []);
  const early = await summaryAfter([...tour, { line: 'GET /late' }, { after: 3000 }, ...tour.slice(0, 6)], headers);
  expect(early.layers['set-cookie']).toMatchObject({ verdict: 'unsafe', settled: false });
  const late = await summaryAfter([...tour, { line: 'GET /late' }, ...tour, { line: 'GET /late' }], headers);
  expect(late.layers['set-cookie']).toMatchObject({ verdict: 'unsafe', settled: true, losses: [{ name: 'basket', count: 2 }] });
  expect(renderObserveReport(late)).toContain('Nothing else is new: enforce it where these are to go');
});

test('G137 what the visitor refused, and hints that nobody misses, make nothing unsafe; a redirect that would not happen does', async () => {
  const harmless = ['Set-Cookie: _vis1=a; Path=/', 'Link: <https://x.example/>; rel=preconnect', 'NEL: {}', 'Alt-Svc: h3=":443"'];
  expect(verdicts(await summaryAfter(tour, () => harmless))).toEqual(['quiet', 'quiet', 'quiet', 'quiet']);
  const summary = await summaryAfter(tour, () => ['Refresh: 0; url=https://x.example/']);
  expect(summary.layers.csp).toMatchObject({ verdict: 'unsafe', losses: [{ kind: 'header', name: 'refresh' }] });
});

test('G137 pages that would miss the question or its look make the pages unsafe', async () => {
  const summary = await summaryAfter(tour, () => ["Content-Security-Policy: script-src 'none'"]);
  expect(summary.layers.html).toMatchObject({ verdict: 'unsafe', losses: [{ kind: 'fault', name: 'SCRIPT_KEPT_OUT' }] });
  expect(summary.layers['set-cookie'].verdict).toBe('quiet');
});

test('G137 an enforced layer says so, and what it drops', async () => {
  const summary = await summaryAfter(tour, () => ['Set-Cookie: basket=1; Path=/'], { mode: { 'set-cookie': 'enforce' } });
  expect(verdicts(summary)).toEqual(['enforced', 'quiet', 'quiet', 'quiet']);
  expect(summary.mode).toMatchObject({ 'set-cookie': 'enforce', cookie: 'observe' });
  const text = renderObserveReport(summary);
  expect(text).toContain('set-cookie "basket" (dropped)');
  expect(text).toContain('  set-cookie  enforced; dropped: basket (6 × on 3 pages)');
});

test('G137 under another declaration everything is seen anew', async () => {
  const basket: Tracker = { ...mapCookie, names: [{ exact: 'basket' }] };
  const declared: Declaration = { ...declaration, trackers: { ...declaration.trackers, basket } };
  let now = NOW;
  await withGuard(
    () => page(HTML, ['Set-Cookie: basket=1; Path=/']),
    async ({ port, guard }) => {
      const visit = async (): Promise<void> => {
        for (const { line, cookie } of tour.slice(0, 6))
          await exchangeBytes(port, requestText(line ?? '', cookie === undefined ? [] : [`Cookie: ${cookie}`]));
        now += 3600;
      };
      await visit();
      expect(guard.report().layers['set-cookie']).toMatchObject({ verdict: 'unsafe', losses: [{ name: 'basket' }] });
      expect(guard.reload({ declaration: declared, id: identifyDeclaration(declared) })).toBe('reloaded');
      expect(guard.report().layers['set-cookie']).toMatchObject({ verdict: 'too-little', losses: [] });
      await visit();
      expect(verdicts(guard.report())).toEqual(['quiet', 'quiet', 'quiet', 'quiet']);
      expect(guard.report().observations.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'DROP_REFUSED'));
    },
    { mode: 'observe', enough, now: () => now },
  );
});

test('G137 by default a handful of visits is not enough', async () => {
  const summary = await summaryAfter(tour, () => [], { enough: {} });
  expect(verdicts(summary)).toEqual(Array.from({ length: 4 }, () => 'too-little'));
  expect(summary.layers.csp.lacks).toEqual([
    '6 of 500 requests without anything new',
    '1 of 24 hours without anything new',
    '6 of 50 page views',
    '3 of 5 different pages',
  ]);
});

test('G137 pages that fail, or that scripts fetch, are no evidence of a location', async () => {
  const summary = await withGuard(
    () => page(HTML).replace('200 OK', '404 Not Found'),
    async ({ port, guard }) => {
      await exchangeBytes(port, requestText('GET /login'));
      return guard.report();
    },
    { mode: 'observe' },
  );
  expect(summary.evidence).toMatchObject({ views: 0, pages: 0, unseen: ['front', 'back'] });
});
