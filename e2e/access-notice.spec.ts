// Who can use the question: every theme, light, dark and in forced colours, every language, by keyboard, zoomed, read aloud; nothing moves.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientAssets } from '@candor/client';
import type { Declaration } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { createGuard } from '@candor/guard';
import { createTemporaryFolder, startOrigin } from '@candor/testkit';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Cell, Playground } from '../examples/playground/src/index.ts';
import { choices, declarationFor, firstCell, hostOf, startPlayground } from '../examples/playground/src/index.ts';
import type { Visitor, Visitors } from './harness.ts';
import { heldNames, openVisitors } from './harness.ts';

let playground: Playground;
let visitors: Visitors;
let axe: string;
const here: Visitor[] = [];

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [playground, visitors] = await Promise.all([startPlayground(), openVisitors()]);
});
afterEach(async () => {
  await Promise.all(here.splice(0).map(({ context }) => context.close()));
});
afterAll(async () => {
  await visitors.close();
  await playground.close();
});

async function come(options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await visitors.come(options);
  here.push(visitor);
  return visitor;
}

async function open(page: Page, cell: Partial<Cell> = {}): Promise<void> {
  await page.goto(playground.address({ ...firstCell, ...cell }));
  // The part of the script that answers without leaving the page comes after the first paint.
  await page.waitForLoadState('networkidle');
}

async function openDialog(page: Page): Promise<void> {
  await page.click('#candor-notice [data-candor="preferences"]');
  await page.waitForSelector('dialog.candor-dialog[open]');
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } }).axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        iframes: false,
      }),
    standards,
  );
  expect(results.passes.length).toBeGreaterThan(10);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

/** What a visitor may look at, from the page with the question on. */
const sights: readonly (readonly [name: string, show: (page: Page, cell: Partial<Cell>) => Promise<unknown>])[] = [
  ['the page with the question', open],
  [
    'the preference centre over the page, all of it open',
    async (page, cell) => {
      await open(page, cell);
      await openDialog(page);
      for (const summary of await page.locator('dialog summary').all()) await summary.click();
    },
  ],
  [
    'the preferences as a page',
    async (page, cell) => {
      await open(page, cell);
      await page.goto(new URL('/cookies/preferences', page.url()).href);
    },
  ],
  [
    'the box in the place of a map',
    async (page, cell) => {
      await open(page, { ...cell, state: 'denied' });
      await page.waitForSelector('.candor-placeholder [data-candor="allow"]');
    },
  ],
];

test.each(choices.theme)('A10 in the theme "%s" nothing violates WCAG 2.2 A and AA, light or dark', async (theme) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await come({ colorScheme });
    for (const [name, show] of sights) {
      await show(page, { theme });
      expect(await violationsOn(page), `${name}, ${colorScheme}`).toEqual([]);
    }
  }
});

test.each(choices.language)('A10 in "%s" nothing violates WCAG 2.2 A and AA', async (language) => {
  const { page } = await come();
  for (const [name, show] of sights) {
    await show(page, { language });
    expect(await violationsOn(page), name).toEqual([]);
  }
});

