import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Portal } from './portal.ts';
import { becomeOwner, logIn, openPortal, origin, password, prefix, tokenIn } from './portal.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const admin = `${prefix}/admin`;

test('P64 the cookie is set with the form, scoped to the prefix, and kept while it is good', async () => {
  const browser = portal.browser();
  const first = await browser.get(`${admin}/log-in`);
  expect(first.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^csrftoken=[a-zA-Z0-9]{32}; Path=\/cookies; Max-Age=31449600; SameSite=Lax$/),
  ]);
  const second = await browser.get(`${admin}/log-in`);
  expect(second.headers.getSetCookie()).toEqual([]);
  expect(tokenIn(await second.text())).not.toBe(tokenIn(await first.text()));
});

test('P64 log-in itself needs the token', async () => {
  await becomeOwner(portal, portal.browser());
  const browser = portal.browser();
  await browser.get(`${admin}/log-in`);
  const response = await browser.post(`${admin}/log-in`, { form: { name: 'ada', password } });
  expect(response.status).toBe(403);
  expect(browser.cookie('sessionid')).toBeUndefined();
  expect(await response.text()).toContain('PLATFORM_CSRF');
});

test('P64 the secret is new at log-in: a form of before no longer works', async () => {
  const browser = portal.browser();
  await becomeOwner(portal, browser);
  const before = portal.browser();
  const stale = tokenIn(await (await before.get(`${admin}/log-in`)).text());
  const held = before.cookie('csrftoken');
  await logIn(before);
  expect(before.cookie('csrftoken')).not.toBe(held);
  const response = await before.post(`${admin}/log-out`, { form: { csrfmiddlewaretoken: stale } });
  expect(response.status).toBe(403);
  expect((await before.get(admin)).status).toBe(200);
});

test.each(['/log-out', '/audits', '/sessions/revoke', '/account'])(
  'P64 POST %s is refused without its token and from another site',
  async (path) => {
    const browser = portal.browser();
    await becomeOwner(portal, browser);
    expect((await browser.post(`${admin}${path}`, { form: {} })).status).toBe(403);
    const csrfmiddlewaretoken = tokenIn(await (await browser.get(admin)).text());
    const foreign = await browser.raw(`${admin}${path}`, { form: { csrfmiddlewaretoken }, headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    expect((await browser.raw(`${admin}${path}`, { form: { csrfmiddlewaretoken }, headers: { origin } })).status).not.toBe(403);
  },
);

test('P64 with the Secure option our cookies carry it', async () => {
  const secured = await portal.restart({ secureCookies: true });
  const browser = secured.browser();
  expect((await browser.get(`${admin}/log-in`)).headers.getSetCookie().join()).toContain('; Secure; SameSite=Lax');
  await secured.platform.close();
});
