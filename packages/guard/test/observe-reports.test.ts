import { expect, test } from 'vitest';
import type { GuardSummary, Observation } from '../src/index.ts';
import { renderObserveReport } from '../src/index.ts';
import { declaration, NOW, page, site, withGuard } from './site.ts';
import { exchangeBytes, requestText } from './wire.ts';

const PATH = '/cookies/api/report';
const [declaredHost = ''] = Object.values(declaration.trackers).flatMap((tracker) =>
  tracker.kind === 'request' ? tracker.match.hosts.map((host) => host.replace('*.', 'www.')) : [],
);

type Violation = { readonly [key: string]: string };

/** In the shape of `report-uri`. */
function uri(body: Violation): string {
  return JSON.stringify({ 'csp-report': { 'document-uri': 'http://portal.localhost/shop?id=7', disposition: 'report', ...body } });
}

/** In the shape of the Reporting API. */
function api(bodies: readonly Violation[]): string {
  const common = { documentURL: 'http://portal.localhost/shop?id=7', disposition: 'report' };
  return JSON.stringify(bodies.map((body) => ({ type: 'csp-violation', body: { ...common, ...body } })));
}

async function summaryOf(texts: readonly string[], now: (at: number) => number = () => NOW): Promise<GuardSummary> {
  let sent = 0;
  return withGuard(
    () => page('x'),
    async ({ port, guard }) => {
      for (const text of texts) {
        await exchangeBytes(port, requestText(`POST ${PATH}`, [`Content-Length: ${text.length}`], text));
        sent += 1;
      }
      return guard.report();
    },
    { mode: 'observe', now: () => now(sent) },
  );
}

async function requestsIn(texts: readonly string[]): Promise<readonly Observation[]> {
  return (await summaryOf(texts)).observations.filter(({ kind }) => kind === 'request');
}

test('G134 an undeclared host that a browser reports is an observation with directive, page and the snippet that declares it', async () => {
  const seen = await requestsIn([
    uri({ 'effective-directive': 'script-src-elem', 'blocked-uri': 'https://cdn.example/lib.js?user=7' }),
    uri({ 'effective-directive': 'script-src-elem', 'blocked-uri': 'https://cdn.example/other.js' }),
    api([{ effectiveDirective: 'img-src', blockedURL: 'https://pixel.example:8443/p.gif#x' }]),
  ]);
  expect(seen).toEqual([
    expect.objectContaining({ name: 'cdn.example', code: 'DROP_UNDECLARED', directive: 'script-src-elem', page: '/shop', count: 2 }),
    expect.objectContaining({ name: 'pixel.example', code: 'DROP_UNDECLARED', directive: 'img-src', page: '/shop', count: 1 }),
  ]);
  expect(seen[0]?.snippet).toContain("match: { hosts: ['cdn.example'] },\n  as: ['script'],");
  expect(seen[1]?.snippet).toContain("as: ['image'],");
  expect(JSON.stringify(seen)).not.toMatch(/user=7|id=7|lib\.js/);
});

test.each([
  ['style-src-elem', 'style'],
  ['frame-src', 'frame'],
  ['connect-src', 'connect'],
  ['font-src', 'font'],
  ['media-src', 'media'],
  ['worker-src', 'worker'],
])('G134 %s is declared as %s', async (directive, use) => {
  const [seen] = await requestsIn([uri({ 'effective-directive': directive, 'blocked-uri': 'https://x.example/a' })]);
  expect(seen?.snippet).toContain(`as: ['${use}'],`);
});

test('G134 a declared host is refused or used otherwise than declared; the site’s own is neither', async () => {
  const declared = await requestsIn([
    uri({ 'effective-directive': 'frame-src', 'blocked-uri': `https://${declaredHost}` }),
    uri({ 'effective-directive': 'font-src', 'blocked-uri': `https://${declaredHost}/f` }),
    uri({ 'effective-directive': 'img-src', 'blocked-uri': 'http://portal.localhost:1/x' }),
  ]);
  expect(declared.map(({ code, snippet }) => [code, snippet === null])).toEqual([
    ['DROP_REFUSED', true],
    ['DROP_SCOPE', false],
  ]);
});

test('G134 inline code, forms and plug-ins are told without a host or a snippet', async () => {
  const seen = await requestsIn([
    uri({ 'effective-directive': 'script-src-elem', 'blocked-uri': 'inline' }),
    uri({ 'effective-directive': 'script-src', 'blocked-uri': 'eval' }),
    uri({ 'effective-directive': 'form-action', 'blocked-uri': 'https://pay.example/start' }),
    uri({ 'effective-directive': 'object-src', 'blocked-uri': 'https://x.example/y' }),
  ]);
  expect(seen.map(({ name, directive, snippet }) => [name, directive, snippet])).toEqual([
    ['inline', 'script-src-elem', null],
    ['eval', 'script-src', null],
    ['pay.example', 'form-action', null],
    ['x.example', 'object-src', null],
  ]);
});

