import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GuardModes } from '../src/index.ts';
import type { Standing } from './site.ts';
import { choiceFor, page, standUp } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText } from './wire.ts';

const HTML = '<html><head><link rel=preconnect href=https://x.example/></head><body><img src=https://x.example/p.gif></body></html>';

const mode = fc.constantFrom('observe', 'enforce') as fc.Arbitrary<'observe' | 'enforce'>;
const anyModes: fc.Arbitrary<GuardModes> = fc.record({ 'set-cookie': mode, cookie: mode, html: mode, csp: mode });
const anyHeaders = fc.subarray([
  'Set-Cookie: _ga=1; Path=/',
  'Set-Cookie: _vis1=a; Path=/; Max-Age=99999999',
  'Set-Cookie: csrftoken=b; Path=/',
  'Set-Cookie: cookies_preferences=spoilt; Path=/',
  'Clear-Site-Data: "cookies", "storage"',
  'Link: <https://x.example/>; rel=preconnect',
  'Refresh: 9; url=https://x.example/',
  'NEL: {}',
  'Content-Security-Policy: img-src *; report-uri https://x.example/',
  'Permissions-Policy: no dictionary',
  'Cache-Control: public, max-age=60',
  'ETag: "a"',
  'Last-Modified: Mon, 23 Nov 2026 00:00:00 GMT',
  'Vary: Accept',
]);
const anyCookies = fc.subarray(['_ga=1', 'csrftoken=2', 'old=3', `cookies_preferences=${choiceFor('granted')}`]);
const anyWish = fc.subarray(['Accept: text/html', 'Accept-Encoding: gzip', 'If-None-Match: "a"', 'Sec-Fetch-Dest: document', 'Sec-GPC: 1']);

const OUTWARD = ['link', 'refresh', 'nel', 'permissions-policy'];
const CACHING = ['cache-control', 'etag', 'last-modified', 'vary', 'content-length'];

/** What each layer may touch: while it observes, that is as the site or the visitor sent it. */
function untouched(reply: string, origin: string, names: readonly string[]): void {
  for (const name of names) expect(headerValues(reply, name), name).toEqual(headerValues(origin, name));
}

test('G131 whatever the layers, the response and the visitor: what a layer only observes is as it was sent', async () => {
  let answer = '';
  const guards = new Map<string, Standing>();
  try {
    await fc.assert(
      fc.asyncProperty(anyModes, anyHeaders, anyCookies, anyWish, async (modes, headers, cookies, wishes) => {
        answer = page(HTML, headers);
        const key = JSON.stringify(modes);
        const standing = guards.get(key) ?? (await standUp(() => answer, { mode: modes }));
        guards.set(key, standing);
        const sent = [...wishes, ...(cookies.length === 0 ? [] : [`Cookie: ${cookies.join('; ')}`])];
        const reply = await exchangeBytes(standing.port, requestText('GET /data', sent));
        const head = standing.origin.heads.at(-1) ?? '';
        if (modes['set-cookie'] === 'observe') untouched(reply, answer, ['set-cookie', 'clear-site-data']);
        if (modes.cookie === 'observe') expect(headerValues(head, 'cookie').join()).toBe(cookies.join('; '));
        if (modes.csp === 'observe') untouched(reply, answer, [...OUTWARD, 'content-security-policy']);
        if (modes.csp === 'observe') expect(headerValues(reply, 'content-security-policy-report-only')).toHaveLength(2);
        if (modes.html === 'observe') {
          expect(bodyOf(reply)).toBe(HTML);
          for (const name of ['accept', 'accept-encoding', 'if-none-match'])
            expect(headerValues(head, name)).toEqual(headerValues(requestText('GET /', wishes), name));
          if (modes['set-cookie'] === 'observe') untouched(reply, answer, CACHING);
        }
      }),
      { numRuns: 300 },
    );
  } finally {
    for (const standing of guards.values()) await standing.close();
  }
});
