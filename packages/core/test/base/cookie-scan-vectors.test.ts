import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCookieDate } from '../../src/base/cookie-date.ts';
import { defaultCookiePath, scanSetCookie } from '../../src/base/cookie-scan.ts';

const folder = new URL('../../../../../shared/vectors/cookies/', import.meta.url);
const present = existsSync(folder);
if (!present)
  console.warn(
    'NOT TESTED: the public cookie vectors are not beside this repository (../shared/vectors/cookies); agreement with Chromium was not tested',
  );

type Stored = { readonly name: string; readonly value: string; readonly path: string; readonly domain: string };
type Vector = {
  readonly id: string;
  readonly setCookie: readonly string[];
  readonly stored?: readonly Stored[];
  readonly response?: 'rejected';
};
type DateVector = { readonly test: string; readonly expected: string | null };

// The vectors were measured on this day, over HTTPS, at /v/x/y of site.test.
const now = Date.UTC(2026, 10, 23) / 1000;
const host = 'site.test';
// The carriage return of this one was lost when it was written down: without it, it is an ordinary line.
const lostBytes = new Set(['hs-DISABLED_CHROMIUM0023']);

function toByteString(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** What a jar holds after these lines, from nothing but the facts read out of each. */
function store(lines: readonly string[]): readonly Stored[] {
  const jar = new Map<string, Stored>();
  for (const line of lines) {
    const facts = scanSetCookie(toByteString(line));
    if (facts === null || (facts.domain !== null && facts.domain !== host)) continue;
    const cookie = {
      name: facts.name,
      value: facts.value,
      path: facts.path ?? defaultCookiePath('/v/x/y'),
      domain: facts.domain === null ? host : `.${host}`,
    };
    const key = JSON.stringify([cookie.name, cookie.path, cookie.domain]);
    const ends = facts.maxAge === null ? facts.expires : now + facts.maxAge;
    jar.delete(key);
    if (ends === null || ends > now) jar.set(key, cookie);
  }
  return [...jar.values()];
}

function sorted(cookies: readonly Stored[]): readonly string[] {
  return cookies.map((cookie) => JSON.stringify([cookie.name, cookie.value, cookie.path, cookie.domain])).sort();
}

test.skipIf(!present)('E1 E2 E3 E4 E5 E6 the facts rebuild exactly the jar that Chromium had after every record', () => {
  const vectors = JSON.parse(readFileSync(new URL('chromium/stored-156.json', folder), 'utf8')) as readonly Vector[];
  expect(vectors.length).toBeGreaterThanOrEqual(380);
  let cookies = 0;
  for (const vector of vectors) {
    if (lostBytes.has(vector.id)) continue;
    const stored = (vector.stored ?? []).map((cookie) => ({
      ...cookie,
      name: toByteString(cookie.name),
      value: toByteString(cookie.value),
      path: toByteString(cookie.path),
    }));
    cookies += stored.length;
    expect(sorted(store(vector.setCookie)), vector.id).toEqual(sorted(stored));
  }
  expect(cookies).toBeGreaterThanOrEqual(300);
});

test.skipIf(!present)('E6 cookie-dates are read as the http-state suite expects', () => {
  for (const file of ['examples.json', 'bsd-examples.json']) {
    const text = readFileSync(new URL(`http-state/${file}`, folder), 'utf8').replace(/^\s*\/\/.*$/gm, '');
    for (const vector of JSON.parse(text) as readonly DateVector[]) {
      const expected = vector.expected === null ? null : Date.parse(vector.expected) / 1000;
      expect(parseCookieDate(vector.test), vector.test).toBe(expected);
    }
  }
});
