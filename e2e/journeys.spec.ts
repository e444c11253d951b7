// A visitor's ways through the running system, in a real browser with scripts.
import { readFile } from 'node:fs/promises';
import type { Choice } from '@candor/core';
import { decodeChoice } from '@candor/core';
import { verifyReceipt } from '@candor/ledger';
import { demonstrationPassword, editorName } from '@candor-example/data-portal';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, Visitor, Visitors } from './harness.ts';
import { answerBanner, heldNames, mapDataset, openVisitors, readViews, startStand, toEmbed } from './harness.ts';

let stand: Stand;
let visitors: Visitors;
const here: Visitor[] = [];

beforeAll(async () => {
  [stand, visitors] = await Promise.all([startStand(), openVisitors()]);
});
afterEach(async () => {
  await Promise.all(here.splice(0).map(({ context }) => context.close()));
});
afterAll(async () => {
  await visitors.close();
  await stand.close();
});

async function come(options: Parameters<Visitors['come']>[0] = {}): Promise<Visitor> {
  const visitor = await visitors.come(options);
  here.push(visitor);
  return visitor;
}

async function storedChoice({ context }: Visitor): Promise<Choice | null> {
  const cookie = (await context.cookies(stand.origin)).find(({ name }) => name === 'cookies_preferences');
  const choice = decodeChoice(cookie?.value ?? '');
  return choice.ok ? choice.value : null;
}

const storageNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
  ]);

const states = (choice: Choice | null): { readonly [number: string]: string } =>
  Object.fromEntries(Object.entries(choice?.answers ?? {}).map(([number, { state }]) => [number, state]));

const embedded = (page: Page): Promise<void> => page.frameLocator('.map-frame iframe').locator('svg').first().waitFor();

test('J1 a first visit shows the question before any answer, and keeps nothing', async () => {
  const { page, context, requests } = await come();
  for (const path of ['/', '/datasets', mapDataset, '/developers']) {
    await page.goto(`${stand.origin}${path}`, { waitUntil: 'load' });
    expect(await page.locator('#candor-notice').isVisible(), path).toBe(true);
  }
  expect(await heldNames(context)).toEqual([]);
  expect(await storageNames(page)).toEqual([]);
  expect(toEmbed(requests)).toEqual([]);
  const { id } = stand.system.declaration;
  expect(await page.getAttribute('#candor-notice', 'data-declaration')).toBe(id.slice(0, 12));
});

