// Pages that a shared cache gives to everybody, through one that is as simple as can be: what it was given once for an address it gives
// to whoever asks for that address, in the same bytes.
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer, request as send } from 'node:http';
import type { Declaration } from '@candor/core';
import { choiceCookieName } from '@candor/core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, StandOptions } from './stand.ts';
import { blockedIn, choiceIn, isGranted, listen, namesIn, openTestBrowser, startStand } from './stand.ts';

let browser: Browser;
let closeBrowser: () => Promise<void>;
const opened: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await openTestBrowser());
});
afterAll(() => closeBrowser());
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

type Stored = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

function mayStore({ status, headers }: Stored): boolean {
  const control = headers['cache-control'] ?? '';
  return status === 200 && /public|max-age/.test(control) && !/private|no-store/.test(control);
}

function fetchFrom(at: URL, method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const asked = send({ host: '127.0.0.1', port: at.port, path: at.pathname + at.search, method, headers }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(Uint8Array.from(chunk)));
      response.on('end', () => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

type Cache = { readonly url: string; readonly stored: Map<string, Stored>; readonly hits: string[] };

/** A cache between visitors and a guard that keys by address alone. */
async function startCache(origin: string): Promise<Cache> {
  const stored = new Map<string, Stored>();
  const hits: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(Uint8Array.from(chunk as Buffer));
    const held = request.method === 'GET' ? stored.get(path) : undefined;
    if (held !== undefined) hits.push(path);
    const { connection: _connection, ...headers } = request.headers;
    const answer = held ?? (await fetchFrom(new URL(path, origin), request.method ?? 'GET', headers, Buffer.concat(chunks)));
    if (request.method === 'GET' && mayStore(answer)) stored.set(path, answer);
    const { 'transfer-encoding': _framing, 'keep-alive': _kept, connection: _ended, ...rest } = answer.headers;
    response.writeHead(answer.status, rest);
    response.end(answer.body);
  });
  const port = await listen(server);
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://portal.localhost:${port}`, stored, hits };
}

// For caches between site and visitors alone: a browser asks each time.
const cached = { 'cache-control': 'public, s-maxage=600, max-age=0' };
const pages: NonNullable<StandOptions['pages']> = {
  '/open': {
    body: `<!doctype html><html lang="en"><head><title>t</title><script src="/early.js"></script></head><body><main><h1>Portal</h1>
<iframe id="map" title="Map" width="300" height="200" data-src="http://embed.localhost:EMBED/map" data-candor-purpose="map"></iframe>
<script type="text/plain" data-src="/gated.js" data-candor-purpose="map"></script></main></body></html>`,
    headers: cached,
  },
  '/early.js': `window.asked = 0; window.began = (window.began || 0) + 1; document.cookie = '_vis_early=1; path=/; max-age=60';
new MutationObserver(() => { if (document.getElementById('candor-notice')) window.asked += 1; }).observe(document, { childList: true, subtree: true });`,
  '/open/ordinary': {
    body: `<!doctype html><html lang="en"><head><title>t</title></head><body><main><h1>Portal</h1>
<iframe id="map" title="Map" width="300" height="200" src="http://embed.localhost:EMBED/map"></iframe></main></body></html>`,
    headers: cached,
  },
  '/framing': '<!doctype html><html><head></head><body><iframe id="inner" src="/open"></iframe></body></html>',
};

/** Declares that the page may be shared. */
function share(declaration: Declaration): Declaration {
  return { ...declaration, site: { ...declaration.site, shared: [{ hosts: ['portal.localhost'], paths: ['/open', '/open/*'] }] } };
}

/** Declares that a page is loaded anew for a yes and for a no. */
function reloading(declaration: Declaration): Declaration {
  return { ...declaration, notice: { ...declaration.notice, onGrant: 'reload', onWithdraw: 'reload' } };
}

type Standing = { readonly stand: Stand; readonly cache: Cache; readonly url: string };

async function standUp(change: (declaration: Declaration) => Declaration = (same) => same): Promise<Standing> {
  const stand = await startStand({ change: (declaration) => share(change(declaration)), pages });
  opened.push(stand.close);
  const cache = await startCache(stand.url);
  return { stand, cache, url: `${cache.url}/open` };
}

