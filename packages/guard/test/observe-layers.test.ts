import { identifyDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import type { GuardLayer, GuardModes } from '../src/index.ts';
import { choiceFor, declaration, NOW, page, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const HTML = '<html><head></head><body>site</body></html>';
const REPORT = '/cookies/api/report';
const wild = [
  'Set-Cookie: _ga=1; Path=/',
  'Set-Cookie: _vis1=a; Path=/; Max-Age=60',
  'Link: <https://x.example/>; rel=preconnect',
  'ETag: "a"',
  'Cache-Control: public, max-age=9',
  'Clear-Site-Data: "cookies"',
];
/** Where a policy follows from what the visitor allowed. */
const reloading = { ...declaration, notice: { ...declaration.notice, onGrant: 'reload' as const } };
const sent = ['Cookie: _ga=1; csrftoken=2; old=3', 'If-None-Match: "z"', 'Accept: text/html', 'Sec-Fetch-Dest: document'];
const layers: readonly GuardLayer[] = ['set-cookie', 'cookie', 'html', 'csp'];

type Seen = { readonly reply: string; readonly head: string };

async function seenWith(mode: 'observe' | 'enforce' | Partial<GuardModes>, headers: readonly string[] = wild): Promise<Seen> {
  return withGuard(
    () => page(HTML, headers),
    async ({ port, origin }) => {
      const reply = await exchangeBytes(port, requestText('GET /data', sent));
      return { reply, head: origin.heads[0] ?? '' };
    },
    { mode },
  );
}

/** What each layer does when it is enforced, as seen from outside; none of it may be there while it observes. */
const marks: { readonly [L in GuardLayer]: (seen: Seen) => boolean } = {
  'set-cookie': ({ reply }) => !reply.includes('Set-Cookie: _ga=1'),
  cookie: ({ head }) => !head.includes('_ga=1'),
  html: ({ reply }) => reply.includes('candor-state'),
  csp: ({ reply }) => headerValues(reply, 'content-security-policy').length === 2,
};

test.each(layers)('G130 %s is enforced alone, and observed alone', async (layer) => {
  const alone = await seenWith({ [layer]: 'enforce' });
  expect(layers.filter((each) => marks[each](alone))).toEqual([layer]);
  const others = await seenWith({ 'set-cookie': 'enforce', cookie: 'enforce', html: 'enforce', csp: 'enforce', [layer]: 'observe' });
  expect(layers.filter((each) => marks[each](others))).toEqual(layers.filter((each) => each !== layer));
});

test('G130 all layers enforced are the one mode, and so are all observed; a layer that is not named observes', async () => {
  const all = { 'set-cookie': 'enforce', cookie: 'enforce', html: 'enforce', csp: 'enforce' } as const;
  expect(await seenWith(all)).toEqual(await seenWith('enforce'));
  expect(await seenWith({})).toEqual(await seenWith('observe'));
  expect(await seenWith({ csp: 'observe' })).toEqual(await seenWith('observe'));
});

test('G131 while cookies of responses are observed no line is dropped, added or shortened, nothing is cleared or kept from being', async () => {
  const { reply } = await seenWith({ cookie: 'enforce', csp: 'enforce', html: 'enforce' });
  expect(headerValues(reply, 'set-cookie')).toEqual(['_ga=1; Path=/', '_vis1=a; Path=/; Max-Age=60']);
  expect(headerValues(reply, 'clear-site-data')).toEqual(['"cookies"']);
  const { reply: enforced } = await seenWith({ 'set-cookie': 'enforce' });
  expect(headerValues(enforced, 'set-cookie').every((line) => line.includes('Max-Age=0'))).toBe(true);
  expect(headerValues(enforced, 'set-cookie').some((line) => line.startsWith('old='))).toBe(true);
  expect(headerValues(enforced, 'clear-site-data')).toEqual([]);
});

test('G131 while pages are observed nothing is asked for, put in or said of caches otherwise than the visitor and the site do', async () => {
  const quiet = wild.slice(0, 5);
  const { reply, head } = await seenWith({ cookie: 'enforce', csp: 'enforce' }, quiet);
  expect(bodyOf(reply)).toBe(HTML);
  expect(headerValues(reply, 'cache-control')).toEqual(['public, max-age=9']);
  expect(headerValues(reply, 'etag')).toEqual(['"a"']);
  expect(headerValues(reply, 'content-length')).toEqual([String(HTML.length)]);
  expect(head).toContain('\r\nIf-None-Match: "z"\r\n');
});

test('G131 while pages are observed a policy grants nothing on what a cache may keep, and what this visitor allowed where none may', async () => {
  const policies = async (cacheControl: string, headers: readonly string[]): Promise<string> => {
    const reply = await withGuard(
      () => page(HTML, [`Cache-Control: ${cacheControl}`]),
      ({ port }) => exchangeBytes(port, requestText('GET /data', ['Sec-Fetch-Dest: document', ...headers])),
      { mode: { csp: 'enforce' }, declaration: { declaration: reloading, id: identifyDeclaration(reloading) } },
    );
    return headerValues(reply, 'content-security-policy').join('\n');
  };
  const granted = [`Cookie: cookies_preferences=${choiceFor('granted')}`];
  const closed = await policies('public, max-age=9', []);
  expect(await policies('public, max-age=9', granted)).toBe(closed);
  expect(await policies('no-cache', granted)).toBe(closed);
  expect(await policies('private', granted)).not.toBe(closed);
});

test('G131 a view is counted where pages are enforced, and never where they are observed', async () => {
  for (const [html, expected] of [
    ['enforce', 1],
    ['observe', 0],
  ] as const) {
    let views = 0;
    const summary = await withGuard(
      () => page(HTML),
      async ({ port, guard }) => {
        await exchangeBytes(port, requestText('GET /data'));
        return guard.report();
      },
      { mode: { 'set-cookie': 'enforce', html }, onPageView: () => (views += 1) },
    );
    expect(views).toBe(expected);
    expect(summary.documents).toBe(1);
  }
});

test('G132 observed policies are the enforced ones, sent to be reported by: on documents and workers, never on anything else', async () => {
  const get = async (mode: 'observe' | 'enforce', headers: readonly string[]): Promise<string> =>
    withGuard(
      () => page(HTML),
      ({ port }) => exchangeBytes(port, requestText('GET /data', headers)),
      { mode, onReport: () => undefined },
    );
  for (const destination of ['document', 'iframe', 'worker', 'serviceworker']) {
    const headers = [`Sec-Fetch-Dest: ${destination}`];
    const observed = headerValues(await get('observe', headers), 'content-security-policy-report-only');
    expect(observed).toHaveLength(2);
    expect(observed.every((policy) => policy.endsWith(`; report-uri ${REPORT}`))).toBe(true);
    expect(observed).toEqual(headerValues(await get('enforce', headers), 'content-security-policy'));
  }
  const image = await get('observe', ['Sec-Fetch-Dest: image']);
  expect(headerValues(image, 'content-security-policy-report-only')).toEqual([]);
});

test('G132 without a declaration there is nothing to report by; a minute that has had its reports asks for no more', async () => {
  const policies = async (port: number): Promise<readonly string[]> =>
    headerValues(await exchangeBytes(port, requestText('GET /')), 'content-security-policy-report-only');
  await withGuard(
    () => page(HTML),
    async ({ port }) => expect(await policies(port)).toEqual([]),
    { mode: 'observe', declaration: null },
  );
  let at = NOW;
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      for (let sent = 0; sent < 119; sent += 1) await exchangeBytes(port, requestText(`POST ${REPORT}`, ['Content-Length: 2'], '{}'));
      expect(await policies(port)).toHaveLength(2);
      await exchangeBytes(port, requestText(`POST ${REPORT}`, ['Content-Length: 2'], '{}'));
      expect(await policies(port)).toEqual([]);
      at += 60;
      expect(await policies(port)).toHaveLength(2);
    },
    { mode: 'observe', now: () => at },
  );
});

