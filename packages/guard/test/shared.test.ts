import type { Declaration, PageConsent, ProfileId } from '@candor/core';
import { encodeChoice, identifyDeclaration, resolveConsent } from '@candor/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Standing } from './site.ts';
import { choiceFor, declaration, NOW, page, standUp, stateOf, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const hosts = ['portal.localhost'];
const sharing: Declaration = {
  ...declaration,
  site: { ...declaration.site, shared: [{ hosts, paths: ['/', '/open/*', '/cookies*'] }] },
  notice: { ...declaration.notice, onGrant: 'reload' },
};
const identified = { declaration: sharing, id: identifyDeclaration(sharing) };
const html = '<!doctype html><html><head><title>t</title></head><body><p>open</p></body></html>';
const cached = ['Cache-Control: public, max-age=600', 'ETag: "one"', 'Vary: Accept-Encoding'];

/** What the site answers with, by path. */
const answers: { readonly [path: string]: string } = {
  '/': page(html, cached),
  '/open/a': page(html, cached),
  '/closed': page(html, cached),
  '/open/quiet': page(html),
  '/open/mine': page(html, ['Cache-Control: private, max-age=600']),
  '/open/kept': page(html, [...cached, 'Set-Cookie: _vis=1; Path=/; Max-Age=60']),
  '/open/dropped': page(html, [...cached, 'Set-Cookie: undeclared=1', 'Set-Cookie: _visit=1; Path=/; Max-Age=60']),
  '/open/nonce': page(html, [...cached, "Content-Security-Policy: script-src 'nonce-abcdefghijklmnop'"]),
  '/open/styled': page(html, [...cached, "Content-Security-Policy: style-src 'nonce-abcdefghijklmnop'"]),
  '/open/scriptless': page(html, [...cached, "Content-Security-Policy: script-src 'none'"]),
  '/open/any': page(html, ['Cache-Control: public, max-age=600', 'Vary: *']),
  '/open/cleared': page(html, [...cached, 'Clear-Site-Data: "cookies"']),
  '/open/linked': page(html, [...cached, 'Link: <https://embed.localhost/a.js>; rel=preload; as=script']),
  '/open/packed': page(html, [...cached, 'Content-Encoding: dcb']),
  '/open/gone': page(html, cached).replace('200 OK', '404 Not Found'),
  '/cookies/own': page(html, cached),
  '/open/weak': page(html, ['Cache-Control: public, max-age=600', 'ETag: W/"one"']),
  '/open/odd': page(html, ['Cache-Control: public, max-age=600', 'ETag: one']),
  '/open/two': page(html, [...cached, 'ETag: "two"']),
  '/targeted': page(html, ['CDN-Cache-Control: max-age=600', 'Surrogate-Control: max-age=600', 'X-Accel-Expires: 600']),
};

const unchanged = ['HTTP/1.1 304 Not Modified', ...cached, 'Set-Cookie: _vis=1; Path=/; Max-Age=60', 'Connection: close', '', ''].join(
  '\r\n',
);

/** What the site sends for a request. */
function answer(head: string): string {
  if (/^if-none-match: .*"one"/im.test(head) && !head.includes('W/"one"')) return unchanged;
  return answers[/^\w+ ([^ ?]+)/.exec(head)?.[1] ?? ''] ?? page(html);
}

let standing: Standing;
let profile: ProfileId = 'eu-base';

beforeAll(async () => {
  standing = await standUp(answer, {
    declaration: identified,
    profileFor: () => profile,
  });
});
afterAll(() => standing.close());

async function get(path: string, headers: readonly string[] = [], method = 'GET'): Promise<string> {
  const message = await exchangeBytes(standing.port, requestText(`${method} ${path}`, headers));
  return message.replace(/^Date: .*\r\n/im, '');
}

const isShared = (message: string): boolean => /"shared":true/.test(/id="candor-state">.*?<\/script>/.exec(bodyOf(message))?.[0] ?? '');
const cookie = (value: string): string => `Cookie: cookies_preferences=${value}; sessionid=s; stray=1`;

test('G96 a document is shared where it is declared and the site invites caches to hold it', async () => {
  for (const path of ['/', '/open/a', '/open/dropped']) {
    const message = await get(path);
    expect(isShared(message), path).toBe(true);
    expect(headerValues(message, 'cache-control'), path).toEqual(['public, max-age=600']);
    expect(headerValues(message, 'set-cookie'), path).toEqual([]);
  }
});

test('G96 everything else is for one visitor', async () => {
  const alone = ['/closed', '/open/quiet', '/open/mine', '/open/nonce', '/open/styled', '/open/any', '/open/cleared', '/open/gone'];
  for (const path of [...alone, '/open/scriptless', '/open/packed', '/cookies/own', '/open/kept', '/targeted']) {
    const message = await get(path, [cookie(choiceFor('granted'))]);
    expect(isShared(message), path).toBe(false);
    expect(headerValues(message, 'cache-control')[0], path).toMatch(/^private, no-cache/);
  }
  expect(headerValues(await get('/open/a', [], 'POST'), 'cache-control')).toEqual(['private, no-cache']);
});

test('G96 HEAD says what GET does', async () => {
  // How long the page will be is not known without it, and need not be said (RFC 9110, section 8.6).
  const framing = /^(?:transfer-encoding|content-length|connection|date):/i;
  const headOf = (message: string): readonly string[] =>
    (message.split('\r\n\r\n')[0] ?? '').split('\r\n').filter((line) => !framing.test(line));
  expect(headOf(await get('/open/a', [], 'HEAD'))).toEqual(headOf(await get('/open/a')));
});

const visitor = fc.record({
  answers: fc.constantFrom('granted', 'denied', 'none', 'unreadable'),
  gpc: fc.boolean(),
  language: fc.constantFrom('fr', 'en', 'de;q=0.5,fr', '*'),
  picked: fc.constantFrom('', 'fr', 'en'),
  destination: fc.constantFrom('document', 'iframe', 'empty', ''),
  scripted: fc.boolean(),
  profile: fc.constantFrom<ProfileId>('eu-base', 'fr', 'uk', 'us-ca', 'br'),
  cookies: fc.array(fc.stringMatching(/^[a-z_]{1,9}=[\x21-\x7e]{0,9}$/), { maxLength: 4 }),
  address: fc.ipV4(),
});

test('G97 a shared document is the same bytes for everybody', async () => {
  const plain = await get('/open/dropped');
  const links = await get('/open/linked');
  expect(isShared(plain) && isShared(links)).toBe(true);
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(visitor, async (who) => {
      ({ profile } = who);
      const choice = who.answers === 'unreadable' ? 'x' : who.answers === 'none' ? null : choiceFor(who.answers as 'granted' | 'denied');
      const pairs = [...who.cookies, ...(choice === null ? [] : [`cookies_preferences=${choice}`]), `django_language=${who.picked}`];
      const headers = [
        `Cookie: ${pairs.join('; ')}`,
        `Accept-Language: ${who.language}`,
        `X-Forwarded-For: ${who.address}`,
        ...(who.gpc ? ['Sec-GPC: 1'] : []),
        ...(who.destination === '' ? [] : [`Sec-Fetch-Dest: ${who.destination}`]),
        ...(who.scripted ? ['X-Requested-With: XMLHttpRequest'] : []),
      ];
      // A cookie that this visitor may be given makes the response theirs; whatever is shared is the same.
      const dropped = await get('/open/dropped', headers);
      shared += Number(isShared(dropped));
      if (isShared(dropped)) expect(dropped).toBe(plain);
      else expect(headerValues(dropped, 'cache-control')).toEqual(['private, no-cache']);
      expect(await get('/open/linked', headers)).toBe(links);
    }),
    { numRuns: 60 },
  );
  profile = 'eu-base';
  expect(shared).toBeGreaterThan(20);
  expect(shared).toBeLessThan(60);
});

