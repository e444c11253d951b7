// Gated content of every kind, the box in an embed's place, and the preference centre over a page.
import type { Candor } from '@candor/client';
import type { Declaration, Tracker } from '@candor/core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, StandOptions } from './stand.ts';
import { blockedIn, choiceIn, isGranted, mapTracker, openTestBrowser, startStand } from './stand.ts';

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

type Seen = { readonly page: Page; readonly at: Stand; readonly context: BrowserContext };

async function visit(path: string, options: StandOptions = {}, device: BrowserContextOptions = {}): Promise<Seen> {
  const at = await startStand(options);
  opened.push(at.close);
  const context = await browser.newContext(device);
  opened.push(() => context.close());
  const page = await context.newPage();
  await page.goto(at.url + path);
  return { page, at, context };
}

async function accept(page: Page): Promise<void> {
  await page.click('#candor-notice [data-candor="accept"]');
  await page.waitForSelector('#candor-status');
}

const logOf = (page: Page): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { log?: string[] }).log ?? []);
const frame = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));

const embedded: Tracker = {
  kind: 'request',
  match: { hosts: ['embed.localhost'], paths: ['/*'], methods: ['GET'] },
  as: ['frame', 'script', 'image', 'style'],
  credentials: true,
  ...mapTracker,
};

/** The embedded host may be loaded in every way, inline scripts run, and there is a second purpose to ask for. */
function free(declaration: Declaration): Declaration {
  const { map } = declaration.purposes;
  if (map === undefined) throw new Error('There is no purpose "map"');
  return {
    ...declaration,
    purposes: { ...declaration.purposes, video: { ...map, number: 9, name: { en: 'Videos', fr: 'Vidéos' } } },
    trackers: { ...declaration.trackers, embedded },
    scripts: { inline: 'unsafe-inline', hashes: [] },
  };
}

