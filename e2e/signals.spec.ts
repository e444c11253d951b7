// Google Consent Mode beside a real guard: what the tags of a page find in `dataLayer`, and when.
import type { Declaration } from '@candor/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, StandOptions } from './stand.ts';
import { openTestBrowser, startStand } from './stand.ts';

let browser: Browser;
let closeBrowser: () => Promise<void>;
const opened: (() => Promise<void>)[] = [];

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await openTestBrowser());
});
afterAll(() => closeBrowser());
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const types = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] as const;
/** What the map's purpose stands for; nothing else is to be asked. */
const ads = ['ad_storage', 'ad_user_data', 'ad_personalization'];

const declare = (declaration: Declaration): Declaration => ({
  ...declaration,
  purposes: Object.fromEntries(
    Object.entries(declaration.purposes).map(([id, purpose]) => [
      id,
      id === 'audience' ? { ...purpose, basis: { default: { kind: 'consent' } } } : purpose,
    ]),
  ) as Declaration['purposes'],
  signals: {
    ...declaration.signals,
    projections: ['google-consent-mode-v2'],
    googleConsentMode: {
      purposes: { ad_storage: ['map'], ad_user_data: ['map'], ad_personalization: ['map'], analytics_storage: ['audience'] },
    },
  },
  scripts: { inline: 'unsafe-inline', hashes: [] },
});

const tag = "window.seen = window.dataLayer.map((entry) => [...entry]); window.dataLayer.push(['tag']);";
const pages = {
  '/tags': `<!doctype html><html lang="en"><head><title>t</title><script src="/first.js"></script></head><body><main>tags</main>
<script type="text/plain" data-candor-purpose="map">${tag}</script></body></html>`,
  '/first.js': 'window.first = (window.dataLayer || []).map((entry) => [...entry]);',
} as const;

type Entry = readonly [command: string, kind: string, settings: { readonly [type: string]: unknown }];
const read = (page: Page, name: 'first' | 'seen' | 'dataLayer'): Promise<readonly Entry[]> =>
  page.evaluate((key) => {
    const entries = (window as unknown as { [name: string]: readonly ArrayLike<unknown>[] | undefined })[key] ?? [];
    return entries.map((entry) => Array.from(entry)) as unknown as readonly Entry[];
  }, name);

type Seen = { readonly page: Page; readonly at: Stand; readonly hosts: Set<string> };

async function visit(options: { readonly gpc?: boolean; readonly region?: NonNullable<StandOptions['region']> } = {}): Promise<Seen> {
  const at = await startStand({ change: declare, pages, ...(options.region === undefined ? {} : { region: options.region }) });
  opened.push(at.close);
  const context = await browser.newContext(options.gpc ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {});
  opened.push(() => context.close());
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  const page = await context.newPage();
  await page.goto(`${at.url}/tags`);
  return { page, at, hosts };
}

test('C25 before any script of the page the layer begins with a default that denies what was not granted', async () => {
  const { page } = await visit();
  const [[command, kind, settings] = []] = await read(page, 'first');
  expect([command, kind]).toEqual(['consent', 'default']);
  for (const type of [...ads, 'analytics_storage']) expect(settings?.[type], type).toBe('denied');
  expect(Object.keys(settings ?? {})).toEqual(expect.arrayContaining([...types]));
  // Google's tags tell a command by its being an Arguments object.
  expect(await page.evaluate(() => String((window as unknown as { dataLayer: readonly unknown[] }).dataLayer[0]))).toBe(
    '[object Arguments]',
  );
});

test('C26 accepting is told in the task of the click, before a tag that wakes by it looks', async () => {
  const { page } = await visit();
  await page.evaluate(() => {
    addEventListener('click', () => setTimeout(() => (window as unknown as { dataLayer: unknown[] }).dataLayer.push(['next task'])), true);
  });
  await page.click('#candor-notice [data-candor="accept"]');
  await page.waitForSelector('#candor-status');
  const last = (await read(page, 'seen')).at(-1);
  expect(last?.slice(0, 2)).toEqual(['consent', 'update']);
  for (const type of [...ads, 'analytics_storage']) expect(last?.[2][type], type).toBe('granted');
  const layer = (await read(page, 'dataLayer')).map(([first, second]) => (first === 'consent' ? second : first));
  expect(layer.indexOf('tag')).toBeLessThan(layer.indexOf('next task'));
});

test('C26 a yes to one purpose is granted for what it stands for, and a withdrawal is denied again', async () => {
  const { page } = await visit();
  const open = (): Promise<void> => page.evaluate(() => (window as unknown as { candor: { open(): Promise<void> } }).candor.open());
  const lastUpdate = async (): Promise<Entry[2] | undefined> =>
    (await read(page, 'dataLayer')).filter(([command, kind]) => command === 'consent' && kind === 'update').at(-1)?.[2];
  await open();
  await page.check('.candor-dialog input[value="audience"]');
  await page.click('.candor-dialog [data-candor="save"]');
  await expect.poll(async () => (await lastUpdate())?.['analytics_storage']).toBe('granted');
  expect((await lastUpdate())?.['ad_storage']).toBe('denied');
  await page.reload();
  expect((await read(page, 'first'))[0]?.[2]).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' });
  await open();
  await page.click('.candor-dialog [data-candor="withdraw"]');
  await expect.poll(async () => (await lastUpdate())?.['analytics_storage']).toBe('denied');
});

test('C26 a yes that does not arrive is taken back in the layer too', async () => {
  const { page, at } = await visit();
  await page.waitForLoadState('networkidle');
  at.failing = () => new Response('no', { status: 500 });
  await page.click('#candor-notice [data-candor="accept"]');
  await page.waitForSelector('#candor-status');
  const updates = (await read(page, 'dataLayer')).filter(([, kind]) => kind === 'update').map(([, , settings]) => settings['ad_storage']);
  expect(updates.slice(-2)).toEqual(['granted', 'denied']);
});

test('C27 under the signal nothing is granted, and nothing is sent anywhere by the signals themselves', async () => {
  const { page, hosts } = await visit({ gpc: true });
  await page.waitForLoadState('networkidle');
  const layer = await read(page, 'dataLayer');
  for (const [, , settings] of layer) for (const type of [...ads, 'analytics_storage']) expect(settings[type]).toBe('denied');
  expect([...hosts]).toEqual(['portal.localhost']);
});

test('C28 where a header tells regions apart, the defaults of the others stand behind the visitor’s own', async () => {
  const region = { header: 'cf-ipcountry', profiles: { FR: 'eu-base', 'US-CA': 'us-ca' } } as const;
  const { page } = await visit({ region });
  const defaults = (await read(page, 'first')).filter(([, kind]) => kind === 'default').map(([, , settings]) => settings);
  expect(defaults).toHaveLength(2);
  expect(defaults[0]).not.toHaveProperty('region');
  expect(defaults[1]).toMatchObject({ region: ['US-CA'], ad_storage: 'denied', security_storage: 'granted' });
});
