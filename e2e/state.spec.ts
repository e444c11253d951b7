// What a choice does over time: in other tabs, under the signal, under every profile, after a revision, at its end, when it is taken
// back, and when the server fails.
import { findBundledBrowser, findSystemBrowser } from '@candor/audit';
import type { Candor } from '@candor/client';
import type { Basis, Declaration, ProfileId, Purpose } from '@candor/core';
import { choiceCookieName } from '@candor/core';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand, StandOptions } from './stand.ts';
import { choiceIn, isGranted, mapCookie, mapTracker, namesIn, openTestBrowser, startStand } from './stand.ts';

const day = 86_400;
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

async function stand(options: StandOptions = {}): Promise<Stand> {
  const at = await startStand(options);
  opened.push(at.close);
  return at;
}

async function visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  opened.push(() => context.close());
  return context;
}

/** A browser that says Global Privacy Control, by header, to scripts, or both. */
async function withSignal(ways: { readonly header: boolean; readonly property: boolean }): Promise<BrowserContext> {
  const context = await visitor(ways.header ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {});
  if (ways.property) await context.addInitScript("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })");
  return context;
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Presses a button of the banner and waits until its answer is kept. */
async function press(page: Page, answer: 'accept' | 'reject'): Promise<void> {
  await page.click(`#candor-notice [data-candor="${answer}"]`);
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await page.waitForSelector('#candor-status');
}

/** Purposes that wait for an answer, as the page knows it. */
async function asksFor(page: Page): Promise<readonly string[]> {
  const { consent } = await page.evaluate(() => (window as unknown as { candor: Pick<Candor, 'debug'> }).candor.debug());
  return Object.entries(consent.purposes).flatMap(([id, { ask }]) => (ask ? [id] : []));
}

const asks = (page: Page): Promise<boolean> => page.locator('#candor-notice').isVisible();

test.each([
  ['accept', true],
  ['reject', false],
] as const)('C30 a second tab that is open follows "%s" at once, and puts the question away', async (answer, granted) => {
  const at = await stand();
  const context = await visitor();
  const [first, second] = [await open(context, at.url), await open(context, at.url)];
  await press(first, answer);
  await second.waitForSelector('#candor-notice', { state: 'detached' });
  await expect.poll(() => isGranted(second, 'map')).toBe(granted);
  await expect.poll(() => at.embedded).toBe(granted ? 2 : 0);
});

test('C30 a second tab follows a withdrawal: its gates are shut, its traces removed', async () => {
  const at = await stand();
  const context = await visitor();
  const [first, second] = [await open(context, `${at.url}/plain`), await open(context, `${at.url}/plain`)];
  await press(first, 'accept');
  await expect.poll(() => isGranted(second, 'map')).toBe(true);
  await second.evaluate(() => sessionStorage.setItem('undeclared', '1'));
  await second.evaluate(() => localStorage.setItem('map-view', '1'));
  await second.evaluate(() => void (document.cookie = '_vis1=1; path=/; max-age=60'));
  await expect.poll(() => namesIn(second)).toContain('_vis1');
  await first.evaluate(() => (window as unknown as { candor: { open(): Promise<void> } }).candor.open());
  await first.click('.candor-dialog [data-candor="withdraw"]');
  await expect.poll(() => isGranted(second, 'map')).toBe(false);
  await expect.poll(() => second.evaluate(() => localStorage.length)).toBe(0);
  await expect.poll(() => namesIn(second)).toEqual([choiceCookieName]);
});

test('C30 a second tab follows "forget me", and one that is made on the front office’s own page', async () => {
  const at = await stand();
  const context = await visitor();
  const watching = await open(context, `${at.url}/plain`);
  const office = await open(context, `${at.url}/cookies/preferences`);
  await office.click('.candor-preferences [data-candor="accept"]');
  await expect.poll(() => isGranted(watching, 'map')).toBe(true);
  await watching.waitForSelector('#candor-notice', { state: 'detached' });
  await office.click('.candor-preferences [data-candor="forget"]');
  await expect.poll(() => isGranted(watching, 'map')).toBe(false);
  expect(await choiceIn(watching)).toBeUndefined();
  await watching.reload();
  expect(await asks(watching)).toBe(true);
});

const ways = [
  ['header', { header: true, property: false }],
  ['property', { header: false, property: true }],
  ['header and property', { header: true, property: true }],
] as const;

test.each(ways)('C31 Global Privacy Control by %s is honoured and said to be, where the site has to ask', async (_way, given) => {
  const at = await stand();
  const page = await open(await withSignal(given), at.url);
  await page.getByText(/Global Privacy Control/).waitFor();
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  expect(await isGranted(page, 'map')).toBe(false);
  expect(await isGranted(page, 'audience')).toBe(false);
  expect(await namesIn(page)).toEqual([]);
  expect(at.embedded).toBe(0);
});

/** Writes into the page what was allowed when the first script of the site ran, and runs a gated one. */
const witness: StandOptions['pages'] = {
  '/witness': `<!doctype html><html><head><script src="/witness.js"></script></head><body><main>w</main>
<script type="text/plain" data-src="/counted.js" data-candor-purpose="audience"></script></body></html>`,
  '/witness.js': "window.first = candor.granted('audience');",
  '/counted.js': 'window.counted = true;',
};

test.each(ways)(
  'C31 under an opt-out profile the signal by %s switches off before any script ran, and after asking',
  async (_way, given) => {
    const at = await stand({ profile: 'us-ca', pages: witness });
    const page = await open(await withSignal(given), `${at.url}/witness`);
    await page.getByText(/Global Privacy Control/).waitFor();
    expect(await page.evaluate(() => (window as unknown as { first: boolean }).first)).toBe(false);
    expect(await isGranted(page, 'audience')).toBe(false);
    expect(await page.evaluate(() => 'counted' in window)).toBe(false);
  },
);

test('C31 without the signal what is opt-out runs at once, before anything was asked', async () => {
  const at = await stand({ profile: 'us-ca', pages: witness });
  const page = await open(await visitor(), `${at.url}/witness`);
  expect(await page.evaluate(() => (window as unknown as { first: boolean }).first)).toBe(true);
  await expect.poll(() => page.evaluate(() => 'counted' in window)).toBe(true);
  expect(await page.getByText(/Global Privacy Control/).count()).toBe(0);
});

test('C31 a yes that was given under the signal outweighs it', async () => {
  const at = await stand();
  const page = await open(await withSignal({ header: false, property: true }), at.url);
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await page.click('.candor-placeholder [data-candor="allow"]');
  await expect.poll(() => at.embedded).toBe(1);
  await page.reload();
  await expect.poll(() => at.embedded).toBe(2);
});

const because = { source: 'https://law.example', asOf: '2026-07-01', verified: false } as const;
const unasked = (kind: 'opt-out' | 'notice'): Basis => ({ kind, ground: 'x', because });
const asking: readonly ProfileId[] = ['eu-base', 'fr', 'it', 'es', 'de', 'nl', 'uk', 'ca-qc', 'br', 'eu-omnibus-draft'];
const optingOut: readonly ProfileId[] = ['us-ca', 'us-other'];
const noticing: readonly ProfileId[] = ['au-qld', 'au-fed'];

test('C32 every profile: opt-in asks and keeps shut, opt-out and notice do not ask and run', async () => {
  const basis: { [id: string]: Basis } = { default: { kind: 'consent' } };
  for (const id of optingOut) basis[id] = unasked('opt-out');
  for (const id of noticing) basis[id] = unasked('notice');
  const at = await stand({
    change: (declaration) => ({
      ...declaration,
      profiles: { default: 'eu-base', offered: [...asking, ...optingOut, ...noticing] },
      purposes: withPurpose(declaration, 'map', { basis: basis as Purpose['basis'] }),
    }),
  });
  for (const profile of [...asking, ...optingOut, ...noticing]) {
    at.profile = profile;
    at.embedded = 0;
    const context = await browser.newContext();
    const page = await open(context, at.url);
    const opens = !asking.includes(profile);
    if (opens) await expect.poll(() => at.embedded, { message: profile }).toBe(1);
    else await page.waitForSelector('.candor-placeholder');
    expect([await asks(page), await isGranted(page, 'map'), at.embedded], profile).toEqual([!opens, opens, opens ? 1 : 0]);
    await context.close();
  }
});

function withPurpose(declaration: Declaration, id: string, change: Partial<Purpose>): Declaration['purposes'] {
  const purpose = { ...declaration.purposes['map'], ...declaration.purposes[id], ...change } as Purpose;
  return { ...declaration.purposes, [id]: purpose };
}

/** Two purposes to ask for, so that one can be revised and the other not. */
const withVideo = (declaration: Declaration): Declaration => ({
  ...declaration,
  purposes: withPurpose(declaration, 'video', { number: 9, name: { en: 'Videos', fr: 'Vidéos' } }),
});

const revised = (declaration: Declaration): Declaration => ({
  ...declaration,
  version: `${declaration.version}.1`,
  purposes: withPurpose(declaration, 'map', { revision: (declaration.purposes['map']?.revision ?? 0) + 1 }),
});

test('C33 a new declaration asks again only for the purpose whose revision rose, and what was granted else still runs', async () => {
  const at = await stand({ change: withVideo });
  const page = await open(await visitor(), `${at.url}/plain`);
  await press(page, 'accept');
  await at.revise((declaration) => ({ ...declaration, version: '2', date: '2026-08-01' }));
  await page.reload();
  expect(await asks(page)).toBe(false);
  await at.revise(revised);
  await page.reload();
  expect(await asksFor(page)).toEqual(['map']);
  expect([await isGranted(page, 'map'), await isGranted(page, 'video')]).toEqual([false, true]);
  await press(page, 'accept');
  expect(await isGranted(page, 'map')).toBe(true);
});

test('C33 an answer to what is asked again touches nothing else that was answered', async () => {
  const at = await stand({ change: withVideo });
  const page = await open(await visitor(), `${at.url}/plain`);
  await press(page, 'accept');
  await page.evaluate(
    (address) =>
      fetch(address, { method: 'POST', body: new URLSearchParams({ do: 'save', grant: 'map' }), headers: { accept: 'application/json' } }),
    `${at.url}/cookies/preferences`,
  );
  await at.revise(revised);
  await page.reload();
  expect(await page.locator('#candor-notice li').count()).toBe(1);
  await press(page, 'accept');
  expect([await isGranted(page, 'map'), await isGranted(page, 'video')]).toEqual([true, false]);
});

test('C33 a refusal is not put to the question before its time, not even under another revision', async () => {
  const at = await stand();
  const page = await open(await visitor(), `${at.url}/plain`);
  await press(page, 'reject');
  await at.revise(revised);
  at.ahead = 179 * day;
  await page.reload();
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([false, false]);
  at.ahead = 180 * day;
  await page.reload();
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([true, false]);
});

test('C34 a grant ends when its life does: what it allowed is shut and swept, and the question comes back', async () => {
  const at = await stand();
  const page = await open(await visitor(), at.url);
  await press(page, 'accept');
  await page.evaluate(() => localStorage.setItem('map-view', '1'));
  at.ahead = 180 * day - 60;
  await page.reload();
  await expect.poll(() => at.embedded).toBe(2);
  at.ahead = 180 * day;
  await page.reload();
  await page.waitForSelector('.candor-placeholder');
  expect([await asks(page), await isGranted(page, 'map'), at.embedded]).toEqual([true, false, 2]);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
});

/** Every kind of trace that a purpose can leave here. */
const leavesTraces: StandOptions = {
  change: (declaration, port) => {
    const origins = [`http://portal.localhost:${port}`] as const;
    const kept = { origins, life: { kind: 'seconds', max: 3600, extended: false }, ...mapTracker } as const;
    const trackers: Declaration['trackers'] = {
      wide: mapCookie('wide', { scope: { domain: 'portal.localhost', path: '/', partitioned: false } }),
      deep: mapCookie('deep', { scope: { host: 'portal.localhost', path: '/deep', partitioned: false } }),
      secret: mapCookie('secret', { httpOnly: true }),
      seen: { kind: 'session', names: [{ exact: 'map-seen' }], ...kept },
      tileCache: { kind: 'cache', names: [{ prefix: 'map-' }], ...kept },
    };
    return { ...declaration, trackers: { ...declaration.trackers, ...trackers } };
  },
  pages: {
    '/deep/page': {
      body: '<!doctype html><html><head></head><body><main>deep</main></body></html>',
      headers: { 'set-cookie': 'secret=1; Path=/; HttpOnly; Max-Age=600' },
    },
  },
};

/** Leaves all of them after a yes, and says what is there. */
async function leaveTraces(page: Page): Promise<void> {
  await page.evaluate(async () => {
    document.cookie = '_vis1=1; Path=/; Max-Age=600';
    document.cookie = 'wide=1; Path=/; Domain=portal.localhost; Max-Age=600';
    document.cookie = 'deep=1; Path=/deep; Max-Age=600';
    localStorage.setItem('map-view', '1');
    sessionStorage.setItem('map-seen', '1');
    await caches.open('map-tiles');
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('tiles');
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  });
}

async function tracesIn(page: Page): Promise<readonly string[]> {
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
  ]);
  return [...(await namesIn(page)).filter((name) => name !== choiceCookieName), ...stored];
}