test('J2 Reject: the question is gone, the choice is kept, the receipt verifies, the map stays a placeholder', async () => {
  const visitor = await come();
  const { page, context, requests } = visitor;
  await page.goto(`${stand.origin}${mapDataset}`);
  // By then what answers without leaving the page is there; before it the answer would be a form's.
  await page.waitForSelector('.map-frame .candor-placeholder');
  await answerBanner(page, 'reject');
  expect(await heldNames(context)).toEqual(['cookies_preferences']);
  expect(states(await storedChoice(visitor))).toEqual({ 3: 'objected', 4: 'denied' });
  // Where the visitor is looking, not only at the end of a long page.
  const { y = 0, height = 0 } = (await page.locator('#candor-status').boundingBox()) ?? {};
  expect(y).toBeGreaterThan(0);
  expect(y + height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#candor-status [data-candor="receipt"]')]);
  const receipt: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
  const keys = stand.system.declaration.declaration.log?.keys ?? [];
  expect(keys).toHaveLength(1);
  const verified = verifyReceipt(receipt, { keys });
  expect(verified).toMatchObject({
    ok: true,
    value: { record: { kind: 'choice', declaration: stand.system.declaration.id, way: 'banner' } },
  });
  expect(verifyReceipt(JSON.parse(JSON.stringify(receipt).replace('"denied"', '"granted"')), { keys }).ok).toBe(false);
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.waitForSelector('.map-frame .candor-placeholder');
  expect(await page.locator('#candor-notice').count()).toBe(0);
  expect(await page.locator('.map-frame iframe').isVisible()).toBe(false);
  expect(toEmbed(requests)).toEqual([]);
  expect(await heldNames(context)).toEqual(['cookies_preferences']);
});

test('J3 Accept: the map loads at once on this page, and again after a reload', async () => {
  const visitor = await come();
  const { page, context, requests } = visitor;
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.evaluate(() => void Object.assign(window, { same: true }));
  await answerBanner(page, 'accept');
  await embedded(page);
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  expect(states(await storedChoice(visitor))).toEqual({ 3: 'granted', 4: 'granted' });
  expect(toEmbed(requests)).toHaveLength(1);
  await page.reload();
  await embedded(page);
  expect(toEmbed(requests)).toHaveLength(2);
  expect(await page.evaluate(() => 'same' in window)).toBe(false);
  expect(await heldNames(context)).toEqual(['cookies_preferences', 'embed_visitor', 'map_style']);
});

test('J4 the placeholder allows its purpose and leaves the others as they were', async () => {
  const visitor = await come();
  const { page } = visitor;
  await page.goto(`${stand.origin}${mapDataset}`);
  await answerBanner(page, 'reject');
  await page.click('.candor-placeholder [data-candor="allow"]');
  await embedded(page);
  expect(states(await storedChoice(visitor))).toEqual({ 3: 'objected', 4: 'granted' });
});

test('J4 the placeholder allows its purpose before any other question is answered', async () => {
  const visitor = await come();
  const { page } = visitor;
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.click('.candor-placeholder [data-candor="allow"]');
  await embedded(page);
  expect(states(await storedChoice(visitor))).toEqual({ 4: 'granted' });
});

test('J5 withdrawing removes what consent had allowed, HttpOnly and storage included, and no later request carries it', async () => {
  const visitor = await come();
  const { page, context, requests } = visitor;
  await page.goto(`${stand.origin}${mapDataset}`);
  await answerBanner(page, 'accept');
  await page.reload();
  await embedded(page);
  expect((await context.cookies(stand.origin)).find(({ name }) => name === 'map_style')?.httpOnly).toBe(true);
  // Written past the page's hooks, as a script of before the choice could have left it.
  await page.evaluate(() => void (localStorage['left'] = '1'));
  await page.goto(`${stand.cookies}/preferences`);
  await page.click('.candor-preferences [data-candor="withdraw"]');
  await page.waitForSelector('[role="status"]');
  expect((await context.cookies(stand.origin)).map(({ name }) => name)).toEqual(['cookies_preferences']);
  const before = requests.length;
  const sent: string[] = [];
  // One that is on its way when the test ends is of no interest.
  context.on('request', (request) => {
    request.allHeaders().then(
      (headers) => sent.push(headers['cookie'] ?? ''),
      () => undefined,
    );
  });
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.waitForSelector('.candor-placeholder');
  // The sweep comes when a page of the site has been painted.
  await expect.poll(() => storageNames(page)).toEqual([]);
  await page.goto(`${stand.origin}/datasets`);
  expect(toEmbed(requests.slice(before))).toEqual([]);
  expect(sent.length).toBeGreaterThan(2);
  expect(sent.join()).not.toContain('map_style');
  expect(states(await storedChoice(visitor))['4']).toBe('denied');
});

test('J6 the preference centre saves each purpose by itself', async () => {
  const visitor = await come();
  const { page } = visitor;
  await page.goto(`${stand.cookies}/preferences`);
  await page.check('input[name="grant"][value="embeds"]');
  await page.uncheck('input[name="grant"][value="statistics"]');
  await page.click('.candor-preferences [data-candor="save"]');
  await page.waitForSelector('[role="status"]');
  expect(states(await storedChoice(visitor))).toEqual({ 3: 'objected', 4: 'granted' });
  expect(await page.isChecked('input[name="grant"][value="embeds"]')).toBe(true);
  expect(await page.isChecked('input[name="grant"][value="statistics"]')).toBe(false);
  await page.uncheck('input[name="grant"][value="embeds"]');
  await page.check('input[name="grant"][value="statistics"]');
  await page.click('.candor-preferences [data-candor="save"]');
  await expect.poll(async () => states(await storedChoice(visitor))).toEqual({ 3: 'granted', 4: 'denied' });
});

test('J7 only picking a language sets django_language', async () => {
  const { page, context } = await come({ locale: 'fr' });
  await page.goto(`${stand.origin}/`);
  expect(await page.getAttribute('html', 'lang')).toBe('fr');
  await page.goto(`${stand.cookies}/policy/en`);
  expect(await heldNames(context)).toEqual([]);
  await page.goto(`${stand.origin}/`);
  await page.click('.language button[value="en"]');
  await page.waitForSelector('html[lang="en"]');
  expect(await heldNames(context)).toEqual(['django_language']);
  await page.goto(`${stand.cookies}/preferences`);
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.click('.switch button[value="fr"]');
  await page.waitForSelector('html[lang="fr"]');
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'django_language', value: 'fr', path: '/' });
});