test('G133 while everything is observed the prefix is the site’s, but for reports; with one layer enforced it is the guard’s', async () => {
  const ask = async (mode: 'observe' | Partial<GuardModes>, line: string): Promise<string> =>
    withGuard(
      () => page(HTML),
      ({ port }) => exchangeBytes(port, requestText(line, ['Content-Length: 2'], '{}')),
      { mode },
    );
  expect(bodyOf(await ask('observe', 'GET /cookies/healthz'))).toBe(HTML);
  expect(statusOf(await ask('observe', `POST ${REPORT}`))).toBe(204);
  expect(bodyOf(await ask({ cookie: 'enforce' }, 'GET /cookies/healthz'))).toContain('"status":"ok"');
});

test('G131 while cookies are observed a page of the front office ends none of the site’s; a choice made there does', async () => {
  const answered = async (choice: string | null, mode: 'observe' | 'enforce'): Promise<readonly string[]> => {
    const reply = await withGuard(
      () => page(HTML),
      ({ port }) => exchangeBytes(port, requestText('GET /cookies/policy', ['Cookie: basket=1; _vis1=a'])),
      {
        mode,
        frontOffice: async () =>
          new Response('policy', {
            headers: choice === null ? {} : { 'set-cookie': `cookies_preferences=${choice}; Path=/; Max-Age=60; Secure; SameSite=Lax` },
          }),
      },
    );
    return headerValues(reply, 'set-cookie').map((line) => line.split('=')[0] ?? '');
  };
  expect(await answered(null, 'observe')).toEqual([]);
  expect(await answered(null, 'enforce')).toEqual(expect.arrayContaining(['basket', '_vis1']));
  expect(await answered(choiceFor('denied'), 'observe')).toEqual(expect.arrayContaining(['cookies_preferences', '_vis1']));
});