/** The hook of what has the focus, or its tag. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('data-candor') ?? activeElement?.tagName ?? '';
  });

test.each(['en', 'ar'])('A11 in "%s" the first Tab reaches the answers: accept, reject, preferences, then the page', async (language) => {
  const { page, context } = await come();
  await open(page, { language });
  const order: string[] = [];
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused(page));
  }
  expect(order).toEqual(['accept', 'reject', 'preferences', 'A']);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('preferences');
  expect(await heldNames(context)).not.toContain('cookies_preferences');
});

test.each(['en', 'ar'])(
  'A12 in "%s" the dialog keeps the focus, Escape closes it without an answer, and the focus returns',
  async (language) => {
    const { page, context } = await come();
    await open(page, { language });
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog.candor-dialog[open]');
    const outside: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press(presses % 7 === 0 ? 'Shift+Tab' : 'Tab');
      const strayed = await page.evaluate(() => {
        const { activeElement: at } = document;
        // Between the last and the first the browser's own controls have their turn.
        return at === null || at === document.body || at.closest('dialog') !== null ? null : at.outerHTML.slice(0, 80);
      });
      if (strayed !== null) outside.push(strayed);
    }
    expect(outside).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await focused(page)).toBe('preferences');
    expect(await page.locator('#candor-notice').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#candor-notice').isVisible()).toBe(true);
    expect(await heldNames(context)).not.toContain('cookies_preferences');
  },
);

test('A12 what has the focus in the dialog is not hidden behind its title or its way out', async () => {
  const { page } = await come({ viewport: { width: 360, height: 640 } });
  await open(page);
  await openDialog(page);
  const hidden: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body || at.matches('[data-candor="close"]')) return null;
      const { left, top, width, height } = at.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (at.contains(hit) || hit.contains(at)) && !hit.matches('h1') ? null : at.outerHTML.slice(0, 90);
    });
    if (covered !== null) hidden.push(covered);
  }
  expect(hidden).toEqual([]);
});

/** Boxes of what can be pressed; a checkbox is pressed by its label. */
const targetsIn = (
  page: Page,
  root: string,
): Promise<readonly { readonly what: string; readonly width: number; readonly height: number }[]> =>
  page.locator(root).evaluate((element) =>
    [...element.querySelectorAll('a,button,summary,label')].map((target) => {
      const { width, height } = target.getBoundingClientRect();
      return { what: target.outerHTML.slice(0, 90), width, height };
    }),
  );

const screens = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
  { width: 320, height: 256 },
];

test.each(screens)('A13 every target is at least 44 pixels high and 44 wide: $width × $height', async (viewport) => {
  const { page } = await come({ viewport });
  for (const language of ['en', 'de', 'ar']) {
    await open(page, { language });
    const targets = [...(await targetsIn(page, '#candor-notice')), ...(await targetsIn(page, '.candor-way-back'))];
    await openDialog(page);
    for (const summary of await page.locator('dialog summary').all()) await summary.click();
    targets.push(...(await targetsIn(page, 'dialog')));
    await open(page, { language, state: 'denied' });
    await page.waitForSelector('.candor-placeholder button');
    targets.push(...(await targetsIn(page, '.candor-placeholder')));
    expect(targets.length).toBeGreaterThan(14);
    expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([]);
  }
});

test.each(choices.language)(
  'A14 in "%s" everything can be reached at 400 % zoom, and nothing scrolls in two directions',
  async (language) => {
    const { page } = await come({ viewport: { width: 320, height: 256 } });
    const sideways = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const boxes = [document.documentElement, ...document.querySelectorAll('#candor-notice,dialog,.candor-placeholder')];
        return boxes
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map(({ id, className, tagName }) => `${tagName} ${id} ${className}`);
      });
    const unreachable = (root: string): Promise<readonly string[]> =>
      page.locator(root).evaluate((element) =>
        [...element.querySelectorAll('h1,h2,li,p,a,button,label,summary')].flatMap((target) => {
          target.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width, height } = target.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height / 2);
          return hit !== null && (target.contains(hit) || hit.contains(target)) ? [] : [target.outerHTML.slice(0, 80)];
        }),
      );
    await open(page, { language });
    expect(await unreachable('#candor-notice')).toEqual([]);
    expect(await sideways()).toEqual([]);
    await page.locator('#candor-notice [data-candor="preferences"]').evaluate((link: HTMLElement) => link.click());
    await page.waitForSelector('dialog[open]');
    await page.locator('dialog details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    expect(await unreachable('dialog .candor-preferences')).toEqual([]);
    expect(await sideways()).toEqual([]);
    await open(page, { language, state: 'denied' });
    await page.waitForSelector('.candor-placeholder button');
    expect(await unreachable('.candor-placeholder')).toEqual([]);
    expect(await sideways()).toEqual([]);
  },
);