const allTraces = ['_vis1', 'deep', 'secret', 'wide', 'map-view', 'map-seen', 'tiles', 'map-tiles'];

test('C35 one click takes it back: every trace is gone, HttpOnly and deeper paths too', async () => {
  const at = await stand(leavesTraces);
  const page = await open(await visitor(), `${at.url}/plain`);
  await press(page, 'accept');
  await page.goto(`${at.url}/deep/page`);
  await leaveTraces(page);
  expect(await tracesIn(page)).toEqual(allTraces);
  await page.goto(`${at.url}/plain`);
  await page.click('a[data-candor="way-back"]');
  await page.click('.candor-dialog [data-candor="withdraw"]');
  await expect.poll(() => tracesIn(page)).toEqual([]);
  expect(await isGranted(page, 'map')).toBe(false);
});

test('C35 the script alone removes all that scripts can reach, with a server that expires nothing', async () => {
  const at = await stand(leavesTraces);
  const context = await visitor();
  const page = await open(context, `${at.url}/plain`);
  await press(page, 'accept');
  await page.goto(`${at.url}/deep/page`);
  await leaveTraces(page);
  await page.goto(`${at.url}/plain`);
  const denied = await page.evaluate(async () => {
    const { consent } = await (await fetch('/cookies/api/state')).json();
    consent.purposes.map = { state: 'denied', allowed: false, reason: 'denied', ask: false };
    return { consent };
  });
  await page.route('**/cookies/api/state', (route) => route.fulfill({ json: denied }));
  await page.route('**/cookies/preferences', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ json: { receipt: null } }) : route.fallback(),
  );
  await page.click('a[data-candor="way-back"]');
  await page.click('.candor-dialog [data-candor="withdraw"]');
  await expect.poll(() => tracesIn(page)).toEqual(['secret']);
});

