// Makes the pictures of docs/screens from a running system: node --import tsx --conditions=@candor/source e2e/screens.ts [folder]
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Stand, Visitors } from './harness.ts';
import { ask, mapDataset, openVisitors, startStand } from './harness.ts';
import { becomeOwner } from './office.ts';

type Shot = {
  readonly name: string;
  readonly device?: BrowserContextOptions;
  /** The whole page rather than what fits the window. */
  readonly full?: boolean;
  readonly prepare: (page: Page, stand: Stand) => Promise<unknown>;
};

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 };

async function choose(page: Page, stand: Stand, deed: 'accept' | 'reject'): Promise<void> {
  await page.goto(`${stand.origin}/`);
  await page.click(`#candor-notice [data-candor="${deed}"]`);
  await page.waitForSelector('#candor-notice', { state: 'detached' });
}

async function openMap(page: Page, stand: Stand): Promise<void> {
  await page.goto(`${stand.origin}${mapDataset}`);
  await page.locator('#map').scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('#map')?.scrollIntoView());
}

const shots: readonly Shot[] = [
  { name: 'home-banner', prepare: (page, { origin }) => page.goto(`${origin}/`) },
  { name: 'home-banner-phone', device: phone, prepare: (page, { origin }) => page.goto(`${origin}/`) },
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
  { name: 'preferences', full: true, prepare: (page, { cookies }) => page.goto(`${cookies}/preferences`) },
  { name: 'policy-en', full: true, prepare: (page, { cookies }) => page.goto(`${cookies}/policy/en`) },
  { name: 'policy-fr', full: true, prepare: (page, { cookies }) => page.goto(`${cookies}/policy/fr`) },
  {
    name: 'receipt',
    full: true,
    prepare: async (page, { cookies }) => {
      await page.goto(`${cookies}/preferences`);
      await page.click('.candor-preferences [data-candor="reject"]');
      await page.click('main a[href*="/receipt?"]');
    },
  },
  { name: 'truth', full: true, prepare: (page, { cookies }) => page.goto(`${cookies}/truth`) },
  { name: 'statistics', full: true, prepare: (page, { cookies }) => page.goto(`${cookies}/statistics`) },
  { name: 'home-dark', device: { colorScheme: 'dark' }, prepare: (page, { origin }) => page.goto(`${origin}/`) },
  { name: 'truth-dark', device: { colorScheme: 'dark' }, prepare: (page, { cookies }) => page.goto(`${cookies}/truth`) },
  {
    name: 'home-rtl',
    prepare: async (page, { origin }) => {
      await page.goto(`${origin}/`);
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
        document.querySelector('#candor-notice')?.setAttribute('dir', 'rtl');
      });
    },
  },
  {
    name: 'preferences-phone',
    device: phone,
    full: true,
    prepare: (page, { cookies }) => page.goto(`${cookies}/preferences`),
  },
  { name: 'policy-phone', device: phone, full: true, prepare: (page, { cookies }) => page.goto(`${cookies}/policy/en`) },
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

async function take(visitors: Visitors, stand: Stand, shot: Shot, folder: string): Promise<void> {
  const { context, page } = await visitors.come(shot.device ?? {});
  await shot.prepare(page, stand);
  await page.waitForLoadState('networkidle');
  await save(page, shot, folder);
  await context.close();
}

async function save(page: Page, { name, full }: Pick<Shot, 'name' | 'full'>, folder: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: full === true, animations: 'disabled', scale: 'css' });
  console.log(`${name}.png  ${Math.round((await stat(path)).size / 1024)} KiB`);
}

async function takeOffice(visitors: Visitors, stand: Stand, folder: string): Promise<void> {
  const { context, page } = await visitors.come();
  await becomeOwner(page, stand);
  await page.goto(`${stand.cookies}/admin`);
  await save(page, { name: 'office', full: true }, folder);
  await context.close();
}

const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/screens', import.meta.url));
await mkdir(folder, { recursive: true });
const stand = await startStand();
const visitors = await openVisitors();
await bringVisits(stand);
await stand.system.audit('screens');
for (const shot of shots) await take(visitors, stand, shot, folder);
await takeOffice(visitors, stand, folder);
await visitors.close();
await stand.close();