test('G97 it starts closed, under the ceiling and without a nonce, in the first language and under the default profile', async () => {
  const message = await get('/open/a', [cookie(choiceFor('granted')), 'Accept-Language: fr']);
  const { shared, onGrant, consent } = stateOf(bodyOf(message)) as { shared: boolean; onGrant: string; consent: PageConsent['consent'] };
  expect({ shared, onGrant, ask: consent.ask, profile: consent.profile }).toEqual({
    ...{ shared: true, onGrant: 'live', ask: false },
    profile: sharing.profiles.default,
  });
  expect(consent.purposes['map']?.allowed).toBe(false);
  const policies = headerValues(message, 'content-security-policy');
  // All declared hosts, although a page of one visitor has only those that are allowed.
  expect(policies[0]).toContain('embed.localhost');
  expect(headerValues(await get('/closed'), 'content-security-policy')[0]).not.toContain('embed.localhost');
  expect(policies.join()).not.toContain('nonce-');
  expect(policies[1]).toContain("'sha256-");
  expect(bodyOf(message)).toContain(`lang="${sharing.languages[0]}"`);
  expect(headerValues(message, 'vary')).toEqual(['Accept-Encoding']);
});

const etagOf = (message: string): string => headerValues(message, 'etag').join();
const lineOf = (head: string): string => headerValues(head, 'if-none-match').join();