test('G134 what is no news is left out: extensions, other sites’ pages, other directives, and the same said by the second policy', async () => {
  const hosts = { 'effective-directive': 'script-src-elem', 'blocked-uri': 'https://x.example/a' };
  const seen = await requestsIn([
    uri({ ...hosts, 'blocked-uri': 'chrome-extension://abc/x.js' }),
    uri({ ...hosts, 'blocked-uri': 'chrome-extension' }),
    uri({ ...hosts, 'source-file': 'moz-extension://abc/x.js' }),
    uri({ 'effective-directive': 'script-src-elem', 'blocked-uri': 'inline', 'source-file': 'safari-web-extension' }),
    uri({ ...hosts, 'document-uri': 'http://elsewhere.example/' }),
    uri({ ...hosts, 'effective-directive': 'frame-ancestors' }),
    uri({ ...hosts, 'effective-directive': 'report-uri' }),
    uri({ ...hosts, 'original-policy': "script-src 'self'; report-uri /x" }),
    uri({ ...hosts, 'blocked-uri': 'about' }),
    uri({ ...hosts, 'blocked-uri': 'self' }),
    uri({ ...hosts, 'blocked-uri': '' }),
  ]);
  expect(seen).toEqual([]);
});

test('G134 what the page of another site has a browser send is left out', async () => {
  const text = uri({ 'effective-directive': 'img-src', 'blocked-uri': 'https://x.example/' });
  for (const [from, count] of [
    ['cross-site', 0],
    ['same-site', 0],
    ['same-origin', 1],
  ] as const) {
    const summary = await withGuard(
      () => page('x'),
      async ({ port, guard }) => {
        await exchangeBytes(port, requestText(`POST ${PATH}`, [`Content-Length: ${text.length}`, `Sec-Fetch-Site: ${from}`], text));
        return guard.report();
      },
      { mode: 'observe' },
    );
    expect(summary.observations, from).toHaveLength(count);
  }
});

test('G135 reports of strangers fill nothing: few a minute, few hosts, few pages each, and the cookies of the site keep their place', async () => {
  const many = (host: (at: number) => string, path: (at: number) => string) =>
    Array.from({ length: 400 }, (_, at) =>
      api([
        {
          effectiveDirective: 'img-src',
          blockedURL: `https://${host(at)}/`,
          documentURL: `http://portal.localhost/${path(at)}`,
        },
      ]),
    );
  const atOnce = await summaryOf(
    many(
      (at) => `h${at}.example`,
      () => '',
    ),
  );
  expect(atOnce.observations).toHaveLength(100);
  const slowly = (at: number): number => NOW + at * 60;
  const hosts = await summaryOf(
    many(
      (at) => `h${at}.example`,
      () => '',
    ),
    slowly,
  );
  expect(hosts.observations).toHaveLength(100);
  expect(hosts.more).toBe(300);
  const pages = await summaryOf(
    many(
      () => 'x.example',
      (at) => `p${at}`,
    ),
    slowly,
  );
  expect(pages.observations).toHaveLength(21);
  expect(pages.observations.at(-1)).toMatchObject({ page: 'other pages', count: 380 });
});

test('G135 no report writes a line, drives a terminal or ends a string of a snippet', async () => {
  const summary = await summaryOf([
    uri({
      'effective-directive': 'img-src',
      'blocked-uri': "https://x'.example/\u001b[31m",
      'document-uri': 'http://portal.localhost/\u001b[31m\n<b>',
    }),
    uri({ 'effective-directive': 'img-src\u001b', 'blocked-uri': 'https://y.example/' }),
    uri({ 'effective-directive': 'img-src', 'blocked-uri': 'https://ex\u00e4mple.example/' }),
    uri({ 'effective-directive': 'img-src', 'blocked-uri': `https://${'a'.repeat(300)}.example/` }),
  ]);
  const text = renderObserveReport(summary) + JSON.stringify(summary);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f<]/);
  expect(summary.observations.every(({ name }) => name.length <= 256)).toBe(true);
});

test('G135 one message has at most twenty reports, whatever it is', async () => {
  const twenty = api(Array.from({ length: 60 }, () => ({ effectiveDirective: 'img-src', blockedURL: 'https://x.example/' })));
  expect((await requestsIn([twenty, '{}', '[]', '"x"', '[{}]', '{"csp-report":[]}', '\xff']))[0]).toMatchObject({ count: 20 });
});

test('G134 enforced policies ask for reports where somebody listens, and what they say counts alike', async () => {
  const summary = await withGuard(
    () => page('x'),
    async ({ port, guard }) => {
      const text = uri({ 'effective-directive': 'img-src', 'blocked-uri': 'https://x.example/', disposition: 'enforce' });
      await exchangeBytes(port, requestText(`POST ${PATH}`, [`Content-Length: ${text.length}`], text));
      return guard.report();
    },
    { declaration: site },
  );
  expect(summary.layers.csp).toMatchObject({ mode: 'enforce', verdict: 'enforced', losses: [{ name: 'x.example', count: 1 }] });
});
