// The example of @candor/react's README, rendered by a server and taken over in a page behind a guard.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTemporaryFolder } from '@candor/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundleApp } from './bundle.ts';
import type { Stand } from './stand.ts';
import { isGranted, openTestBrowser, startStand } from './stand.ts';

const readme = readFileSync(new URL('../packages/react/README.md', import.meta.url), 'utf8');
const example = /```tsx\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
const sources = (entry: string): { readonly [file: string]: string } => ({
  'entry.ts': entry,
  'footer.tsx': example,
  'station-map.tsx': 'export const StationMap = () => <b id="stations">stations</b>;',
});
const folder = 'packages/react/test/';

async function renderOnServer(): Promise<string> {
  const script = await bundleApp(
    sources(`import { renderToString } from 'react-dom/server';
import { createElement } from 'react';
import { Footer } from './footer.tsx';
export const html = renderToString(createElement(Footer));`),
    { folder, platform: 'node' },
  );
  const place = await createTemporaryFolder();
  const file = join(place.path, 'server.mjs');
  await writeFile(file, script);
  const { html } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { readonly html: string };
  await place.remove();
  return html;
}

let opened: Awaited<ReturnType<typeof openTestBrowser>>;
let browser: Browser;
let served: { readonly html: string; readonly script: string };
let context: BrowserContext | undefined;
let at: Stand | undefined;

beforeAll(async () => {
  opened = await openTestBrowser();
  browser = opened.browser;
  const script = await bundleApp(sources("import { start } from './app.ts';\nimport { Footer } from './footer.tsx';\nstart(Footer);"), {
    folder,
    platform: 'browser',
  });
  served = { html: await renderOnServer(), script };
});
afterAll(() => opened?.close());
afterEach(async () => {
  await context?.close();
  await at?.close();
});

const servedPage = (): string =>
  `<!doctype html><html lang="en"><head><title>t</title></head><body><main id="root">${served.html}</main><script src="/app.js" defer></script></body></html>`;

async function visit(options: { readonly javaScriptEnabled?: boolean } = {}, script = served.script): Promise<Page> {
  at = await startStand({ pages: { '/app': servedPage(), '/app.js': script } });
  context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${at.url}/app`);
  return page;
}

const differences = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { readonly differences: readonly string[] }).differences);
const settings = '#root a[data-candor="preferences"]';

test('R4 the server renders the fallback', () => {
  expect(served.html).toContain('The map is shown once you allow it.');
  expect(served.html).toContain('This visit is not counted.');
  expect(served.html).not.toContain('stations');
});

test('R1 R3 R4 the page takes over what the server rendered, and asks for what holds here', async () => {
  const page = await visit();
  // Counting is objectable under this profile: nobody has objected.
  await page.waitForSelector('#root :text("This visit is counted.")');
  expect(await page.locator('#root').innerText()).toContain('The map is shown once you allow it.');
  expect(await page.locator('#stations').count()).toBe(0);
  expect(await differences(page)).toEqual([]);
});

test('R1 R2 R3 a yes brings the children before the next task, a withdrawal takes them away as soon', async () => {
  const page = await visit();
  await page.waitForSelector('#root :text("This visit is counted.")');
  await page.evaluate(() => {
    const { candor } = window as unknown as { candor: { on(event: string, listener: () => void): void; granted(id: string): boolean } };
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    // Its own microtasks come after those that the app asked for, and before any other task.
    const look = (): void => void seen.push([candor.granted('map'), document.getElementById('stations') !== null]);
    candor.on('change', () => queueMicrotask(() => queueMicrotask(() => queueMicrotask(look))));
  });
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#stations');
  expect(await page.locator('#root').innerText()).not.toContain('The map is shown');
  await page.evaluate(() =>
    fetch('/cookies/preferences', {
      method: 'POST',
      body: new URLSearchParams({ do: 'withdraw' }),
      headers: { accept: 'application/json' },
    }),
  );
  await page.waitForSelector('#stations', { state: 'detached' });
  const seen = await page.evaluate(() => (window as unknown as { readonly seen: readonly (readonly boolean[])[] }).seen);
  expect(seen[0]).toEqual([false, false]);
  expect(seen.filter(([granted, shown]) => granted !== shown)).toEqual([]);
  expect(seen).toContainEqual([true, true]);
  expect(seen.at(-1)).toEqual([false, false]);
});

test('R4 who allowed it before gets the children, without a difference between server and page', async () => {
  const page = await visit();
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#stations');
  await page.reload();
  await page.waitForSelector('#stations');
  expect(await isGranted(page, 'map')).toBe(true);
  expect(await differences(page)).toEqual([]);
});

test('R5 without Candor the app works, and shows what needs no yes', async () => {
  const page = await (await (context = await browser.newContext())).newPage();
  await page.route('http://bare.localhost/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: served.script })
      : route.fulfill({ contentType: 'text/html', body: servedPage() }),
  );
  await page.goto('http://bare.localhost/');
  await expect.poll(() => differences(page)).toEqual([]);
  expect(await page.locator('#root').innerText()).toContain('This visit is not counted.');
  expect(await page.locator('#stations').count()).toBe(0);
});

test('R6 the link opens the preference centre in the page', async () => {
  const page = await visit();
  await page.waitForSelector('#root :text("This visit is counted.")');
  await page.click(settings);
  await page.waitForSelector('dialog.candor-dialog[open]');
  expect(new URL(page.url()).pathname).toBe('/app');
});

test('R6 without scripts the link leads to the page of the front office', async () => {
  const page = await visit({ javaScriptEnabled: false });
  await page.click(settings);
  await page.waitForURL('**/cookies/preferences');
  expect(await page.locator('h1,h2').first().isVisible()).toBe(true);
});

test('R7 without a prefix a button opens the preference centre', async () => {
  const button = `import { CandorSettings } from '@candor/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement(CandorSettings, null, 'Open'));`;
  const page = await visit({}, await bundleApp(sources(button), { folder, platform: 'browser' }));
  await page.click('#root button');
  await page.waitForSelector('dialog.candor-dialog[open]');
});