test('G97 a cache asks about a page by the validator of the site with a mark of ours, and is told that it holds it', async () => {
  const first = await get('/open/a');
  expect(etagOf(first)).toMatch(/^W\/"one\.s[0-9a-f]{12}"$/);
  expect(headerValues(first, 'last-modified')).toEqual([]);
  const asked = [`If-None-Match: "other", ${etagOf(first)}, W/"one.s000000000000"`, cookie(choiceFor('granted'))];
  for (const more of [[], ['Sec-Fetch-Dest: empty'], ['Sec-GPC: 1', 'Accept-Language: fr']]) {
    const again = await get('/open/a', [...asked, ...more]);
    expect(lineOf(standing.origin.heads.at(-1) ?? '')).toBe('"one"');
    expect({ status: statusOf(again), body: bodyOf(again), etag: etagOf(again) }).toEqual({ status: 304, body: '', etag: etagOf(first) });
    for (const name of ['cache-control', 'vary', 'content-security-policy'])
      expect(headerValues(again, name)).toEqual(headerValues(first, name));
    expect(headerValues(again, 'set-cookie')).toEqual([]);
  }
});

test('G97 a validator that is not ours, or for a page that is not shared, asks for the whole page', async () => {
  const tag = etagOf(await get('/open/a'));
  for (const [path, held] of [
    ['/open/a', '"one"'],
    ['/open/a', tag.replace(/[0-9a-f]{12}/, '0'.repeat(12))],
    ['/open/a', '*'],
    ['/closed', tag],
  ] as const) {
    const message = await get(path, [`If-None-Match: ${held}`]);
    expect(lineOf(standing.origin.heads.at(-1) ?? ''), held).toBe('');
    expect(statusOf(message), held).toBe(200);
  }
  const weak = etagOf(await get('/open/weak'));
  expect(weak).toMatch(/^W\/"one\.w/);
  expect(statusOf(await get('/open/weak', [`If-None-Match: ${weak}`]))).toBe(200);
  expect(lineOf(standing.origin.heads.at(-1) ?? '')).toBe('W/"one"');
  expect(etagOf(await get('/open/odd'))).toBe('');
  expect(etagOf(await get('/open/two'))).toBe('');
});

test('G97 another declaration makes another page of the same page of the site', async () => {
  const tag = etagOf(await get('/open/a'));
  const other = { ...sharing, version: '9' };
  await withGuard(
    answer,
    async ({ port, origin }) => {
      const message = await exchangeBytes(port, requestText('GET /open/a', [`If-None-Match: ${tag}`]));
      expect({ status: statusOf(message), asked: lineOf(origin.heads[0] ?? '') }).toEqual({ status: 200, asked: '' });
      expect(etagOf(message)).toMatch(/^W\/"one\.s/);
      expect(etagOf(message)).not.toBe(tag);
    },
    { declaration: { declaration: other, id: identifyDeclaration(other) } },
  );
});

test('G98 the question is in the page for a script to put, and for who has none', async () => {
  const body = bodyOf(await get('/open/a?q=1'));
  const held = /<template id="candor-question">(.*?)<\/template><noscript>(.*?)<\/noscript>/s.exec(body);
  expect(held?.[1]).toContain('id="candor-notice"');
  expect(held?.[1]).toContain('value="/open/a?q=1"');
  expect(held?.[2]).toBe(held?.[1]);
  expect(body.indexOf('<body><template')).toBeGreaterThan(0);
});

test('G98 such a page is told what holds, and the question where it is another than the one it holds', async () => {
  const ask = async (headers: readonly string[] = [], query = ''): Promise<PageConsent> => {
    const message = await get(`/cookies/api/state/shared${query}`, headers);
    expect(headerValues(message, 'cache-control')).toEqual(['private, no-store']);
    return JSON.parse(bodyOf(message)) as PageConsent;
  };
  const first = await ask();
  expect(first.consent).toEqual(resolveConsent(sharing, { profile: 'eu-base', choice: null, gpc: false, now: NOW }));
  expect(first.question).toBeUndefined();
  expect(first.words).toBe(stateOf(bodyOf(await get('/open/a')))['words']);
  const chosen = await ask([cookie(choiceFor('denied'))]);
  expect({ ask: chosen.consent.ask, question: chosen.question }).toEqual({ ask: false, question: undefined });
  expect((await ask([], '?gpc=1')).consent.gpc).toBe(true);
  const french = await ask(['Accept-Language: fr']);
  expect(french.question).toContain('lang="fr"');
  expect(french.words).not.toBe(first.words);
  const old = encodeChoice({ answers: { 5: { state: 'objected', revision: 1 } }, at: NOW - 60, declaration: '' });
  expect((await ask([cookie(old)])).consent.ask).toBe(true);
});

test('G98 under a profile that asks for more, the question is the one of that profile', async () => {
  profile = 'br';
  const { consent, question } = JSON.parse(bodyOf(await get('/cookies/api/state/shared'))) as PageConsent;
  profile = 'eu-base';
  expect(consent.profile).toBe('br');
  expect(question).toContain('value="br"');
});

test('G99 no page is for a cache by another name, or because a script fetched it', async () => {
  const targeted = await get('/targeted');
  for (const name of ['cdn-cache-control', 'surrogate-control', 'x-accel-expires']) expect(headerValues(targeted, name)).toEqual([]);
  for (const path of ['/closed', '/open/kept', '/open/packed']) {
    const fetched = await get(path, ['Sec-Fetch-Dest: empty', cookie(choiceFor('granted'))]);
    expect(headerValues(fetched, 'cache-control'), path).toEqual(['private, no-cache']);
  }
});

test('G99 without a declaration nothing is shared', async () => {
  await withGuard(
    () => page(html, cached),
    async ({ port }) => {
      const message = await exchangeBytes(port, requestText('GET /open/a'));
      expect(statusOf(message)).toBe(200);
      expect(headerValues(message, 'cache-control')).toEqual(['private, no-cache']);
    },
    { declaration: null },
  );
});

test('G99 a view of a shared document counts only where everybody’s would', async () => {
  const seen: string[] = [];
  await withGuard(
    answer,
    async ({ port }) => {
      for (const path of ['/open/a', '/closed']) await exchangeBytes(port, requestText(`GET ${path}`));
    },
    { declaration: identified, onPageView: ({ path }) => seen.push(path) },
  );
  expect(seen).toEqual(['/closed']);
});
