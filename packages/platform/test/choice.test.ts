import { decodeChoice, identifyDeclaration } from '@candor/core';
import { verifyReceipt } from '@candor/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Portal } from './portal.ts';
import { openPortal, portalDeclaration, prefix } from './portal.ts';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

const preferences = `${prefix}/preferences`;
const api = `${prefix}/api/consents`;

test('P21 a choice by form is set, recorded, and shown with its receipt', async () => {
  const browser = portal.browser();
  const response = await browser.post(preferences, { form: { do: 'save', grant: 'map', return: preferences } });
  expect(response.status).toBe(303);
  const choice = decodeChoice(browser.cookie('cookies_preferences') ?? '');
  expect(choice).toMatchObject({ ok: true, value: { answers: { 6: { state: 'granted' } } } });
  const location = response.headers.get('location') ?? '';
  expect(location).toMatch(/^\/cookies\/preferences\?saved=1&index=\d+&t=[\w-]{22}$/);
  const page = await (await browser.get(location)).text();
  expect(page).toContain('Your choice is kept');
  expect(page).toMatch(/href="\/cookies\/receipt\?index=\d+&amp;t=[\w-]{22}"/);
});

test('P21 a choice holds when the ledger fails, and the answer says that it was not recorded', async () => {
  const { ledger } = portal;
  const failing = { ...ledger, recordChoice: () => Promise.reject(new Error('disk full')) };
  const broken = await portal.restart({ ledger: failing });
  const browser = broken.browser();
  const byForm = await browser.post(preferences, { form: { do: 'reject-all', return: preferences } });
  expect(byForm.status).toBe(303);
  expect(browser.cookie('cookies_preferences')).toBeDefined();
  const page = await (await browser.get(byForm.headers.get('location') ?? '')).text();
  expect(page).toContain('but not recorded');
  const byApi = await browser.post(api, { json: { do: 'accept-all' } });
  expect(byApi.status).toBe(202);
  expect(byApi.headers.getSetCookie().join()).toContain('cookies_preferences=');
  expect(await byApi.json()).toMatchObject({ recorded: false, code: 'PLATFORM_LEDGER' });
  expect(broken.failures.length).toBe(2);
  await broken.platform.close();
});

test('P21 a choice holds when the ledger never answers', async () => {
  const silent = { ...portal.ledger, recordChoice: () => new Promise<never>(() => {}) };
  const patient = await portal.restart({ ledger: silent, receiptPatience: 5 });
  const browser = patient.browser();
  const response = await browser.post(preferences, { form: { do: 'accept-all' }, headers: { accept: 'application/json' } });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ choice: { answers: { 6: { state: 'granted' } } }, receipt: null });
  expect(browser.cookie('cookies_preferences')).toBeDefined();
  await patient.platform.close();
});

test('P22 a form goes back to where it was shown, and nowhere else', async () => {
  const browser = portal.browser();
  const post = (back: string) => browser.post(preferences, { form: { do: 'reject-all', return: back } });
  expect((await post('/datasets?q=trees')).headers.get('location')).toBe('/datasets?q=trees');
  expect((await post('//evil.example/')).headers.get('location')).toMatch(/^\/cookies\/preferences\?saved=1/);
  expect((await post('https://evil.example/')).headers.get('location')).toMatch(/^\/cookies\/preferences\?saved=1/);
});

test('P22 the preferences remember the page that led to them', async () => {
  const browser = portal.browser();
  const page = await (await browser.get(`${preferences}?return=%2Fdatasets%2F7`)).text();
  const back = /name="return" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(back).toBe('/cookies/preferences?return=%2Fdatasets%2F7');
  const saved = await browser.post(preferences, { form: { do: 'accept-all', return: back } });
  const after = await (await browser.get(saved.headers.get('location') ?? '')).text();
  expect(after).toContain('<a href="/datasets/7">Back to where you were</a>');
  const hostile = await (await browser.get(`${preferences}?saved=1&return=%2F%2Fevil.example`)).text();
  expect(hostile).not.toMatch(/(?:href|action)="[^"]*evil/);
  expect(hostile).not.toContain('Back to where you were');
});

test('P23 a client that wants JSON gets the choice and a receipt that verifies', async () => {
  const browser = portal.browser();
  const response = await browser.post(preferences, {
    form: { do: 'accept-all', return: '/datasets' },
    headers: { accept: 'application/json' },
  });
  expect(response.status).toBe(200);
  const body = (await response.json()) as { choice: unknown; receipt: unknown };
  expect(body.choice).toMatchObject({ answers: { 6: { state: 'granted', revision: 1 } } });
  const keys = portal.options.declaration.declaration.log?.keys ?? [];
  expect(verifyReceipt(body.receipt, { keys })).toMatchObject({
    ok: true,
    value: { record: { kind: 'choice', way: 'banner', gpc: false } },
  });
});

test('P23 the API answers with the receipt alone', async () => {
  const browser = portal.browser({ gpc: true });
  const response = await browser.post(api, { json: { do: 'save', grants: ['map'] } });
  expect(response.status).toBe(201);
  const keys = portal.options.declaration.declaration.log?.keys ?? [];
  const verified = verifyReceipt(await response.json(), { keys });
  expect(verified).toMatchObject({
    ok: true,
    value: { record: { way: 'api', gpc: true, answers: { 6: { state: 'granted', revision: 1 } } } },
  });
});

