import { expect, test } from 'vitest';
import type { LayerReport } from '../src/index.ts';
import { renderObserveReport } from '../src/index.ts';
import { choiceFor, NOW, page, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText } from './wire.ts';

const HTML = '<html><head></head><body>site</body></html>';
const wild = [
  'Set-Cookie: _ga=secret-value; Path=/',
  'Set-Cookie: _vis1=a',
  'Link: <https://x.example/>; rel=preconnect',
  'ETag: "a"',
  'Cache-Control: public, max-age=9',
];

test('G60 observing changes nothing on the wire', async () => {
  await withGuard(
    () => page(HTML, wild),
    async ({ port, origin }) => {
      const sent = ['Cookie: _ga=1; csrftoken=2', 'Cookie: x=3', 'Accept-Encoding: gzip', 'If-None-Match: "z"', 'Accept: text/html'];
      const reply = await exchangeBytes(port, requestText('GET /data', sent));
      expect(bodyOf(reply)).toBe(HTML);
      for (const line of [...wild, `Content-Length: ${HTML.length}`, 'Content-Type: text/html; charset=utf-8'])
        expect(reply).toContain(`\r\n${line}\r\n`);
      expect(headerValues(reply, 'content-security-policy')).toEqual([]);
      expect(headerValues(reply, 'set-cookie')).toHaveLength(2);
      for (const line of sent) expect(origin.heads[0]).toContain(`\r\n${line}\r\n`);
      expect(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz')))).toBe(HTML);
    },
    { mode: 'observe' },
  );
});

test('G61 the summary says what would be dropped, where, how often, and what would declare it; never a value', async () => {
  const summary = await withGuard(
    () => page(HTML, wild),
    async ({ port, guard }) => {
      for (const path of ['/data?user=7', '/data', '/other'])
        await exchangeBytes(port, requestText(`GET ${path}`, ['Cookie: _ga=secret-value']));
      return guard.report();
    },
    { mode: 'observe' },
  );
  expect(summary).toMatchObject({ mode: 'observe', requests: 3, documents: 3 });
  const found = summary.observations.find((seen) => seen.kind === 'set-cookie' && seen.name === '_ga' && seen.page === '/data');
  expect(found).toMatchObject({ code: 'DROP_UNDECLARED', count: 2 });
  expect(found?.snippet).toContain('_ga');
  expect(summary.observations.find((seen) => seen.kind === 'set-cookie' && seen.name === '_vis1')).toMatchObject({
    code: 'DROP_REFUSED',
    snippet: null,
  });
  expect(summary.observations.find((seen) => seen.kind === 'cookie' && seen.name === '_ga')).toMatchObject({ code: 'DROP_UNDECLARED' });
  expect(summary.observations.find((seen) => seen.kind === 'header' && seen.name === 'link')).toBeDefined();
  expect(JSON.stringify(summary)).not.toMatch(/secret-value|user=7/);
  const report = renderObserveReport(summary);
  expect(report).toContain('set-cookie "_ga"');
  expect(report).toContain('2 × DROP_UNDECLARED on /data');
  expect(report).toContain('would be dropped');
});

test('G61 what was dropped is told in enforce mode too', async () => {
  const summary = await withGuard(
    () => page(HTML, wild),
    async ({ port, guard }) => {
      await exchangeBytes(port, requestText('GET /', [`Cookie: cookies_preferences=${choiceFor('granted')}`]));
      return guard.report();
    },
  );
  expect(summary.observations.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['set-cookie _ga', 'header link']);
});

test('G61 control characters of names do not reach the terminal', () => {
  const layer: LayerReport = { mode: 'observe', verdict: 'quiet', settled: true, losses: [], lacks: [] };
  const unsafe: LayerReport = { ...layer, verdict: 'unsafe', losses: [{ kind: 'cookie', name: 'b\x1b[31m', pages: 1, count: 1 }] };
  const lacking: LayerReport = { ...layer, verdict: 'too-little', lacks: ['no page of the location "\x1b[31m"'] };
  const report = renderObserveReport({
    mode: 'observe',
    declaration: null,
    requests: 1,
    documents: 0,
    evidence: { seconds: 0, views: 0, pages: 0, returning: 0, unseen: [] },
    layers: { 'set-cookie': layer, cookie: unsafe, html: lacking, csp: layer },
    more: 2,
    faults: [{ code: 'X', message: 'Why', count: 1 }],
    observations: [{ kind: 'cookie', name: 'a\x1b[31m', code: 'DROP_UNDECLARED', page: '/\x07', count: 1, snippet: null }],
  });
  expect(report).not.toMatch(/[\x1b\x07]/);
  expect(report).toContain('\\x1b');
  expect(report).toContain('and 2 more');
  expect(report).toContain('fault X (1): Why');
});

test('G61 the number of kept observations is bounded', async () => {
  const many = Array.from({ length: 1200 }, (_, index) => `Set-Cookie: c${index}=1`);
  const summary = await withGuard(
    () => page(HTML, many),
    async ({ port, guard }) => {
      await exchangeBytes(port, requestText('GET /'));
      return guard.report();
    },
    { mode: 'observe' },
  );
  expect(summary.observations.length).toBeLessThanOrEqual(1000);
});

test('G61 one name is declared by one entry: as it was set rather than sent, with every use of a host', async () => {
  const report = (directive: string): string =>
    JSON.stringify({
      'csp-report': {
        'document-uri': 'http://portal.localhost/',
        'effective-directive': directive,
        'blocked-uri': 'https://cdn.example/x',
      },
    });
  const summary = await withGuard(
    () => page(HTML, ['Set-Cookie: _ga=1; Path=/; HttpOnly']),
    async ({ port, guard }) => {
      await exchangeBytes(port, requestText('GET /', ['Cookie: _ga=1; old=2']));
      for (const text of ['script-src-elem', 'script-src', 'img-src'].map(report))
        await exchangeBytes(port, requestText('POST /cookies/api/report', [`Content-Length: ${text.length}`], text));
      return guard.report();
    },
    { mode: 'observe' },
  );
  const text = renderObserveReport(summary);
  expect(text.match(/'_ga': \{/g)).toHaveLength(1);
  expect(text).toContain('httpOnly: true,');
  expect(text.match(/'old': \{/g)).toHaveLength(1);
  expect(text.match(/'cdn-example': \{/g)).toHaveLength(1);
  expect(text).toContain("as: ['script', 'image'],");
});

test('G61 a cookie that is set in several places is one entry with all of them and the longest life', async () => {
  let now = NOW;
  const expires = new Date((NOW + 7200) * 1000).toUTCString();
  const summary = await withGuard(
    () => page(HTML, [`Set-Cookie: basket=1; Expires=${expires}`]),
    async ({ port, guard }) => {
      for (const path of ['/a/1', '/b/1', '/a/2']) {
        await exchangeBytes(port, requestText(`GET ${path}`));
        now += 60;
      }
      return guard.report();
    },
    { mode: 'observe', now: () => now },
  );
  const text = renderObserveReport(summary);
  expect(text.match(/'basket': \{/g)).toHaveLength(1);
  const place = (path: string): string => `{ host: 'portal.localhost', path: '${path}', partitioned: false }`;
  expect(text).toContain(`scopes: [${place('/a')}, ${place('/b')}],`);
  expect(text).toContain("life: { kind: 'seconds', max: 7200, extended: false },");
});
