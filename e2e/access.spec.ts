// Who can use it: axe on every page, keyboard alone, a narrow screen, right to left, forced colours, less motion; and two equal answers.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, Visitor, Visitors } from './harness.ts';
import { heldNames, mapDataset, openVisitors, startStand } from './harness.ts';
import { becomeOwner, logIn } from './office.ts';

let stand: Stand;
let visitors: Visitors;
let axe: string;
let audited: Promise<unknown>;
const here: Visitor[] = [];

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [stand, visitors] = await Promise.all([startStand(), openVisitors()]);
  // Goes on while the first tests run: the truth page and the overview are looked at last.
  audited = stand.system.audit('test');
});
afterEach(async () => {
  await Promise.all(here.splice(0).map(({ context }) => context.close()));
});
afterAll(async () => {
  await audited;
  await visitors.close();
  await stand.close();
});

async function come(options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await visitors.come(options);
  here.push(visitor);
  return visitor;
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** What axe finds on the page that is open, one line for each element. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } }).axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        // The map is another party's page.
        iframes: false,
      }),
    standards,
  );
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How to come to a page that is more than its address. */
type Place = { readonly name: string; readonly open: (page: Page) => Promise<unknown> };

const at = (name: string, path: string): Place => ({ name, open: (page) => page.goto(`${stand.origin}${path}`) });

const places: readonly Place[] = [
  at('the home page with the banner', '/'),
  at('the list of datasets', '/datasets'),
  at('a dataset with its placeholder', mapDataset),
  at('the preference centre', '/cookies/preferences'),
  at('the policy in English', '/cookies/policy/en'),
  at('the policy in French', '/cookies/policy/fr'),
  at('the statistics', '/cookies/statistics'),
  at('the portal’s log-in', '/admin/login'),
  at('the platform’s log-in', '/cookies/admin/log-in'),
  {
    name: 'a receipt',
    open: async (page) => {
      await page.goto(`${stand.cookies}/preferences`);
      await page.click('.candor-preferences [data-candor="reject"]');
      await page.click('main a[href*="/receipt?"]');
    },
  },
  {
    name: 'the first owner’s form',
    open: async (page) => page.goto((await stand.system.platform.firstOwnerLink()) ?? ''),
  },
];

test.each(places)('A1 $name has no violation of WCAG 2.2 A and AA, light or dark', async ({ open }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await come({ colorScheme });
    await open(page);
    expect(await violationsOn(page), colorScheme).toEqual([]);
  }
});

test.each(places)('A2 $name fits a screen of 320 pixels, left to right and right to left', async ({ open }) => {
  const { page } = await come({ viewport: { width: 320, height: 640 } });
  await open(page);
  expect(await overflowOf(page)).toBe(0);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[dir]')) element.setAttribute('dir', 'rtl');
    document.documentElement.dir = 'rtl';
  });
  expect(await overflowOf(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await overflowOf(page)).toBe(0);
});

/** Presses Tab until the element is focused; answers with how often, at most 200 times. */
async function tabTo(page: Page, selector: string): Promise<number> {
  for (let presses = 1; presses <= 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return presses;
  }
  return Number.POSITIVE_INFINITY;
}

test.each(['accept', 'reject'])('A3 by keyboard alone Tab reaches %s, and Enter answers', async (answer) => {
  const { page, context } = await come();
  // Answered before the script is there, the form leaves the page; here it stays.
  await page.goto(`${stand.origin}/datasets`, { waitUntil: 'networkidle' });
  expect(await tabTo(page, `#candor-notice [data-candor="${answer}"]`)).toBeLessThan(100);
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return `${style.outlineStyle} ${style.outlineWidth}`;
  });
  expect(outline).toBe('solid 3px');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  expect(await heldNames(context)).toContain('cookies_preferences');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

test('A4 Escape is never an answer, wherever the focus is', async () => {
  const { page, context } = await come();
  await page.goto(`${stand.origin}/`);
  await page.keyboard.press('Escape');
  for (const where of ['[data-candor="accept"]', '[data-candor="reject"]', '[data-candor="preferences"]', '.candor-words']) {
    await page.focus(`#candor-notice ${where}`);
    await page.keyboard.press('Escape');
  }
  await page.goto(`${stand.cookies}/preferences`);
  await page.focus('.candor-preferences [data-candor="accept"]');
  await page.keyboard.press('Escape');
  expect(await heldNames(context)).toEqual([]);
  await page.goto(`${stand.origin}/`);
  expect(await page.locator('#candor-notice').isVisible()).toBe(true);
});

