// The same ways with JavaScript off: every answer is a form and a 303.
import { readFile } from 'node:fs/promises';
import { decodeChoice } from '@candor/core';
import { verifyReceipt } from '@candor/ledger';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, Visitor, Visitors } from './harness.ts';
import { heldNames, mapDataset, openVisitors, readViews, startStand, toEmbed } from './harness.ts';

let stand: Stand;
let visitors: Visitors;
let visitor: Visitor | null = null;

beforeAll(async () => {
  [stand, visitors] = await Promise.all([startStand(), openVisitors()]);
});
afterEach(async () => {
  await visitor?.context.close();
  visitor = null;
});
afterAll(async () => {
  await visitors.close();
  await stand.close();
});

async function come(): Promise<Visitor> {
  visitor = await visitors.come({ javaScriptEnabled: false });
  return visitor;
}

/** Presses a button and answers with what its form's POST was answered with. */
async function press(page: Page, selector: string): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.click(selector),
  ]);
  return response.status();
}

async function answers({ context }: Visitor): Promise<{ readonly [number: string]: string } | null> {
  const value = (await context.cookies(stand.origin)).find(({ name }) => name === 'cookies_preferences')?.value;
  const choice = decodeChoice(value ?? '');
  return choice.ok ? Object.fromEntries(Object.entries(choice.value.answers).map(([number, { state }]) => [number, state])) : null;
}

test('N1 Reject in the banner is a form that comes back to the page, without the question and without the map', async () => {
  const one = await come();
  await one.page.goto(`${stand.origin}${mapDataset}`);
  expect(await press(one.page, '#candor-notice [data-candor="reject"]')).toBe(303);
  expect(one.page.url()).toBe(`${stand.origin}${mapDataset}`);
  expect(await one.page.locator('#candor-notice').count()).toBe(0);
  expect(await one.page.locator('.map-gate').isVisible()).toBe(true);
  expect(await answers(one)).toEqual({ 3: 'objected', 4: 'denied' });
  expect(await heldNames(one.context)).toEqual(['cookies_preferences']);
  expect(toEmbed(one.requests)).toEqual([]);
});

test('N2 Accept in the banner shows the map on the page it comes back to', async () => {
  const one = await come();
  await one.page.goto(`${stand.origin}${mapDataset}`);
  expect(await one.page.locator('.map-gate a').first().isVisible()).toBe(true);
  expect(await press(one.page, '#candor-notice [data-candor="accept"]')).toBe(303);
  await one.page.frameLocator('.map-frame iframe').locator('svg').first().waitFor();
  expect(await answers(one)).toEqual({ 3: 'granted', 4: 'granted' });
  expect(toEmbed(one.requests)).toHaveLength(1);
});

test('N3 the preference centre saves each purpose, and gives a receipt that verifies', async () => {
  const one = await come();
  await one.page.goto(`${stand.origin}/`);
  await one.page.click('#candor-notice [data-candor="preferences"]');
  await one.page.uncheck('input[name="grant"][value="statistics"]');
  await one.page.check('input[name="grant"][value="embeds"]');
  expect(await press(one.page, '.candor-preferences [data-candor="save"]')).toBe(303);
  expect(await answers(one)).toEqual({ 3: 'objected', 4: 'granted' });
  await one.page.click('main a[href*="/receipt?"]');
  const [download] = await Promise.all([one.page.waitForEvent('download'), one.page.click('form[action$="/receipt/download"] button')]);
  expect(download.suggestedFilename()).toBe('receipt.json');
  const text = await readFile(await download.path(), 'utf8');
  const keys = stand.system.declaration.declaration.log?.keys ?? [];
  const verified = verifyReceipt(JSON.parse(text), { keys });
  expect(verified).toMatchObject({ ok: true, value: { record: { kind: 'choice', way: 'preferences' } } });
  await one.page.fill('#receipt', text);
  await one.page.click('form[action$="/receipt/verify"] button');
  expect(await one.page.locator('.note.good').isVisible()).toBe(true);
  await one.page.fill('#receipt', text.replace('"objected"', '"granted"'));
  await one.page.click('form[action$="/receipt/verify"] button');
  expect(await one.page.locator('.note.bad').isVisible()).toBe(true);
});

test('N4 withdrawing takes away what consent had allowed', async () => {
  const one = await come();
  await one.page.goto(`${stand.origin}${mapDataset}`);
  await press(one.page, '#candor-notice [data-candor="accept"]');
  expect((await one.context.cookies(stand.origin)).map(({ name }) => name).sort()).toEqual(['cookies_preferences', 'map_style']);
  await one.page.goto(`${stand.cookies}/preferences`);
  expect(await press(one.page, '.candor-preferences [data-candor="withdraw"]')).toBe(303);
  expect((await one.context.cookies(stand.origin)).map(({ name }) => name)).toEqual(['cookies_preferences']);
  const before = one.requests.length;
  await one.page.goto(`${stand.origin}${mapDataset}`);
  expect(await one.page.locator('.map-gate').isVisible()).toBe(true);
  expect(toEmbed(one.requests.slice(before))).toEqual([]);
});

test('N5 “forget” asks again', async () => {
  const one = await come();
  await one.page.goto(`${stand.origin}/`);
  await press(one.page, '#candor-notice [data-candor="reject"]');
  await one.page.click('[data-candor="way-back"]');
  expect(await press(one.page, '.candor-preferences [data-candor="forget"]')).toBe(303);
  expect(await heldNames(one.context)).toEqual([]);
  await one.page.goto(`${stand.origin}/`);
  expect(await one.page.locator('#candor-notice').isVisible()).toBe(true);
});

test('N6 an objection to statistics is one press on the public page, and holds', async () => {
  const one = await come();
  await one.page.goto(`${stand.cookies}/statistics`);
  expect(await press(one.page, '[data-candor="object"]')).toBe(303);
  expect(await answers(one)).toEqual({ 3: 'objected' });
  expect(new URL(one.page.url()).pathname).toBe(new URL(`${stand.cookies}/statistics`).pathname);
  expect(await one.page.locator('[data-candor="object"]').count()).toBe(0);
  const before = await readViews(stand);
  await one.page.goto(`${stand.origin}/`);
  expect(await readViews(stand)).toBe(before);
  expect(await one.page.locator('#candor-notice').isVisible()).toBe(true);
});

test('N7 a form from another site chooses nothing', async () => {
  const one = await come();
  await one.page.route('http://elsewhere.localhost/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${stand.cookies}/preferences"><button name="do" value="accept-all">win</button></form>`,
    }),
  );
  await one.page.goto('http://elsewhere.localhost/');
  expect(await press(one.page, 'button')).toBe(403);
  expect(await heldNames(one.context)).toEqual([]);
});