async function visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en', ...options });
  opened.push(() => context.close());
  return context;
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Opens the page and waits until it knows its visitor. */
async function openKnown(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  const known = page.waitForResponse(/api\/state\/shared/);
  await page.goto(url);
  await (await known).finished();
  return page;
}

async function answer(page: Page, given: 'accept' | 'reject'): Promise<void> {
  await page.click(`#candor-notice [data-candor="${given}"]`);
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await page.waitForSelector('#candor-status');
}

const asked = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { asked: number }).asked);
const ran = (page: Page): Promise<unknown> => page.evaluate(() => (window as unknown as { gatedRan?: number }).gatedRan);

test('C70 a new visitor is asked, a yes wakes what waits, and the next page from the cache asks nothing and wakes', async () => {
  const { stand, cache, url } = await standUp();
  const context = await visitor();
  const page = await open(context, url);
  await page.waitForSelector('#candor-notice');
  expect(await isGranted(page, 'map')).toBe(false);
  expect(stand.embedded).toBe(0);
  await answer(page, 'accept');
  await expect.poll(() => ran(page)).toBe(1);
  expect(stand.embedded).toBe(1);
  expect(await page.evaluate(() => (window as unknown as { began: number }).began)).toBe(1);
  const before = cache.stored.get('/open')?.body;
  const next = await openKnown(context, url);
  expect(cache.hits).toContain('/open');
  await expect.poll(() => ran(next)).toBe(1);
  expect(stand.embedded).toBe(2);
  expect(await asked(next)).toBe(0);
  expect(cache.stored.get('/open')?.body).toBe(before);
  expect(cache.stored.get('/open')?.headers['set-cookie']).toBeUndefined();
});

test('C70 who refused is not asked again, and nothing wakes; the next visitor gets neither answer', async () => {
  const { stand, cache, url } = await standUp();
  const [accepting, refusing] = [await visitor(), await visitor()];
  await answer(await open(accepting, url), 'accept');
  await expect.poll(() => stand.embedded).toBe(1);
  const first = await open(refusing, url);
  await answer(first, 'reject');
  const page = await openKnown(refusing, url);
  await page.waitForSelector('.candor-placeholder');
  expect({ ran: await ran(page), asked: await asked(page), embedded: stand.embedded }).toEqual({ ran: undefined, asked: 0, embedded: 1 });
  const third = await open(await visitor(), url);
  await third.waitForSelector('#candor-notice');
  expect(await ran(third)).toBeUndefined();
  expect(stand.asked.filter((path) => path === '/open').length).toBe(1);
  expect(cache.hits.filter((path) => path === '/open').length).toBe(3);
});

test('C70 an embed in ordinary markup waits in the page of everybody, and wakes for who allows it', async () => {
  const { stand, cache } = await standUp();
  const context = await visitor();
  const page = await open(context, `${cache.url}/open/ordinary`);
  await page.waitForSelector('.candor-placeholder');
  expect(stand.embedded).toBe(0);
  await answer(page, 'accept');
  await expect.poll(() => stand.embedded).toBe(1);
  await openKnown(context, `${cache.url}/open/ordinary`);
  await expect.poll(() => stand.embedded).toBe(2);
  expect(cache.hits).toContain('/open/ordinary');
  await openKnown(await visitor(), `${cache.url}/open/ordinary`);
  expect(stand.embedded).toBe(2);
});

test('C71 without scripts the question is there and can be answered', async () => {
  const { stand, url } = await standUp();
  await open(await visitor(), url);
  const page = await open(await visitor({ javaScriptEnabled: false }), url);
  expect(await page.locator('#candor-notice').isVisible()).toBe(true);
  expect(await page.locator('#candor-notice').count()).toBe(1);
  await page.click('#candor-notice [data-candor="reject"]');
  await page.waitForURL(url);
  expect(await choiceIn(page)).toContain('6D1');
  expect(stand.embedded).toBe(0);
});