const document = (main: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>t</title>${head}</head><body><main>${main}</main></body></html>`;
const gate = 'type="text/plain" data-candor-purpose="map"';
const push = (word: string): string => `(window.log = window.log || []).push('${word}');`;

const scripts: StandOptions = {
  change: free,
  pages: {
    '/scripts': document(`<script ${gate}>${push('inline 1')}</script>
<script ${gate} async data-src="/never.js"></script>
<script ${gate} data-src="http://embed.localhost:EMBED/far.js"></script>
<script ${gate}>${push('inline 2')}</script>
<script ${gate} data-src="/missing.js"></script>
<script ${gate} data-src="http://undeclared.localhost:EMBED/far.js"></script>
<script ${gate} src="/near.js"></script>
<script ${gate} data-type="module" data-src="/module.js"></script>
<script ${gate} data-type="module">import { name } from '/module.js'; ${push('inline module')} window.log.push(name);</script>
<script ${gate} defer data-src="/deferred.js"></script>
<script ${gate}>${push('inline 3')}</script>
<script ${gate.replace('map', 'map video')} data-marked>${push('both')}</script>
<script ${gate.replace('map', 'video')}>${push('video')}</script>
<script ${gate.replace('map', 'nothing')}>${push('unknown purpose')}</script>
<script ${gate.replace('map', '')}>${push('no purpose')}</script>`),
    '/far.js': push('far'),
    '/near.js': push('near'),
    '/module.js': `export const name = 'module'; ${push('external module')}`,
    '/deferred.js': push('deferred'),
  },
};

test('C14 scripts of every kind wake in the order of the document: what follows waits for what it may build on', async () => {
  const { page, at } = await visit('/scripts', scripts);
  const never = page.route('**/never.js', () => undefined);
  await never;
  expect(await logOf(page)).toEqual([]);
  expect(at.asked).toEqual(['/scripts']);
  await page.evaluate(() => {
    const send = (purpose: string): void => {
      const fields = new URLSearchParams({ do: 'grant', purpose });
      void fetch('/cookies/preferences', { method: 'POST', body: fields, headers: { accept: 'application/json' } });
    };
    send('map');
  });
  await expect.poll(() => logOf(page)).toContain('inline 3');
  const log = await logOf(page);
  const inOrder = log.filter((word) => !['deferred', 'inline module', 'module'].includes(word));
  expect(inOrder).toEqual(['inline 1', 'far', 'inline 2', 'near', 'external module', 'inline 3']);
  await expect.poll(() => logOf(page)).toContain('deferred');
  await expect.poll(() => logOf(page)).toContain('inline module');
  expect(await logOf(page)).not.toContain('both');
  await accept(page);
  await expect.poll(() => logOf(page)).toEqual(expect.arrayContaining(['both', 'video']));
  for (const word of ['unknown purpose', 'no purpose']) expect(await logOf(page)).not.toContain(word);
  expect((await logOf(page)).length).toBe(new Set(await logOf(page)).size);
});

test('C14 a gated script keeps its nonce and its other attributes, and one without the nonce stays still', async () => {
  const nonce = 'c2Vzc2lvbi1ub25jZQ';
  const policy = { 'content-security-policy': `script-src 'self' 'nonce-${nonce}'` };
  const { page } = await visit('/nonces', {
    change: (declaration) => ({ ...free(declaration), scripts: { inline: 'origin-nonce', hashes: [] } }),
    pages: {
      '/nonces': {
        body: document(`<script ${gate} nonce="${nonce}" id="named" data-mark="kept">${push('nonce')}</script>
<script ${gate}>${push('bare')}</script>
<template data-candor-purpose="map"><script nonce="${nonce}">${push('in a template')}</script></template>`),
        headers: policy,
      },
    },
  });
  await accept(page);
  await expect.poll(() => logOf(page)).toEqual(['nonce', 'in a template']);
  expect(await page.evaluate(() => window.document.querySelector<HTMLElement>('#named')?.dataset['mark'])).toBe('kept');
});

const pixel = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>`;

test('C15 templates, frames, images, styles and links are inert, and wake as what they are', async () => {
  const { page, at } = await visit('/kinds', {
    change: free,
    pages: {
      '/kinds': document(`<p id="styled">a</p><p id="linked">b</p>
<style type="text/plain" data-candor-purpose="map">#styled { color: rgb(1, 2, 3) }</style>
<link rel="stylesheet" data-href="http://embed.localhost:EMBED/gated.css" data-candor-purpose="map">
<img id="one" alt="One" data-src="http://embed.localhost:EMBED/one.svg" data-candor-purpose="map">
<img id="set" alt="Set" data-srcset="http://embed.localhost:EMBED/set.svg 1x" data-candor-purpose="map">
<iframe id="frame" title="Frame" data-src="http://embed.localhost:EMBED/frame" data-candor-purpose="map"></iframe>
<template data-candor-purpose="map"><b id="inside">inside</b><script>${push('inside')}</script><img id="inner" alt="" src="http://embed.localhost:EMBED/inner.svg"></template>`),
      '/gated.css': '#linked { color: rgb(4, 5, 6) }',
      '/one.svg': pixel,
      '/set.svg': pixel,
      '/inner.svg': pixel,
      '/frame': '<p>frame</p>',
    },
  });
  await page.waitForSelector('.candor-placeholder');
  const color = (id: string): Promise<string> =>
    page.evaluate((name) => getComputedStyle(window.document.getElementById(name) ?? window.document.body).color, id);
  expect([await color('styled'), await color('linked'), at.embedded, await page.locator('#inside').count()]).toEqual([
    'rgb(0, 0, 0)',
    'rgb(0, 0, 0)',
    0,
    0,
  ]);
  await accept(page);
  await expect.poll(() => at.embedded).toBe(5);
  await expect.poll(() => color('linked')).toBe('rgb(4, 5, 6)');
  expect([await color('styled'), await page.locator('#inside').innerText(), await logOf(page)]).toEqual([
    'rgb(1, 2, 3)',
    'inside',
    ['inside'],
  ]);
  for (const id of ['one', 'set', 'inner'])
    await expect.poll(() => page.evaluate((name) => (window.document.getElementById(name) as HTMLImageElement).naturalWidth, id)).toBe(8);
  expect(await page.locator('.candor-placeholder').count()).toBe(0);
  expect(await page.locator('#frame').isVisible()).toBe(true);
});

test('C16 what an application puts in after a navigation of its own waits behind a box, and wakes with the rest', async () => {
  const { page, at } = await visit('/plain', { change: free });
  const goTo = (path: string): Promise<void> =>
    page.evaluate((next) => {
      history.pushState(null, '', next);
      const main = window.document.createElement('main');
      main.innerHTML = `<h1>${next}</h1><iframe title="Map of ${next}" data-src="http://embed.localhost:1/map" data-candor-purpose="map"></iframe>
<script type="text/plain" data-candor-purpose="map">(window.log = window.log || []).push('${next}')</script>`;
      window.document.querySelector('main')?.replaceWith(main);
    }, path);
  await goTo('/one');
  await page.locator('.candor-placeholder', { hasText: 'Map of /one' }).waitFor();
  await goTo('/two');
  await page.locator('.candor-placeholder', { hasText: 'Map of /two' }).waitFor();
  expect([await logOf(page), at.embedded]).toEqual([[], 0]);
  await accept(page);
  await expect.poll(() => logOf(page)).toEqual(['/two']);
  await goTo('/three');
  await expect.poll(() => logOf(page)).toEqual(['/two', '/three']);
  expect(await page.locator('.candor-placeholder').count()).toBe(0);
});

const inline: StandOptions = { change: free, pages: { '/inline': document(`<script ${gate}>${push('gated')}</script>`) } };

test('C17 a gated inline script runs in the very task of the click', async () => {
  const { page } = await visit('/inline', inline);
  await page.evaluate(() => {
    const log: string[] = [];
    Object.assign(window, { log });
    addEventListener(
      'click',
      () => {
        log.push('click');
        setTimeout(() => log.push('next task'));
        queueMicrotask(() => log.push('microtask of the click'));
      },
      true,
    );
  });
  await accept(page);
  expect(await logOf(page)).toEqual(['click', 'microtask of the click', 'gated', 'next task']);
});

const reloading = (declaration: Declaration): Declaration => {
  const changed = free(declaration);
  return { ...changed, notice: { ...changed.notice, onGrant: 'reload' } };
};

test('C18 where a grant takes a reload, what was typed and not sent is there afterwards', async () => {
  const { page } = await visit('/form', {
    change: reloading,
    pages: {
      '/form': document(`<form><input id="name"><textarea id="words"></textarea><input type="checkbox" id="box">
<select id="pick"><option>a</option><option>b</option></select></form><script ${gate}>${push('gated')}</script>`),
    },
  });
  await page.fill('#name', 'Ada');
  await page.fill('#words', 'two\nlines');
  await page.check('#box');
  await page.selectOption('#pick', 'b');
  await Promise.all([page.waitForEvent('load'), page.click('#candor-notice [data-candor="accept"]')]);
  await expect.poll(() => logOf(page)).toEqual(['gated']);
  const kept = page.evaluate(() => {
    const field = (id: string): HTMLInputElement => window.document.getElementById(id) as HTMLInputElement;
    return [field('name').value, field('words').value, field('box').checked, field('pick').value];
  });
  expect(await kept).toEqual(['Ada', 'two\nlines', true, 'b']);
});

test('C18 nothing is loaded anew where what was granted opens nothing here', async () => {
  const { page } = await visit('/inline', { ...inline, change: reloading });
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.evaluate(() => (window as unknown as { candor: Candor }).candor.open());
  await page.check('.candor-dialog input[value="video"]');
  await page.click('.candor-dialog [data-candor="save"]');
  await page.waitForSelector('#candor-status');
  expect([await isGranted(page, 'video'), await page.evaluate(() => 'same' in window), await logOf(page)]).toEqual([true, true, []]);
});

const sized =
  document(`<p>before</p><iframe id="map" width="400" height="300" style="border: 0" title="Map of stations" data-src="http://embed.localhost:EMBED/frame" data-candor-purpose="map"></iframe>
<p>between</p><img width="200" height="120" alt="A chart" data-src="http://embed.localhost:EMBED/one.svg" data-candor-purpose="map"><p>after</p>`);

test('C19 a box says what waits and for what, keeps its room, and nothing moves when it wakes', async () => {
  const { page, at } = await visit('/sized', { change: free, pages: { '/sized': sized, '/frame': '<p>f</p>', '/one.svg': pixel } });
  await page.waitForSelector('.candor-placeholder');
  const boxes = page.locator('.candor-placeholder');
  // Words of one language in a page of another go by their own direction.
  expect(await boxes.evaluateAll((found) => found.map((box) => (box as HTMLElement).dir))).toEqual(['auto', 'auto']);
  expect(await boxes.allInnerTexts()).toEqual([expect.stringContaining('Map of stations'), expect.stringContaining('A chart')]);
  expect(await boxes.first().innerText()).toContain('Shows a map served by Example Maps');
  expect(await boxes.first().boundingBox()).toMatchObject({ width: 400, height: 300 });
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    type Shift = { readonly value: number; readonly sources: readonly { readonly node: Node | null }[] };
    // What is said in the notice makes room for itself there; the page is what must stay.
    const isOfPage = ({ node }: Shift['sources'][number]): boolean => node?.parentElement?.closest('#candor-notice') === null;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as readonly Shift[]) if (entry.sources.some(isOfPage)) shifts.push(entry.value);
    }).observe({ type: 'layout-shift' });
  });
  await boxes.first().locator('button').click();
  await expect.poll(() => at.embedded).toBe(2);
  await page.waitForSelector('.candor-placeholder', { state: 'detached' });
  await frame(page);
  await frame(page);
  const shifts = (): Promise<readonly number[]> => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(await shifts()).toEqual([]);
  // The measure itself: a page that moves is seen to.
  await page.evaluate(() =>
    window.document.querySelector('main')?.prepend(Object.assign(window.document.createElement('div'), { innerHTML: '<br>'.repeat(9) })),
  );
  await expect.poll(shifts).not.toEqual([]);
});

