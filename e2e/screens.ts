// Makes the pictures of docs/screens from a running system: node --import tsx --conditions=@candor/source e2e/screens.ts
// With a folder as argument, more of them go there, to be looked at.
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Cell, Playground } from '../examples/playground/src/index.ts';
import { firstCell, startPlayground } from '../examples/playground/src/index.ts';
import type { Stand, Visitors } from './harness.ts';
import { answerBanner, ask, mapDataset, openVisitors, startStand } from './harness.ts';
import { becomeOwner } from './office.ts';

type Shot = {
  readonly name: string;
  readonly device?: BrowserContextOptions;
  /** Height of the window where a page wants more than the usual. */
  readonly height?: number;
  readonly prepare: (page: Page, stand: Stand) => Promise<unknown>;
};

const phone = { viewport: { width: 360, height: 740 } };

async function choose(page: Page, stand: Stand, deed: 'accept' | 'reject'): Promise<void> {
  await page.goto(`${stand.origin}/`);
  await answerBanner(page, deed);
}

async function openMap(page: Page, stand: Stand): Promise<void> {
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.evaluate(() => document.querySelector('.map-frame')?.scrollIntoView({ behavior: 'instant', block: 'center' }));
}

const at =
  (path: string) =>
  (page: Page, { origin }: Stand): Promise<unknown> =>
    page.goto(origin + path);

async function openReceipt(page: Page, { cookies }: Stand): Promise<void> {
  await page.goto(`${cookies}/preferences`);
  await page.click('.candor-preferences [data-candor="reject"]');
  await page.click('main a[href*="/receipt?"]');
}

async function openRightToLeft(page: Page, { origin }: Stand): Promise<void> {
  await page.goto(`${origin}/`);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.querySelector('#candor-notice')?.setAttribute('dir', 'rtl');
  });
}

/** The pictures that are kept. */
const kept: readonly Shot[] = [
  { name: 'home-banner', prepare: at('/') },
  { name: 'home-banner-phone', device: phone, prepare: at('/') },
  {
    name: 'dataset-waiting',
    prepare: async (page, stand) => {
      await choose(page, stand, 'reject');
      await openMap(page, stand);
    },
  },
  {
    name: 'dataset-map',
    prepare: async (page, stand) => {
      await choose(page, stand, 'accept');
      await openMap(page, stand);
      await page.frameLocator('.map-frame iframe').locator('svg').first().waitFor();
    },
  },
  { name: 'preferences', height: 1000, prepare: at('/cookies/preferences') },
  { name: 'policy-en', prepare: at('/cookies/policy/en#policy-used') },
  { name: 'policy-fr', height: 740, prepare: at('/cookies/policy/fr') },
  { name: 'receipt', height: 900, prepare: openReceipt },
  { name: 'truth-dark', height: 900, device: { colorScheme: 'dark' }, prepare: at('/cookies/truth') },
  { name: 'statistics', height: 1100, prepare: at('/cookies/statistics') },
  { name: 'home-dark-rtl', device: { colorScheme: 'dark' }, prepare: openRightToLeft },
];

/** Looked at, not kept. */
const others: readonly Shot[] = [
  { name: 'policy-whole', height: 6800, prepare: at('/cookies/policy/en') },
  { name: 'policy-phone', device: phone, height: 7000, prepare: at('/cookies/policy/fr') },
  { name: 'preferences-whole', height: 2300, prepare: at('/cookies/preferences') },
  { name: 'preferences-phone', device: phone, height: 3100, prepare: at('/cookies/preferences') },
  { name: 'preferences-dark', device: { colorScheme: 'dark' }, height: 1000, prepare: at('/cookies/preferences') },
  {
    name: 'preferences-saved',
    prepare: async (page, { cookies }) => {
      await page.goto(`${cookies}/preferences`);
      await page.click('.candor-preferences [data-candor="reject"]');
      await page.waitForURL(/saved=1/);
    },
  },
  { name: 'truth', height: 1500, prepare: at('/cookies/truth') },
  { name: 'truth-phone', device: phone, height: 2000, prepare: at('/cookies/truth') },
  { name: 'statistics-whole', height: 2300, prepare: at('/cookies/statistics') },
  {
    name: 'dataset-top',
    prepare: async (page, stand) => {
      await choose(page, stand, 'reject');
      await page.goto(`${stand.origin}/datasets/rainfall`);
    },
  },
  {
    name: 'dataset-phone',
    device: phone,
    height: 2400,
    prepare: async (page, stand) => {
      await choose(page, stand, 'reject');
      await page.goto(`${stand.origin}${mapDataset}`);
    },
  },
  {
    name: 'list',
    prepare: async (page, stand) => {
      await choose(page, stand, 'reject');
      await page.goto(`${stand.origin}/datasets`);
    },
  },
  {
    name: 'home-footer',
    prepare: async (page, stand) => {
      await choose(page, stand, 'reject');
      await page.evaluate(() => document.querySelector('footer')?.scrollIntoView({ behavior: 'instant' }));
    },
  },
  { name: 'home-forced', device: { forcedColors: 'active' }, prepare: at('/') },
  { name: 'log-in', prepare: at('/cookies/admin/log-in') },
  { name: 'home-answered', prepare: (page, stand) => choose(page, stand, 'reject') },
  { name: 'policy-purposes', prepare: at('/cookies/policy/en#policy-purposes') },
  { name: 'policy-involved', prepare: at('/cookies/policy/en#policy-signals') },
];