test('C72 what a granted visitor has is not swept, and what a script sets early waits until the page knows them', async () => {
  const { url } = await standUp();
  const context = await visitor();
  await answer(await open(context, url), 'accept');
  const page = await openKnown(context, url);
  await expect.poll(() => namesIn(page)).toEqual(['_vis_early', choiceCookieName]);
  const again = await openKnown(context, url);
  await expect.poll(() => ran(again)).toBe(1);
  expect(await namesIn(again)).toEqual(['_vis_early', choiceCookieName]);
  const stranger = await openKnown(await visitor(), url);
  await expect
    .poll(async () => (await blockedIn(stranger)).map(({ name, code }) => `${name} ${code}`))
    .toEqual(['_vis_early DROP_REFUSED']);
});

test('C73 while nobody says what holds the page stays closed, sweeps nothing, and asks again until it is answered', async () => {
  const { stand, url } = await standUp();
  const context = await visitor();
  await answer(await open(context, url), 'accept');
  await expect.poll(() => stand.embedded).toBe(1);
  await context.addCookies([{ name: '_vis_held', value: '1', domain: 'portal.localhost', path: '/' }]);
  let refused = 0;
  await context.route(/api\/state\/shared/, (route) => {
    refused += 1;
    return refused > 1 ? route.continue() : route.abort();
  });
  const page = await open(context, url);
  await expect.poll(() => refused).toBe(1);
  expect({ granted: await isGranted(page, 'map'), asked: await asked(page), ran: await ran(page) }).toEqual({
    ...{ granted: false, asked: 0 },
    ran: undefined,
  });
  expect(await namesIn(page)).toContain('_vis_held');
  await expect.poll(() => ran(page), { timeout: 10_000 }).toBe(1);
  expect(await namesIn(page)).toContain('_vis_held');
});

test('C74 the question is in the visitor’s language, and what is said afterwards too', async () => {
  const { cache, url } = await standUp();
  await open(await visitor(), url);
  const page = await open(await visitor({ locale: 'fr' }), url);
  await page.waitForSelector('#candor-notice[lang="fr"]');
  expect(cache.hits).toContain('/open');
  await answer(page, 'reject');
  expect(await page.locator('#candor-status').textContent()).toMatch(/enregistr|choix/i);
});

test('C74 in a frame nothing is asked', async () => {
  const { cache } = await standUp();
  const page = await open(await visitor(), `${cache.url}/framing`);
  await page.waitForSelector('#candor-notice');
  const inner = page.frame({ url: /open/ });
  await inner?.waitForFunction(() => document.querySelector('.candor-placeholder') !== null);
  expect(await inner?.locator('#candor-notice').count()).toBe(0);
});

test('C75 a withdrawal that reloads such a page ends with it closed, and reloads it once', async () => {
  const { stand, url } = await standUp(reloading);
  const context = await visitor();
  const page = await open(context, url);
  await answer(page, 'accept');
  await expect.poll(() => ran(page)).toBe(1);
  await page.evaluate(() => (window as unknown as { candor: { open(): Promise<void> } }).candor.open());
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.click('.candor-dialog [data-candor="withdraw"]');
  await page.waitForSelector('.candor-placeholder');
  expect({ granted: await isGranted(page, 'map'), asked: await asked(page), ran: await ran(page), loads }).toEqual({
    ...{ granted: false, asked: 0, ran: undefined },
    loads: 1,
  });
  expect(stand.embedded).toBe(1);
});

test('C75 a page that a cache holds from an older declaration is closed where that was open, and is not loaded again and again', async () => {
  const { stand, url } = await standUp(reloading);
  await openKnown(await visitor(), url);
  await stand.revise((declaration) => {
    const asks = (id: string): object => (id === 'language' ? { basis: { default: { kind: 'consent' } } } : {});
    const purposes = Object.entries(declaration.purposes).map(([id, purpose]) => [id, { ...purpose, ...asks(id) }]);
    return { ...declaration, purposes: Object.fromEntries(purposes) };
  });
  const page = await openKnown(await visitor(), url);
  await page.waitForSelector('#candor-notice');
  expect(await isGranted(page, 'language')).toBe(false);
  const [arrival] = await page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => Reflect.get(entry, 'type')));
  expect(arrival).toBe('navigate');
});