test('G131 while cookies are observed the records of another tool are read, and neither kept as a choice of ours nor removed', async () => {
  const kept = async (path: string, mode: Partial<GuardModes>): Promise<readonly string[]> => {
    const klaro = encodeURIComponent(JSON.stringify({ map: false }));
    const reply = await withGuard(
      () => page(HTML),
      ({ port }) => exchangeBytes(port, requestText(`GET ${path}`, [`Cookie: klaro=${klaro}`])),
      { mode },
    );
    return headerValues(reply, 'set-cookie');
  };
  for (const path of ['/data', '/cookies/api/state']) {
    expect(await kept(path, { html: 'enforce', csp: 'enforce' }), path).toEqual([]);
    expect((await kept(path, { 'set-cookie': 'enforce', html: 'enforce' })).join(), path).toContain('klaro=;');
  }
});

test('G136 a document has our Permissions-Policy behind the site’s own; what no browser can read goes, with what it would take along', async () => {
  const lines = async (own: readonly string[], headers: readonly string[] = [], mode: 'observe' | 'enforce' = 'enforce') => {
    const reply = await withGuard(
      () => page(HTML, own),
      ({ port }) => exchangeBytes(port, requestText('GET /', headers)),
      { mode },
    );
    return headerValues(reply, 'permissions-policy');
  };
  const [ours = ''] = await lines([]);
  expect(ours).toContain('browsing-topics=()');
  const readable = 'geolocation=(self "https://a.example");x=?1, camera=*, storage-access=(self)';
  expect(await lines([`Permissions-Policy: ${readable}`])).toEqual([readable, ours]);
  for (const broken of ["geolocation 'none'; camera *", 'geolocation=(); camera=()', 'camera=(),', 'Camera=()', ''])
    expect(await lines([`Permissions-Policy: ${broken}`]), broken).toEqual([ours]);
  expect(await lines([], ['Sec-Fetch-Dest: image'])).toEqual([]);
  expect(await lines(['Permissions-Policy: x y'], [], 'observe')).toEqual(['x y']);
});