/** What the restored page says of itself: whether it is the very page, and whether its gates are open. */
async function leaveAndWithdraw(page: Page, at: Stand): Promise<void> {
  await page.goto(`${at.url}/plain`);
  await press(page, 'accept');
  await page.evaluate(() => {
    localStorage.setItem('map-view', '1');
    const seen: boolean[] = [];
    Object.assign(window, { seen });
    addEventListener('pageshow', ({ persisted }) => seen.push(persisted));
  });
  await page.goto(`${at.url}/cookies/preferences`);
  await page.click('.candor-preferences [data-candor="withdraw"]');
  await page.waitForLoadState();
}

test('C36 Back after a withdrawal never shows a page with open gates', async () => {
  const at = await stand();
  // Every automated browser starts without the back-forward cache; this one is started with it, where it has one.
  const executablePath = process.env['CANDOR_BROWSER'] ?? (await findSystemBrowser()) ?? (await findBundledBrowser());
  if (executablePath === null) throw new Error('There is no browser');
  const cached = await chromium.launch({ executablePath, chromiumSandbox: false, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  opened.push(() => cached.close());
  const page = await open(await cached.newContext(), `${at.url}/plain`);
  await leaveAndWithdraw(page, at);
  while (!page.url().endsWith('/plain')) await page.goBack();
  const persisted = await page.evaluate(() => (window as unknown as { seen?: readonly boolean[] }).seen?.includes(true) ?? false);
  if (!persisted) console.warn(`C36 NOT TESTED with a page kept whole: Chromium ${cached.version()} at "${executablePath}" keeps none`);
  await expect.poll(() => isGranted(page, 'map')).toBe(false);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
});

test('C36 a page that missed a withdrawal sweeps and shuts its gates when it is shown again', async () => {
  const at = await stand();
  const context = await visitor();
  const page = await open(context, `${at.url}/plain`);
  await press(page, 'accept');
  await page.evaluate(() => localStorage.setItem('map-view', '1'));
  // While a page is kept away it hears nothing: here what it would ask is kept from it.
  await page.route('**/cookies/api/state', (route) => route.abort());
  const office = await open(context, `${at.url}/cookies/preferences`);
  const missed = page.waitForEvent('requestfailed');
  await office.click('.candor-preferences [data-candor="withdraw"]');
  await missed;
  await page.unroute('**/cookies/api/state');
  expect(await isGranted(page, 'map')).toBe(true);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => isGranted(page, 'map')).toBe(false);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
});

/** Ways in which the server fails. */
const failures: readonly (readonly [string, (at: Stand, page: Page) => unknown])[] = [
  ['403', (at) => void (at.failing = () => new Response('no', { status: 403 }))],
  ['500', (at) => void (at.failing = () => new Response('no', { status: 500 }))],
  ['200 with garbage', (at) => void (at.failing = () => new Response('<p>welcome', { headers: { 'content-type': 'application/json' } }))],
  ['a redirect to a log-in', (at) => void (at.failing = () => new Response(null, { status: 303, headers: { location: '/plain' } }))],
  ['no answer at all', (at) => void (at.failing = () => new Promise<Response>(() => undefined))],
  ['a lost connection', (_at, page) => page.route('**/cookies/preferences', (route) => route.abort('connectionreset'))],
  ['a network that is away', (_at, page) => page.context().setOffline(true)],
];

/** A visitor whose page gives up on a silent server at once: its patience is ten seconds, and nobody waits for those here. */
async function impatient(): Promise<BrowserContext> {
  const context = await visitor();
  await context.addInitScript(() => {
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, milliseconds / 20);
  });
  return context;
}