test('C6 a yes in an embed’s place is for its purpose alone, and the question stays where it is', async () => {
  const { page, at } = await visit('/', { change: free });
  await page.click('.candor-placeholder button');
  await expect.poll(() => at.embedded).toBe(1);
  await page.waitForSelector('#candor-notice #candor-status');
  expect([await isGranted(page, 'map'), await isGranted(page, 'video')]).toEqual([true, false]);
  expect(await page.locator('#candor-notice [data-candor="accept"]').isVisible()).toBe(true);
  await page.reload();
  await expect.poll(() => at.embedded).toBe(2);
  expect(await page.locator('#candor-notice').isVisible()).toBe(true);
});

/** Opens the centre from the permanent link, which is focused then. */
async function openCentre(page: Page): Promise<void> {
  await page.focus('a[data-candor="way-back"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.candor-dialog[open]');
}

const focusIn = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((inside) => window.document.activeElement?.closest(inside) !== null, selector);

test('C40 the centre is fetched when it is opened and not before; focus goes in, cannot leave, and comes back; Escape answers nothing', async () => {
  const { page, at, context } = await visit('/', { change: free });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.waitForLoadState('networkidle');
  await accept(page);
  const before = await choiceIn(page);
  expect(requests.filter((path) => path.endsWith('/preferences'))).toHaveLength(1);
  await openCentre(page);
  expect(requests.filter((path) => path.endsWith('/preferences'))).toHaveLength(2);
  expect(await focusIn(page, '.candor-dialog')).toBe(true);
  expect(await page.getByRole('dialog').getAttribute('aria-labelledby')).toBe('candor-preferences-title');
  for (const key of [...Array<string>(30).fill('Tab'), ...Array<string>(5).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => window.document.activeElement?.closest('.candor-dialog,body')?.tagName)).toMatch(/DIALOG|BODY/);
    expect(await focusIn(page, 'main,#candor-notice,.candor-way-back')).toBe(false);
  }
  await page.keyboard.press('Escape');
  await page.waitForSelector('.candor-dialog', { state: 'detached' });
  expect(await focusIn(page, 'a[data-candor="way-back"]')).toBe(true);
  await openCentre(page);
  await page.click('.candor-dialog [data-candor="close"]');
  await page.waitForSelector('.candor-dialog', { state: 'detached' });
  expect(await focusIn(page, 'a[data-candor="way-back"]')).toBe(true);
  expect(at.posts).toHaveLength(1);
  expect(await choiceIn(page)).toBe(before);
});