test('A15 nothing of ours ever moves, less motion or not', async () => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const { page } = await come({ reducedMotion });
    await open(page);
    await openDialog(page);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('#candor-notice,#candor-notice *,dialog,dialog *,.candor-way-back *')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== '0s' || animationName !== 'none';
        }).length,
    );
    expect(moving).toBe(0);
  }
});

test('A16 from right to left everything is mirrored', async () => {
  const { page } = await come();
  const edges = async (): Promise<readonly boolean[]> =>
    page.evaluate(() => {
      const left = (selector: string): number => document.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN;
      const [accept, reject, words] = ['[data-candor=accept]', '[data-candor=reject]', '.candor-words'].map((one) =>
        left(`#candor-notice ${one}`),
      );
      return [Number(accept) < Number(reject), Number(words) < Number(accept)];
    });
  await open(page, { language: 'en' });
  expect(await edges()).toEqual([true, true]);
  await open(page, { language: 'ar' });
  expect(await edges()).toEqual([false, false]);
  await openDialog(page);
  const [close, centre] = await page.evaluate(() =>
    ['dialog>button', 'dialog'].map((selector) => {
      const { left = 0, width = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
      return left + width / 2;
    }),
  );
  expect(close).toBeLessThan(centre ?? 0);
  // A name that begins and ends with signs keeps them where they are written.
  await page.locator('dialog summary').last().click();
  const codes = await page
    .locator('dialog code')
    .evaluateAll((all) => all.map((one) => [one.textContent, getComputedStyle(one).direction]));
  expect(codes).toContainEqual(['_map_*', 'ltr']);
});

test('A17 who listens hears a region, its answers, a dialog and what came of an answer, each by its name', async () => {
  const { page } = await come();
  await open(page);
  const region = page.getByRole('region', { name: 'Cookies: your choice' });
  expect(await region.count()).toBe(1);
  expect(await region.getByRole('heading', { name: 'Cookies: your choice', level: 2 }).count()).toBe(1);
  for (const name of ['Accept all', 'Reject all']) expect(await region.getByRole('button', { name, exact: true }).count()).toBe(1);
  expect(await region.getByRole('link').allInnerTexts()).toEqual(['Choose one by one']);
  expect(await page.getByRole('navigation', { name: 'Your cookie choices' }).getByRole('link').count()).toBe(1);
  await openDialog(page);
  const dialog = page.getByRole('dialog', { name: 'Your choices' });
  expect(await dialog.count()).toBe(1);
  for (const name of ['Counting visits', 'Maps', 'Advertising']) expect(await dialog.getByRole('group', { name }).count()).toBe(1);
  const box = dialog.getByRole('checkbox').first();
  expect(
    await box.evaluate((one: HTMLInputElement) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.innerText),
  ).toBe('On, until you object.');
  await page.keyboard.press('Escape');
  await page.click('#candor-notice [data-candor="reject"]');
  const status = page.getByRole('status');
  await status.waitFor();
  expect(await status.innerText()).toMatch(/^Your choices are saved\./);
});

test('A17 a failing server is said above the answers, and inside the dialog where that is open', async () => {
  for (const viewport of screens) {
    const { page } = await come({ viewport });
    await open(page, { state: 'failing' });
    await page.locator('#candor-notice [data-candor="accept"]').evaluate((button: HTMLElement) => button.scrollIntoView());
    await page.click('#candor-notice [data-candor="accept"]');
    const status = page.locator('#candor-notice form #candor-status');
    await status.waitFor();
    const seen = await status.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const below = document.querySelector('#candor-notice [data-candor=accept]')?.getBoundingClientRect().top ?? 0;
      return { hit: document.elementFromPoint(left + width / 2, top + height / 2) === element, above: top + height <= below };
    });
    expect(seen).toEqual({ hit: true, above: true });
  }
});