test('P23 a second choice is recorded too, older answers included', async () => {
  const browser = portal.browser();
  await browser.post(api, { json: { do: 'accept-all' } });
  portal.clock.advance(3600);
  const response = await browser.post(api, { json: { do: 'object', purposes: ['audience'] } });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ record: { answers: { 5: { state: 'objected' }, 6: { state: 'granted' } } } });
});

test.each([
  ['{"do":"everything"}', 'do'],
  ['{}', 'do'],
  ['{"do":"save","grants":"map"}', 'grants'],
  ['[]', 'do'],
  ['null', ''],
])('P23 %s is refused and says where', async (json, where) => {
  const response = await portal.browser().post(api, { json });
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as { code: string; title: string };
  expect(problem.code).toBe('PLATFORM_INPUT');
  expect(problem.title).toContain(`"${where}"`);
});

test('P23 what is not JSON, and a form sent as JSON, are refused', async () => {
  expect((await portal.browser().post(api, { json: '{' })).status).toBe(400);
  expect((await portal.browser().post(api, { form: { do: 'accept-all' } })).status).toBe(415);
  expect((await portal.browser().post(preferences, { json: { do: 'accept-all' } })).status).toBe(415);
});

test('P24 forget me is two steps: everything is cleared, then the page says so', async () => {
  const browser = portal.browser();
  await browser.post(preferences, { form: { do: 'accept-all' } });
  browser.setCookie('django_language', 'fr');
  const size = await portal.ledger.size();
  const first = await browser.post(preferences, { form: { do: 'forget', return: '/datasets' } });
  expect(first.status).toBe(303);
  expect(first.headers.get('clear-site-data')).toBe('"cookies", "storage"');
  expect(first.headers.get('location')).toBe(`${preferences}?forgotten=1`);
  expect(browser.cookie('cookies_preferences')).toBeUndefined();
  expect(browser.cookie('django_language')).toBeUndefined();
  expect(await portal.ledger.size()).toBe(size);
  const second = await browser.get(`${preferences}?forgotten=1`);
  expect(second.headers.getSetCookie()).toEqual([]);
  const text = await second.text();
  expect(text).toContain('is erased');
  expect(text).toContain('your choices and log-ins with them');
});

test('P24 cookies that did not come with the request are ended too, where they are declared', async () => {
  const first = await portal.browser().post(preferences, { form: { do: 'forget' } });
  const ended = first.headers.getSetCookie().map((line) => line.split('=')[0]);
  expect(ended).toEqual(expect.arrayContaining(['sessionid', 'csrftoken', 'django_language']));
});

test('P24 the API forgets without a body', async () => {
  const browser = portal.browser();
  const response = await browser.post(api, { json: { do: 'forget' } });
  expect(response.status).toBe(204);
  expect(response.headers.get('clear-site-data')).toBe('"cookies", "storage"');
});

test('P26 no further cookie comes with a choice, and no identifier in it', async () => {
  const first = portal.browser();
  const second = portal.browser({ remoteAddress: '198.51.100.9' });
  const answers = await Promise.all([first, second].map((browser) => browser.post(preferences, { form: { do: 'reject-all' } })));
  const lines = answers.map((response) => response.headers.getSetCookie());
  expect(lines[0]).toHaveLength(1);
  expect(lines[0]).toEqual(lines[1]);
});

test('P27 the hash of the notice shown is recorded; one that was never shown is not', async () => {
  const browser = portal.browser();
  const page = await (await browser.get(preferences)).text();
  const shown = /name="notice" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
  const record = async (notice: string) => {
    const response = await browser.post(api, { json: { do: 'accept-all', notice } });
    return ((await response.json()) as { record: { notice: string } }).record.notice;
  };
  expect(await record(shown)).toBe(shown);
  expect(await record('a'.repeat(64))).toBe('0'.repeat(64));
  expect(await record('not a hash')).toBe('0'.repeat(64));
});

test('P27 a notice of an earlier declaration is still known after the next start', async () => {
  const page = await (await portal.browser().get(preferences)).text();
  const shown = /name="notice" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
  const again = await portal.restart();
  const response = await again.browser().post(api, { json: { do: 'accept-all', notice: shown } });
  expect(await response.json()).toMatchObject({ record: { notice: shown } });
  await again.platform.close();
});

test('P7 a form above 16 KiB is refused', async () => {
  const response = await portal.browser().post(preferences, { form: { do: 'accept-all', return: 'x'.repeat(20_000) } });
  expect(response.status).toBe(413);
});

test('P28 under another declaration pages, choices and publications are its own at once', async () => {
  const browser = portal.browser();
  const changed = portalDeclaration((declaration) => ({ ...declaration, version: 'next' }));
  const id = identifyDeclaration(changed);
  const size = await portal.ledger.size();
  await portal.platform.reload({ declaration: changed, id });
  expect(await (await browser.get(`${prefix}/policy`)).text()).toContain(id);
  await browser.post(preferences, { form: { do: 'accept-all' } });
  const choice = decodeChoice(browser.cookie('cookies_preferences') ?? '');
  expect(choice).toMatchObject({ ok: true, value: { declaration: id.slice(0, 12) } });
  expect(await portal.ledger.size()).toBeGreaterThan(size + 1);
  expect(portal.failures).toEqual([]);
});