test('C41 save, object, withdraw and forget work in the centre without leaving the page, and the receipt is offered after each', async () => {
  const { page, at } = await visit('/', { change: free });
  await page.evaluate(() => Object.assign(window, { same: true }));
  const answer = async (hook: string): Promise<void> => {
    await openCentre(page);
    await page.evaluate(() => window.document.getElementById('candor-status')?.remove());
    if (hook === 'save') await page.check('.candor-dialog input[value="video"]');
    await page.click(`.candor-dialog [data-candor="${hook}"]`);
    await page.waitForSelector('.candor-dialog', { state: 'detached' });
    expect(await page.locator('#candor-status [data-candor="receipt"]').isVisible()).toBe(true);
  };
  const allowed = async (): Promise<readonly boolean[]> => [
    await isGranted(page, 'map'),
    await isGranted(page, 'video'),
    await isGranted(page, 'audience'),
  ];
  expect(await allowed()).toEqual([false, false, true]);
  await answer('object');
  expect(await allowed()).toEqual([false, false, false]);
  await answer('accept');
  expect(await allowed()).toEqual([true, true, true]);
  await answer('withdraw');
  expect(await allowed()).toEqual([false, false, false]);
  await answer('save');
  expect(await allowed()).toEqual([false, true, false]);
  await answer('forget');
  expect(await allowed()).toEqual([false, false, true]);
  expect(await choiceIn(page)).toBeUndefined();
  expect(at.posts.map((post) => post.get('do'))).toEqual(['object', 'accept-all', 'withdraw', 'save', 'forget']);
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
});