async function logIn(page: Page): Promise<void> {
  await page.goto(`${stand.origin}/admin/login`);
  await page.fill('#username', editorName);
  await page.fill('#password', demonstrationPassword);
  await page.click('#log-in button');
  await page.waitForSelector('#who');
}

test('J8 the portal’s back office: log in, edit, and the edit is public', async () => {
  const { page, context } = await come();
  await logIn(page);
  expect(await heldNames(context)).toEqual(['csrftoken', 'sessionid']);
  await page.goto(`${stand.origin}/admin/datasets/rainfall`);
  await page.fill('#title-en', 'Rain, by the month');
  await page.click('#edit button');
  await page.waitForSelector('[data-saved]');
  const reader = await come();
  await reader.page.goto(`${stand.origin}/datasets/rainfall`);
  expect(await reader.page.textContent('h1')).toBe('Rain, by the month');
  await page.goto(`${stand.origin}/admin/`);
  await page.click('#log-out button');
  await expect.poll(() => heldNames(context)).not.toContain('sessionid');
});

test('J9 an API write needs its CSRF token', async () => {
  const { page } = await come();
  await logIn(page);
  const write = (token: string | null): Promise<number> =>
    page.evaluate(async (given) => {
      const own = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (given !== null) headers['x-csrftoken'] = given === 'own' ? own : given;
      const body = JSON.stringify({ licence: 'CC0 1.0' });
      return (await fetch('/api/v2/catalog/datasets/bus-stops', { method: 'PATCH', headers, body })).status;
    }, token);
  expect(await write(null)).toBe(403);
  expect(await write('x'.repeat(64))).toBe(403);
  expect(await write('own')).toBe(200);
});

test('J10 a view counts, unless the visitor objected or sends Global Privacy Control', async () => {
  const pages = ['/', '/datasets', mapDataset];
  const read = async ({ page }: Visitor): Promise<void> => {
    for (const path of pages) await page.goto(`${stand.origin}${path}`, { waitUntil: 'load' });
  };
  const reader = await come();
  const before = await readViews(stand);
  await read(reader);
  expect((await readViews(stand)) - before).toBe(pages.length);

  await reader.page.goto(`${stand.cookies}/statistics`);
  await reader.page.click('[data-candor="object"]');
  await expect.poll(async () => states(await storedChoice(reader))['3']).toBe('objected');
  const objected = await readViews(stand);
  await read(reader);
  expect((await readViews(stand)) - objected).toBe(0);

  await read(await come({ extraHTTPHeaders: { 'Sec-GPC': '1' } }));
  expect((await readViews(stand)) - objected).toBe(0);
  await read(await come());
  expect((await readViews(stand)) - objected).toBe(pages.length);
});

test('J11 with Global Privacy Control nothing is asked and nothing loads', async () => {
  const { page, context, requests } = await come({ extraHTTPHeaders: { 'Sec-GPC': '1' } });
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.waitForSelector('.candor-placeholder');
  expect(await page.locator('#candor-notice').count()).toBe(0);
  expect(await heldNames(context)).toEqual([]);
  expect(toEmbed(requests)).toEqual([]);
});

test('J12 another tab follows an answer', async () => {
  const { page, context } = await come();
  await page.goto(`${stand.origin}/`);
  const second = await context.newPage();
  await second.goto(`${stand.origin}${mapDataset}`);
  expect(await second.locator('#candor-notice').isVisible()).toBe(true);
  await answerBanner(page, 'accept');
  await second.waitForSelector('#candor-notice', { state: 'detached' });
  await embedded(second);
});

test('J13 “forget” asks again and leaves nothing behind', async () => {
  const { page, context } = await come();
  await page.goto(`${stand.origin}${mapDataset}`);
  await answerBanner(page, 'accept');
  await page.reload();
  await embedded(page);
  await page.goto(`${stand.cookies}/preferences`);
  await page.click('.candor-preferences [data-candor="forget"]');
  await page.waitForURL(/forgotten=1/);
  expect((await context.cookies(stand.origin)).map(({ name }) => name)).toEqual([]);
  await page.goto(`${stand.origin}/`);
  expect(await page.locator('#candor-notice').isVisible()).toBe(true);
});