test('A5 what has the focus is not hidden behind the banner', async () => {
  const { page } = await come({ reducedMotion: 'reduce' });
  await page.goto(`${stand.origin}/`);
  const hidden: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const focused = document.activeElement;
      const notice = document.querySelector('#candor-notice');
      if (focused === null || notice === null || focused === document.body || notice.contains(focused)) return null;
      const box = focused.getBoundingClientRect();
      return box.top >= notice.getBoundingClientRect().top ? focused.outerHTML.slice(0, 80) : null;
    });
    if (covered !== null) hidden.push(covered);
  }
  expect(hidden).toEqual([]);
});

type Look = { readonly style: { readonly [property: string]: string }; readonly width: number; readonly height: number };

const lookOf = (page: Page, selector: string): Promise<Look> =>
  page.locator(selector).evaluate((element) => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return { style: Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)])), width, height };
  });

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['a wide screen', {}],
  ['a phone', { viewport: { width: 360, height: 740 } }],
  ['French', { locale: 'fr' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
];

test.each(looks)('A6 accept and reject are equal in every computed style and in size: %s', async (_name, options) => {
  const { page } = await come(options);
  for (const [path, root] of [
    ['/', '#candor-notice'],
    ['/cookies/preferences', '.candor-preferences'],
  ] as const) {
    await page.goto(`${stand.origin}${path}`);
    for (const act of [async () => {}, (one: string) => page.focus(one), (one: string) => page.hover(one)]) {
      const seen: Look[] = [];
      for (const answer of ['accept', 'reject']) {
        const selector = `${root} [data-candor="${answer}"]`;
        await page.mouse.move(0, 0);
        await page.locator(':focus').evaluateAll((focused) => focused.forEach((one) => one instanceof HTMLElement && one.blur()));
        await act(selector);
        // A transition that has begun is waited for: both are looked at when they rest.
        await page.locator(selector).evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
        seen.push(await lookOf(page, selector));
      }
      const [accept, reject] = seen;
      expect(Object.keys(accept?.style ?? {}).length).toBeGreaterThan(200);
      expect(reject?.style).toEqual(accept?.style);
      expect(Math.abs((accept?.width ?? 0) - (reject?.width ?? 9))).toBeLessThanOrEqual(1);
      expect(Math.abs((accept?.height ?? 0) - (reject?.height ?? 9))).toBeLessThanOrEqual(1);
      expect(accept?.height).toBeGreaterThanOrEqual(44);
    }
  }
});

test('A7 with forced colours the answers have an outline, and with less motion nothing moves', async () => {
  const { page } = await come({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto(`${stand.origin}/`);
  const { style } = await lookOf(page, '#candor-notice [data-candor="reject"]');
  expect(style['border-top-style']).toBe('solid');
  expect(style['border-top-color']).not.toBe(style['background-color']);
  expect(style['border-top-color']).not.toBe('rgba(0, 0, 0, 0)');
  expect(style['transition-duration']).toBe('0s');
  for (const path of ['/', '/cookies/policy/en', '/cookies/preferences']) {
    await page.goto(`${stand.origin}${path}`);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
  }
});

test('A8 the policy says which language it is in', async () => {
  const { page } = await come();
  for (const language of ['en', 'fr']) {
    const response = await page.goto(`${stand.cookies}/policy/${language}`);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(response?.headers()['content-language']).toBe(language);
    expect(await page.locator('h1').count()).toBe(1);
  }
});

test('A9 with an audit done: truth and overview have no violation, and fit 320 pixels', async () => {
  await audited;
  const first = await come();
  await becomeOwner(first.page, stand);
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await come({ colorScheme });
    await page.goto(`${stand.cookies}/truth`);
    expect(await page.locator('.verdict').count()).toBe(1);
    expect(await violationsOn(page), `truth, ${colorScheme}`).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toBe(0);
    await logIn(page, stand);
    expect(await overflowOf(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ['', '/audits', '/audits/1', '/sessions', '/journal', '/account']) {
      await page.goto(`${stand.cookies}/admin${path}`);
      expect(await violationsOn(page), `${path}, ${colorScheme}`).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
  }
});
