import { sha256Hex } from '@candor/core';
import Libsql from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Browser, Portal } from './portal.ts';
import { becomeOwner, logIn, openPortal, origin, password, prefix, submit, tokenIn } from './portal.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const admin = `${prefix}/admin`;
const logInPage = `${admin}/log-in`;

async function owner(): Promise<Browser> {
  const browser = portal.browser();
  await becomeOwner(portal, browser);
  return browser;
}

function rows(sql: string): unknown[] {
  const database = new Libsql(`${portal.options.dataDirectory}/platform.sqlite`);
  const found = database.prepare(sql).all([]);
  database.close();
  return found;
}

test('P60 the link makes one owner and is dead after use', async () => {
  const link = (await portal.platform.firstOwnerLink()) ?? '';
  expect(link).toMatch(/^http:\/\/portal\.localhost:8080\/cookies\/admin\/first-owner\?token=[\w-]{43}$/);
  expect(await portal.platform.firstOwnerLink()).toBe(link);
  const token = new URL(link).searchParams.get('token') ?? '';
  expect(JSON.stringify(rows('SELECT * FROM owner_link'))).not.toContain(token);
  const browser = portal.browser();
  const claimed = await becomeOwner(portal, browser);
  expect(claimed.status).toBe(303);
  expect((await browser.get(admin)).status).toBe(200);
  expect(await portal.platform.firstOwnerLink()).toBeNull();
  const late = portal.browser();
  const page = await late.get(link.slice(origin.length));
  expect(page.status).toBe(410);
  const csrf = tokenIn(await (await late.get(logInPage)).text());
  const second = await late.post(`${admin}/first-owner`, {
    form: { csrfmiddlewaretoken: csrf, token, name: 'eve', password, again: password },
  });
  expect(second.status).toBe(410);
});

test('P60 the link of an earlier start is dead', async () => {
  const link = (await portal.platform.firstOwnerLink()) ?? '';
  const again = await portal.restart();
  const fresh = (await again.platform.firstOwnerLink()) ?? '';
  expect(fresh).not.toBe(link);
  expect((await again.browser().get(link.slice(origin.length))).status).toBe(410);
  expect((await again.browser().get(fresh.slice(origin.length))).status).toBe(200);
  await again.platform.close();
});

test.each([
  ['a', password, password, 'not of that form'],
  ['ada', 'short', 'short', 'shorter than 12'],
  ['ada', password, `${password}!`, 'not the same'],
  ['ada', 'x'.repeat(1100), 'x'.repeat(1100), 'too long'],
])('P60 name "%s" with a bad pair of passwords is refused with the reason, and the link lives on', async (name, first, again, reason) => {
  const link = (await portal.platform.firstOwnerLink()) ?? '';
  const browser = portal.browser();
  const path = link.slice(origin.length);
  const csrf = tokenIn(await (await browser.get(path)).text());
  const token = new URL(link).searchParams.get('token') ?? '';
  const response = await browser.post(`${admin}/first-owner`, { form: { csrfmiddlewaretoken: csrf, token, name, password: first, again } });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(reason);
  expect((await browser.get(path)).status).toBe(200);
});

test('P61 the password is stored as argon2id and nowhere plain', async () => {
  await owner();
  const stored = JSON.stringify(rows('SELECT * FROM account'));
  expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(stored).not.toContain(password);
});

test('P61 an unknown name and a wrong password get the same answer', async () => {
  await owner();
  const wrong = await logIn(portal.browser(), 'ada', 'not the password at all');
  const unknown = await logIn(portal.browser(), 'eve', 'not the password at all');
  expect([wrong.status, unknown.status]).toEqual([400, 400]);
  const strip = (page: string) => page.replace(/value="[^"]*"/g, '');
  expect(strip(await unknown.text())).toBe(strip(await wrong.text()));
});

test('P62 the sixth attempt is refused even with the right password, until a quarter of an hour has passed', async () => {
  await owner();
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await logIn(portal.browser(), 'ada', 'wrong wrong wrong')).status).toBe(400);
  const refused = await logIn(portal.browser());
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBe(900);
  portal.clock.advance(900);
  expect((await logIn(portal.browser())).status).toBe(303);
});

test('P63 sessionid is new at each log-in, hashed at rest, and scoped', async () => {
  await owner();
  const browser = portal.browser();
  const response = await logIn(browser);
  const line = response.headers.getSetCookie().find((one) => one.startsWith('sessionid=')) ?? '';
  expect(line).toMatch(/^sessionid=[0-9a-f]{64}; Path=\/cookies\/admin; Max-Age=1209600; HttpOnly; SameSite=Lax$/);
  const first = browser.cookie('sessionid') ?? '';
  const stored = JSON.stringify(rows('SELECT * FROM session'));
  expect(stored).toContain(sha256Hex(first));
  expect(stored).not.toContain(first);
  // Logging in over a living session ends it: the log-in form is sent again with the old cookie.
  const csrf = tokenIn(await (await portal.browser().get(logInPage)).text());
  browser.setCookie('csrftoken', csrf, prefix);
  await browser.post(logInPage, { form: { csrfmiddlewaretoken: csrf, name: 'ada', password } });
  const second = browser.cookie('sessionid') ?? '';
  expect(second).not.toBe(first);
  const thief = portal.browser();
  thief.setCookie('sessionid', first, admin);
  expect((await thief.get(admin)).status).toBe(303);
});