type PlaygroundShot = Omit<Shot, 'prepare'> & { readonly prepare: (page: Page, playground: Playground) => Promise<unknown> };

const cellAt =
  (cell: Partial<Cell>) =>
  (page: Page, playground: Playground): Promise<unknown> =>
    page.goto(playground.address({ ...firstCell, ...cell }));

const indexAt =
  (query: string) =>
  async (page: Page, { origin }: Playground): Promise<void> => {
    await page.goto(`${origin}/?${query}`);
    // Frames below the window are loaded only when somebody scrolls to them.
    await page.waitForFunction(() => [...document.querySelectorAll('iframe')].length > 0);
  };

async function openCentre(page: Page, playground: Playground, cell: Partial<Cell>): Promise<void> {
  await cellAt(cell)(page, playground);
  await page.click('#candor-notice [data-candor="preferences"]');
  await page.waitForSelector('dialog[open]');
  await page.locator('dialog summary').nth(1).click();
  await page
    .locator('dialog fieldset')
    .nth(1)
    .evaluate((one) => one.scrollIntoView({ behavior: 'instant', block: 'start' }));
}

/** The playground: kept as well. */
const cells: readonly PlaygroundShot[] = [
  {
    name: 'playground-profiles',
    device: { viewport: { width: 1440, height: 900 } },
    height: 900,
    prepare: indexAt('by=profile&width=1280'),
  },
  {
    name: 'playground-themes-dark',
    device: { viewport: { width: 1600, height: 1000 }, colorScheme: 'dark' },
    height: 1000,
    prepare: indexAt('by=theme&width=320&language=de'),
  },
  { name: 'question-arabic', prepare: cellAt({ language: 'ar' }) },
  {
    name: 'question-forced-colours',
    device: { forcedColors: 'active', colorScheme: 'dark' },
    prepare: cellAt({ theme: 'own', language: 'pl' }),
  },
  {
    name: 'centre-phone-dark',
    device: { ...phone, colorScheme: 'dark' },
    prepare: (page, playground) => openCentre(page, playground, { language: 'fr' }),
  },
  { name: 'placeholder-own-theme', device: phone, height: 1060, prepare: cellAt({ state: 'denied', theme: 'own', language: 'it' }) },
];

// Views of a dozen browsers in two languages, so that the tables have something to show.
async function bringVisits({ origin }: Stand): Promise<void> {
  const agents = Array.from({ length: 14 }, (_, at) =>
    at % 3 === 0
      ? `Mozilla/5.0 (Linux; Android ${9 + at}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/14${at}.0 Mobile Safari/537.36`
      : at % 3 === 1
        ? `Mozilla/5.0 (X11; Linux x86_64; rv:13${at}.0) Gecko/20100101 Firefox/13${at}.0`
        : `Mozilla/5.0 (Macintosh; Intel Mac OS X 14_${at}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.${at} Safari/605.1.15`,
  );
  const paths = ['/', '/datasets', mapDataset, '/datasets/beach-water-quality', '/developers'];
  for (const [at, agent] of agents.entries()) {
    for (const path of paths.slice(0, 2 + (at % 4))) {
      await ask(origin, path, {
        headers: {
          'user-agent': agent,
          'accept-language': at % 3 === 0 ? 'fr' : 'en',
          ...(at % 2 === 0 ? { referer: 'https://search.example/' } : {}),
        },
      });
    }
  }
}

type Taking<On> = {
  readonly shot: Omit<Shot, 'prepare'> & { readonly prepare: (page: Page, on: On) => Promise<unknown> };
  readonly folder: string;
};

async function take<On>(visitors: Visitors, on: On, { shot, folder }: Taking<On>): Promise<void> {
  const { context, page } = await visitors.come({ reducedMotion: 'reduce', ...shot.device });
  const { width = 1280, height = 800 } = shot.device?.viewport ?? {};
  await page.setViewportSize({ width, height: shot.height ?? height });
  await shot.prepare(page, on);
  await save(page, join(folder, `${shot.name}.png`));
  await context.close();
}

async function save(page: Page, path: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path, animations: 'disabled', scale: 'css' });
  console.log(`${path}  ${Math.ceil((await stat(path)).size / 1024)} KiB`);
}

async function takeOffice(visitors: Visitors, stand: Stand, folder: string): Promise<void> {
  const { context, page } = await visitors.come({ viewport: { width: 1280, height: 1100 } });
  await becomeOwner(page, stand);
  await save(page, join(folder, 'office.png'));
  await context.close();
}

const [chosen] = process.argv.slice(2);
const folder = chosen ?? fileURLToPath(new URL('../docs/screens', import.meta.url));
await mkdir(folder, { recursive: true });
const visitors = await openVisitors();
const playground = await startPlayground();
for (const shot of cells) await take(visitors, playground, { shot, folder });
await playground.close();
const stand = await startStand();
await bringVisits(stand);
await stand.system.audit('screens');
for (const shot of chosen === undefined ? kept : [...kept, ...others]) await take(visitors, stand, { shot, folder });
await takeOffice(visitors, stand, folder);
await visitors.close();
await stand.close();