type Look = { readonly style: { readonly [property: string]: string }; readonly width: number; readonly height: number };

const lookOf = (page: Page, answer: string): Promise<Look> =>
  page.locator(`#candor-notice [data-candor="${answer}"]`).evaluate((element) => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return { style: Object.fromEntries([...style].map((property) => [property, style.getPropertyValue(property)])), width, height };
  });

const manners: readonly (readonly [string, (page: Page, answer: string) => Promise<unknown>])[] = [
  ['at rest', async () => {}],
  ['under the pointer', (page, answer) => page.hover(`#candor-notice [data-candor="${answer}"]`)],
  ['with the focus', (page, answer) => page.focus(`#candor-notice [data-candor="${answer}"]`)],
];

/** The whole takes minutes: each pair of theme and language, in every light. The quick run has each of them, not each pair. */
const full = process.env['CANDOR_FULL'] === '1';

const lights: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['forced colours in the dark', { forcedColors: 'active', colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 320, height: 640 } }],
];

test.each(full ? lights : lights.filter(([name]) => name === 'light' || name === 'forced colours' || name === 'a phone'))(
  'A18 accept and reject are equal in every computed property and to the pixel, in every theme and language: %s',
  async (_, options) => {
    const { page } = await come(options);
    let compared = 0;
    for (const theme of choices.theme) {
      const languages = theme === 'default' || full ? choices.language : (['ar', 'en'] as const);
      for (const language of languages) {
        await open(page, { theme, language });
        for (const [manner, act] of manners) {
          const seen: number[] = [];
          for (const answer of ['accept', 'reject']) {
            await page.mouse.move(0, 0);
            await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
            await act(page, answer);
            const { differing, properties } = await compareWithLast(page, answer);
            expect(differing, `${theme}, ${language}, ${manner}`).toEqual([]);
            seen.push(properties);
          }
          compared += seen[1] ?? 0;
        }
      }
    }
    expect(compared).toBeGreaterThan((full ? 4 * 9 : 9 + 3 * 2) * 3 * 300);
  },
);

/** Remembers how accept looks, and says in what reject differs from it: computed properties, and the size of the box. */
const compareWithLast = (page: Page, answer: string): Promise<{ readonly differing: readonly string[]; readonly properties: number }> =>
  page.evaluate((one) => {
    const button = document.querySelector(`#candor-notice [data-candor="${one}"]`);
    if (button === null) return { differing: ['it is not there'], properties: 0 };
    const style = getComputedStyle(button);
    const { width, height } = button.getBoundingClientRect();
    const look = new Map([...style].map((property) => [property, style.getPropertyValue(property)]));
    look.set('box', `${width} × ${height}`);
    const last = one === 'accept' ? look : (window as unknown as { last: Map<string, string> }).last;
    Object.assign(window, { last: look });
    const differing = [...look]
      .filter(([property, value]) => last.get(property) !== value)
      .map(([property, value]) => `${property} ${value}`);
    return { differing, properties: last.size === look.size ? look.size : 0 };
  }, answer);

test.each(choices.theme)('A19 in forced colours both answers of the theme "%s" have an edge that is seen', async (theme) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await come({ forcedColors: 'active', colorScheme });
    await open(page, { theme });
    for (const answer of ['accept', 'reject']) {
      const { style } = await lookOf(page, answer);
      expect(style['border-top-style']).toBe('solid');
      expect(Number.parseFloat(style['border-top-width'] ?? '')).toBeGreaterThanOrEqual(1);
      expect(style['border-top-color']).not.toBe(style['background-color']);
      expect(style['color']).not.toBe(style['background-color']);
    }
  }
});