test('C42 where the centre cannot be fetched its page is opened; with scripts off there is only the page', async () => {
  const { page, at } = await visit('/', { change: free });
  await page.waitForLoadState('networkidle');
  at.failing = (request) => (request.headers.get('sec-fetch-mode') === 'navigate' ? null : new Response('no', { status: 500 }));
  await page.click('a[data-candor="way-back"]');
  await page.waitForURL('**/cookies/preferences*');
  expect(await page.locator('.candor-preferences').isVisible()).toBe(true);

  const plain = await visit('/', { change: free }, { javaScriptEnabled: false });
  await plain.page.click('#candor-notice a[data-candor="preferences"]');
  await plain.page.check('.candor-preferences input[value="video"]');
  await plain.page.click('.candor-preferences [data-candor="save"]');
  await plain.page.waitForLoadState();
  expect(await plain.page.locator('.candor-preferences input[value="video"]').isChecked()).toBe(true);
});

test('C43 late listeners hear what they missed, each change reaches them in its task, and one that left hears nothing', async () => {
  const { page } = await visit('/plain', { change: free });
  await page.evaluate(() => {
    const { candor } = window as unknown as { candor: Candor };
    const log: string[] = [];
    Object.assign(window, { log });
    localStorage.setItem('undeclared', '1');
    const leave = candor.on('change', () => log.push('left'));
    leave();
    candor.on('change', ({ purposes }) => log.push(`map ${purposes['map']?.allowed}`));
    candor.on('blocked', ({ name }) => log.push(`blocked ${name}`));
    addEventListener('click', () => setTimeout(() => log.push('next task')), true);
  });
  expect(await logOf(page)).toEqual(['left', 'map false', 'blocked undeclared']);
  await accept(page);
  expect((await logOf(page)).slice(3, 5)).toEqual(['map true', 'next task']);
  const report = await page.evaluate(() => (window as unknown as { candor: Candor }).candor.debug());
  expect(report.declared).toContainEqual({ kind: 'cookie', name: '_vis*', purposes: ['map'], allowed: true });
  expect(report.observed).toContainEqual({ kind: 'cookie', name: 'cookies_preferences', allowed: true });
  expect(report.blocked.map(({ name }) => name)).toEqual(['undeclared']);
  expect(await blockedIn(page)).toHaveLength(1);
});
