// A visitor who knows where the controls are, and what the device then holds, read by plain means.
import type { BrowserContext, Cookie, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CorpusPhase, Move, Press, RunningSite, TruthItem } from '../../src/index.ts';
import { CORPUS_LOG_PATH, keyOfThing, longestCookieLife } from '../../src/index.ts';

/** One way through a site: the answer that is given, and how the visitor comes. */
export type Journey = { readonly answers: readonly Exclude<CorpusPhase, 'unasked'>[]; readonly comes: 'plain' | 'gpc' | 'no-script' };

/** The ways through a site, as few as show all of its phases. */
export function journeysOf({ controls, visitors }: RunningSite): readonly Journey[] {
  const journeys: Journey[] = visitors.map((comes) => ({ answers: [], comes }));
  if (controls.accept !== undefined)
    journeys.push({ answers: controls.withdraw === undefined ? ['accepted'] : ['accepted', 'withdrawn'], comes: 'plain' });
  if (controls.reject !== undefined) journeys.push({ answers: ['rejected'], comes: 'plain' });
  if (controls.close !== undefined || controls.scroll === true) journeys.push({ answers: ['closed'], comes: 'plain' });
  return journeys.some(({ comes }) => comes === 'plain') ? journeys : [...journeys, { answers: [], comes: 'plain' }];
}

/** An open page with what its context asked of hosts that are not the site's. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly asked: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
};

/** Opens a page that comes as it is told. */
export async function openVisitor(context: BrowserContext, site: RunningSite, comes: Journey['comes']): Promise<Visitor> {
  const [asked, answered] = [new Set<string>(), new Set<string>()];
  const note = (set: Set<string>) => (request: { url(): string }) => {
    const { hostname, pathname, protocol } = new URL(request.url());
    if (protocol === 'http:' && !site.own.includes(hostname) && pathname !== CORPUS_LOG_PATH && pathname !== '/favicon.ico')
      set.add(`${hostname} ${pathname}`);
  };
  context.on('request', note(asked));
  context.on('requestfinished', note(answered));
  const page = await context.newPage();
  if (comes === 'gpc') {
    await context.setExtraHTTPHeaders({ 'sec-gpc': '1' });
    await context.addInitScript("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });");
  }
  if (comes === 'no-script') await (await context.newCDPSession(page)).send('Emulation.setScriptExecutionDisabled', { value: true });
  return { page, context, asked, answered };
}

/** Does on a page what makes it show what it does. */
export async function move({ page }: Visitor, site: RunningSite, moves: readonly Move[]): Promise<void> {
  for (const one of moves) {
    if ('go' in one) await page.goto(new URL(one.go, site.url).href);
    else if ('scroll' in one) await page.mouse.wheel(0, 4000);
    else if ('mouse' in one) {
      await page.mouse.move(200, 200);
      await page.mouse.move(300, 260, { steps: 4 });
    } else if ('click' in one) await page.locator(one.click).dispatchEvent('click');
    else {
      await page.locator(one.type).focus();
      await page.keyboard.type(one.text);
      await page.keyboard.press('Tab');
    }
  }
}

async function press(page: Page, { select, frame, at }: Press): Promise<void> {
  const control = (frame === undefined ? page.locator(select) : page.frameLocator(frame).locator(select)).first();
  await control.click(at === undefined ? {} : { position: { x: at[0], y: at[1] } });
}

// Other people's questions listen some time after they are shown, and go away when they have heard.
async function pressUntilGone(page: Page, { select }: Press): Promise<void> {
  const control = page.locator(select).first();
  await control.waitFor();
  await expect
    .poll(
      async () => {
        await control.click({ timeout: 500 }).catch(() => undefined);
        return await control.isVisible();
      },
      { timeout: 20_000 },
    )
    .toBe(false);
}

/** Gives an answer by the controls that the site names, and is back on its home page. */
export async function answer({ page }: Visitor, site: RunningSite, phase: Journey['answers'][number]): Promise<void> {
  const { accept, reject, withdraw, close, scroll } = site.controls;
  const presses = { accepted: accept, rejected: reject, withdrawn: withdraw, closed: close }[phase] ?? [];
  for (const one of presses.slice(0, -1)) {
    await press(page, one);
    // A link leads to another page, a button opens a layer of this one.
    const isLink = one.select.startsWith('[href');
    if (isLink) await page.waitForURL('**/cookies/preferences', { waitUntil: 'load' });
  }
  const last = presses.at(-1);
  if (site.kinds.includes('peer') && last !== undefined) return await pressUntilGone(page, last);
  const done = page.waitForEvent('load');
  await Promise.all([
    done,
    last === undefined && scroll === true ? page.mouse.wheel(0, 4000) : last === undefined ? undefined : press(page, last),
  ]);
  await page.goto(site.url);
}

const sameSites: { readonly [written: string]: string } = { Lax: 'lax', Strict: 'strict', None: 'none' };