const failed = 'Your answer did not reach the site';

test.each(failures)('C37 %s: a refusal is neither erased nor upgraded by a yes that does not arrive', async (_name, fail) => {
  const at = await stand();
  const page = await open(await impatient(), at.url);
  await press(page, 'reject');
  const before = await choiceIn(page);
  await page.waitForSelector('.candor-placeholder button');
  await fail(at, page);
  await page.click('.candor-placeholder button');
  await page.locator('#candor-status', { hasText: failed }).waitFor();
  expect(await choiceIn(page)).toBe(before);
  expect(await isGranted(page, 'map')).toBe(false);
  // What was let in for a moment is not let in again.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.dataset['candorPurpose'] = 'map';
    script.dataset['src'] = '/late.js';
    document.body.append(script);
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(at.asked).not.toContain('/late.js');
});

test.each(failures)('C37 %s: a grant stays as it is when a withdrawal does not arrive, and the visitor is told', async (_name, fail) => {
  const at = await stand();
  const page = await open(await impatient(), `${at.url}/plain`);
  await press(page, 'accept');
  const before = await choiceIn(page);
  await page.click('a[data-candor="way-back"]');
  await page.waitForSelector('.candor-dialog');
  await fail(at, page);
  await page.click('.candor-dialog [data-candor="withdraw"]');
  await page.locator('.candor-dialog #candor-status', { hasText: failed }).waitFor();
  expect([await choiceIn(page), await isGranted(page, 'map')]).toEqual([before, true]);
});