/** Shifts since navigation, and what was the largest thing painted. */
async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { shifts: [] as object[], largest: [] as string[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[])
        seen.shifts.push({ value: entry.value, of: entry.sources.map(({ node }) => node?.nodeName) });
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { element } of list.getEntries() as (PerformanceEntry & { element: Element | null })[])
        seen.largest.push(element?.closest('#candor-notice') ? 'the question' : (element?.tagName ?? ''));
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

const painted = (page: Page): Promise<{ readonly shifts: readonly object[]; readonly largest: readonly string[] }> =>
  page.evaluate(async () => {
    // Entries are handed over after the frame that they tell of.
    for (let frames = 0; frames < 4; frames += 1) await new Promise((next) => requestAnimationFrame(next));
    return (window as unknown as { seen: { shifts: object[]; largest: string[] } }).seen;
  });

test.each(screens.slice(0, 2))(
  'A20 nothing shifts when the question comes or goes, and it is never the largest paint: $width pixels',
  async (viewport) => {
    for (const answer of ['accept', 'reject']) {
      const { page } = await come({ viewport });
      await observe(page);
      await open(page);
      await page.waitForLoadState('load');
      const before = await painted(page);
      expect(before.shifts).toEqual([]);
      expect(before.largest.length).toBeGreaterThan(0);
      expect(before.largest).not.toContain('the question');
      await page.evaluate(() => scrollTo({ top: 200, behavior: 'instant' }));
      await page.click(`#candor-notice [data-candor="${answer}"]`);
      await page.waitForSelector('#candor-notice', { state: 'detached' });
      await page.waitForSelector('#candor-status');
      expect((await painted(page)).shifts).toEqual([]);
    }
  },
);

/** The first cell's declaration with a theme in which accept is loud and reject is quiet. */
function unequalDeclaration(): Declaration {
  const { declaration } = declarationFor(firstCell);
  const theme = { accept: { button: '#0a6b2d', buttonText: '#fff' }, reject: { button: '#f4f4f4', buttonText: '#555' } };
  return { ...declaration, notice: { ...declaration.notice, theme } };
}

test('A21 a theme that favours an answer is refused by the command, with the numbers', async () => {
  const folder = await createTemporaryFolder();
  try {
    const file = join(folder.path, 'candor.json');
    await writeFile(file, JSON.stringify(unequalDeclaration()));
    const command = fileURLToPath(new URL('../packages/cli/bin/candor.mjs', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [command, 'check', file], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect(status).toBe(1);
    expect(stdout).toContain('NOTICE_THEME_UNEQUAL');
    expect(stdout).toMatch(/button is #0a6b2d for accept and #f4f4f4 for reject/);
    expect(stdout).toMatch(/buttonText on button \d+\.\d\d:1 for accept and \d+\.\d\d:1 for reject in the light/);
    expect(stdout).toMatch(/button on paper \d+\.\d\d:1 for accept and \d+\.\d\d:1 for reject in the light/);
  } finally {
    await folder.remove();
  }
});

test('A21 and by the guard: it shows no such question, says so, and nothing runs that needs a yes', async () => {
  const declaration = unequalDeclaration();
  const site = await startOrigin((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': '_quay=1; Path=/; Secure' });
    response.end('<!doctype html><title>Site</title><h1>Site</h1>');
  });
  const guard = createGuard({
    declaration: { declaration, id: identifyDeclaration(declaration) },
    upstream: site.url,
    mode: 'enforce',
    client: clientAssets,
    random: (bytes) => new Uint8Array(bytes),
    now: () => 1_800_000_000,
  });
  try {
    const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
    const { context, page } = await come();
    await page.goto(`http://${hostOf(firstCell)}:${port}/`);
    expect(await page.locator('h1').innerText()).toBe('Site');
    expect(await page.locator('#candor-notice, [data-candor="accept"]').count()).toBe(0);
    expect(await heldNames(context)).toEqual([]);
    expect(guard.report().faults.map(({ code }) => code)).toContain('NOTICE_FAILED');
  } finally {
    await guard.close();
    await site.close();
  }
});