function lineOfCookie(cookie: Cookie): string {
  const flags = [
    cookie.secure && 'secure',
    cookie.httpOnly && 'http-only',
    sameSites[cookie.sameSite],
    cookie.expires === -1 ? 'session' : 'lasts',
  ];
  const partition = cookie.partitionKey === undefined ? '' : ' partitioned';
  return `cookie ${cookie.name} ${cookie.domain} ${cookie.path}${partition} (${flags.filter(Boolean).join(' ')})`;
}

function lineOfItem(item: TruthItem): string {
  const { cookie } = item;
  if (cookie === undefined) return keyOfThing(item);
  const flags = [cookie.secure && 'secure', cookie.httpOnly && 'http-only', cookie.sameSite, cookie.seconds === null ? 'session' : 'lasts'];
  return `${keyOfThing(item)} (${flags.filter(Boolean).join(' ')})`;
}

async function listStores(frame: Frame): Promise<readonly string[]> {
  if (!frame.url().startsWith('http:')) return [];
  const names = await frame.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => `indexed-db ${name}`);
    const caches = (await self.caches.keys()).map((name) => `cache ${name}`);
    const workers = (await navigator.serviceWorker.getRegistrations()).map(
      (one) => `service-worker ${new URL((one.active ?? one.waiting ?? one.installing)?.scriptURL ?? location.href).pathname}`,
    );
    const files: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(`opfs ${name}`);
    const own = window === window.top && window.name !== '' ? ['window-name window.name'] : [];
    return [
      ...Object.keys(localStorage).map((name) => `local ${name}`),
      ...Object.keys(sessionStorage).map((name) => `session ${name}`),
      ...databases,
      ...caches,
      ...workers,
      ...files,
      ...own,
    ];
  });
  return names.map((name) => `${name} ${new URL(frame.url()).hostname}`);
}

const without = (one: Iterable<string>, other: ReadonlySet<string>): readonly string[] => [...one].filter((line) => !other.has(line));

// A cookie ends when the log says, give or take what it took to come here.
function endsElsewhere(cookies: readonly Cookie[], items: readonly TruthItem[]): readonly string[] {
  return cookies.flatMap((cookie) => {
    const item = items.find((one) => one.cookie !== undefined && lineOfItem(one) === lineOfCookie(cookie));
    const seconds = item?.cookie?.seconds;
    if (item === undefined || seconds === undefined || seconds === null) return [];
    const end = item.at / 1000 + Math.min(seconds, longestCookieLife);
    return Math.abs(end - cookie.expires) < 10 ? [] : [`${cookie.name} ends ${Math.round(cookie.expires - end)} s later than the log says`];
  });
}

/** Everything in which device and network differ from the site's log, both ways; empty where they agree. */
export async function findDifferences({ page, context, asked, answered }: Visitor, site: RunningSite): Promise<readonly string[]> {
  const cookies = await context.cookies();
  const frames = page.frames();
  const names = (await Promise.all(frames.map(listStores))).flat();
  const { held, requests, refused } = site.truth();
  const shown = new Set(frames.flatMap((frame) => (frame.url().startsWith('http:') ? [new URL(frame.url()).hostname] : [])));
  const told = held.filter((item) => item.cookie !== undefined || shown.has(item.host));
  const [device, log] = [new Set([...cookies.map(lineOfCookie), ...names]), new Set(told.map(lineOfItem))];
  const logged = new Set(requests.map(({ host, path }) => `${host} ${path}`));
  return [
    ...without(log, device).map((line) => `only in the log: ${line}`),
    ...without(device, log).map((line) => `only on the device: ${line}`),
    ...without(logged, asked).map((line) => `only in the log: request ${line}`),
    ...without(answered, logged).map((line) => `only in the browser: request ${line}`),
    ...refused.filter(({ name }) => cookies.some((cookie) => cookie.name === name)).map(({ name }) => `stored, though refused: ${name}`),
    ...endsElsewhere(cookies, told),
  ];
}

/** What the log has to hold by now and does not. */
export function findMissing(site: RunningSite, phase: CorpusPhase, comes: Journey['comes']): readonly string[] {
  const { items, requests, acts, violations } = site.truth();
  if (comes !== 'plain') {
    const names = [
      ...items.filter((item) => comes === 'no-script' || item.gpc).map(({ name }) => name),
      ...requests.map(({ host }) => host),
    ];
    return violations.flatMap(({ rule, item }) =>
      (rule === 'R-GPC-IGN' || rule === 'R-NOJS') && item !== undefined && !names.includes(item) ? [item] : [],
    );
  }
  const seen = new Set([
    ...items.flatMap((item) => (item.phases.includes(phase) ? [`${item.store} ${item.name}`] : [])),
    ...requests.flatMap((request) => (request.phases.includes(phase) ? [`request ${request.host}`] : [])),
    ...acts.flatMap((one) => (one.phases.includes(phase) ? [`act ${one.act}`] : [])),
  ]);
  return without(site.does[phase] ?? [], seen);
}