test.each(failures)('C37 %s: nobody who chose nothing is taken to have chosen', async (_name, fail) => {
  const at = await stand();
  const page = await open(await impatient(), `${at.url}/plain`);
  await page.waitForLoadState('networkidle');
  await fail(at, page);
  await page.click('#candor-notice [data-candor="accept"]');
  await page.locator('#candor-notice #candor-status', { hasText: failed }).waitFor();
  expect([await choiceIn(page), await isGranted(page, 'map'), await asks(page)]).toEqual([undefined, false, true]);
});

test('C37 what was asked before an answer does not undo it when it comes late', async () => {
  const at = await stand();
  const context = await visitor();
  const page = await open(context, `${at.url}/plain`);
  await page.waitForLoadState('networkidle');
  const held: Route[] = [];
  await page.route('**/cookies/api/state', async (route) => {
    if (held.length > 0) return route.fallback();
    held.push(route);
  });
  // Another tab says that something has changed; this page asks, and the answer is on its way while the visitor answers.
  const other = await open(context, `${at.url}/plain`);
  const stale = await other.evaluate(async () => (await fetch('/cookies/api/state')).text());
  await other.evaluate(() => new BroadcastChannel('candor').postMessage('changed'));
  await expect.poll(() => held.length).toBe(1);
  await press(page, 'accept');
  await page.evaluate(() => localStorage.setItem('map-view', '1'));
  const late = page.waitForResponse('**/cookies/api/state');
  await held[0]?.fulfill({ body: stale, contentType: 'application/json' });
  await late;
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(await isGranted(page, 'map')).toBe(true);
  expect(await page.evaluate(() => localStorage.length)).toBe(1);
});