test('P63 log-out ends the session in the store, not only in the browser', async () => {
  const browser = await owner();
  const held = browser.cookie('sessionid') ?? '';
  const response = await submit(browser, admin, `${admin}/log-out`);
  expect(response.status).toBe(303);
  expect(browser.cookie('sessionid')).toBeUndefined();
  expect(rows('SELECT * FROM session')).toEqual([]);
  const thief = portal.browser();
  thief.setCookie('sessionid', held, admin);
  expect((await thief.get(admin)).status).toBe(303);
});

test('P63 a session ends after fourteen days, however busy', async () => {
  const browser = await owner();
  for (let day = 0; day < 13; day += 1) {
    portal.clock.advance(86_400);
    expect((await browser.get(admin)).status).toBe(200);
  }
  portal.clock.advance(86_400);
  const response = await browser.get(`${admin}/journal`);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/cookies/admin/log-in?next=%2Fcookies%2Fadmin%2Fjournal');
});

test('P63 another session can be ended, one’s own account’s only', async () => {
  const browser = await owner();
  const other = portal.browser();
  await logIn(other);
  const page = await (await browser.get(`${admin}/sessions`)).text();
  const id = /name="session" value="(\d+)"/.exec(page)?.[1] ?? '';
  const response = await submit(browser, `${admin}/sessions`, `${admin}/sessions/revoke`, { session: id });
  expect(response.status).toBe(303);
  expect((await other.get(admin)).status).toBe(303);
  expect((await browser.get(admin)).status).toBe(200);
  expect((await submit(browser, `${admin}/sessions`, `${admin}/sessions/revoke`, { session: '999' })).status).toBe(404);
});

test('P63 a new password ends all other sessions and is the only one that works', async () => {
  const browser = await owner();
  const other = portal.browser();
  await logIn(other);
  const next = 'another four quiet words';
  const wrong = await submit(browser, `${admin}/account`, `${admin}/account`, { old: 'no', password: next, again: next });
  expect(wrong.status).toBe(400);
  const right = await submit(browser, `${admin}/account`, `${admin}/account`, { old: password, password: next, again: next });
  expect(right.status).toBe(200);
  expect((await other.get(admin)).status).toBe(303);
  expect((await browser.get(admin)).status).toBe(200);
  expect((await logIn(portal.browser())).status).toBe(400);
  expect((await logIn(portal.browser(), 'ada', next)).status).toBe(303);
});

test('P65 a sessionid of the site itself does not hide ours, and a planted one does not either', async () => {
  const browser = await owner();
  browser.setCookie('sessionid', 'django-session-of-the-site', '/');
  browser.setCookie('sessionid', 'planted', prefix);
  expect(browser.cookieHeader(admin).match(/sessionid=/g)).toHaveLength(3);
  expect((await browser.get(admin)).status).toBe(200);
});

test('P63 after log-in the page that was asked for is shown, and no other site’s', async () => {
  await owner();
  const go = async (next: string) => {
    const browser = portal.browser();
    const page = await (await browser.get(`${logInPage}?next=${encodeURIComponent(next)}`)).text();
    const field = /name="next" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const response = await browser.post(logInPage, { form: { csrfmiddlewaretoken: tokenIn(page), next: field, name: 'ada', password } });
    return response.headers.get('location');
  };
  expect(await go(`${admin}/journal`)).toBe(`${admin}/journal`);
  for (const next of ['//evil.example', 'https://evil.example', '/elsewhere', `${admin}/log-out`, `${admin}/../../x`])
    expect(await go(next)).toBe(admin);
});

test('P67 what is done is listed', async () => {
  const browser = await owner();
  await submit(browser, admin, `${admin}/log-out`);
  await logIn(browser);
  const page = await (await browser.get(`${admin}/journal`)).text();
  for (const deed of ['became the owner', 'logged out', 'logged in']) expect(page).toContain(deed);
});

test('P68 choices are counted per purpose, without anything of who', async () => {
  const browser = await owner();
  for (const action of ['accept-all', 'reject-all', 'reject-all']) {
    await portal.browser().post(`${prefix}/preferences`, { form: { do: action } });
  }
  const page = await (await browser.get(admin)).text();
  expect(page).toContain('refused everything');
  expect(page).toContain('2 <small>of 3</small>');
  expect(rows("SELECT * FROM choice_count WHERE purpose = 'map' AND outcome = 'denied'")).toEqual([
    { day: '2026-09-21', way: 'preferences', purpose: 'map', outcome: 'denied', count: 2 },
  ]);
});

test('P60 without a session every page of the back office leads to the log-in', async () => {
  for (const path of ['', '/audits', '/audits/1', '/sessions', '/journal', '/account']) {
    const response = await portal.browser().get(`${admin}${path}`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(/^\/cookies\/admin\/log-in\?next=/);
  }
});

test('P66 the overview shows the log and the declaration, also when the ledger fails', async () => {
  const browser = await owner();
  const page = await (await browser.get(admin)).text();
  expect(page).toContain(portal.options.declaration.id);
  expect(page).toContain('portal.localhost/cookies/log');
  const failing = await portal.restart({ ledger: { ...portal.ledger, size: () => Promise.reject(new Error('locked')) } });
  const again = failing.browser();
  again.setCookie('sessionid', browser.cookie('sessionid') ?? '', admin);
  expect(await (await again.get(admin)).text()).toContain('The log does not answer');
  await failing.platform.close();
});
