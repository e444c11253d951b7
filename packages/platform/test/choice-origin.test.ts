import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Portal } from './portal.ts';
import { openPortal, origin, prefix } from './portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const preferences = `${prefix}/preferences`;
const api = `${prefix}/api/consents`;

const ways: readonly { name: string; path: string; sending: { form?: Record<string, string>; json?: unknown } }[] = [
  { name: 'the form', path: preferences, sending: { form: { do: 'accept-all' } } },
  { name: 'the API', path: api, sending: { json: { do: 'accept-all' } } },
];

for (const { name, path, sending } of ways) {
  test.each([
    ['neither header', {}],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sibling’s fetch', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost:8080' }],
    ['a cross-site fetch that names our origin', { 'sec-fetch-site': 'cross-site', origin }],
    ['another origin', { origin: 'https://evil.example' }],
    ['our host on another port', { origin: 'http://portal.localhost:9999' }],
    ['the null origin', { origin: 'null' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
  ])(`P20 ${name} is refused with %s`, async (_, headers) => {
    const browser = portal.browser();
    const size = await portal.ledger.size();
    const response = await browser.raw(path, { ...sending, headers: { ...headers, accept: 'application/json' } });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'PLATFORM_CROSS_SITE' });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await portal.ledger.size()).toBe(size);
  });

  test.each([
    ['a same-origin fetch', { 'sec-fetch-site': 'same-origin' }],
    ['our origin and no fetch metadata', { origin }],
    ['our origin and a fetch that nobody initiated', { origin, 'sec-fetch-site': 'none' }],
  ])(`P20 ${name} is taken with %s`, async (_, headers) => {
    const browser = portal.browser();
    const response = await browser.raw(path, { ...sending, headers });
    expect(response.status).toBeLessThan(400);
    expect(browser.cookie('cookies_preferences')).toBeDefined();
  });
}

test('P20 the origin of a request is no help where its host is not declared', async () => {
  const browser = portal.browser();
  const rebound = 'http://evil.example:8080';
  const response = await browser.raw(`${rebound}${preferences}`, { form: { do: 'accept-all' }, headers: { origin: rebound } });
  expect(response.status).toBe(403);
});
