// A site without a server of ours: one file in the head, and everything that a choice is happens in the browser.
import { choiceCookieName, decodeChoice } from '@candor/core';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { choiceIn, isGranted, mapCookie, mapTracker, namesIn, openTestBrowser } from './stand.ts';
import type { StaticOptions, StaticStand } from './stand-static.ts';
import { startStaticStand } from './stand-static.ts';

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

type Seen = { readonly page: Page; readonly at: StaticStand; readonly context: BrowserContext };

async function visit(options: StaticOptions = {}, before?: (context: BrowserContext, at: StaticStand) => Promise<unknown>): Promise<Seen> {
  const at = await startStaticStand(options);
  opened.push(at.close);
  const context = await browser.newContext();
  opened.push(() => context.close());
  await before?.(context, at);
  const page = await context.newPage();
  await page.goto(at.url);
  return { page, at, context };
}

const asks = async (page: Page): Promise<number> => page.locator('#candor-notice').count();
const press = async (page: Page, answer: 'accept' | 'reject'): Promise<void> => {
  await page.click(`#candor-notice [data-candor="${answer}"]`);
  await page.waitForSelector('#candor-status');
};
const ours = (at: StaticStand): readonly string[] => at.asked.filter((path) => path.startsWith('/candor/'));
const ran = (page: Page): Promise<boolean> => page.evaluate(() => 'gatedRan' in window);

test('C50 one request before the question, put once; the hooks stand before the first script after ours', async () => {
  const { page, at } = await visit({}, (context) =>
    // What the question needs is the first file: nothing else is given.
    context.route(/candor\.(?:more|css|en\.eu-base\.(?:json|html))/, (route) => route.abort()),
  );
  expect(await page.locator('#candor-notice [data-candor="accept"]').isVisible()).toBe(true);
  expect(await asks(page)).toBe(1);
  expect(ours(at)).toEqual(['/candor/candor.en.eu-base.js']);
  expect(await page.evaluate(() => (window as unknown as { first: unknown }).first)).toMatchObject({ hooked: true });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await namesIn(page)).toEqual([]);
  expect(await ran(page)).toBe(false);
});

test('C50 after a choice nothing is asked, nothing flashes, and only the script itself and its second part are loaded', async () => {
  const { page, at, context } = await visit();
  await press(page, 'reject');
  await context.addInitScript(() => {
    Object.assign(window, { flashed: false });
    new MutationObserver(() => {
      if (document.getElementById('candor-notice')) Object.assign(window, { flashed: true });
    }).observe(document, { childList: true, subtree: true });
  });
  at.asked.length = 0;
  await page.goto(at.url);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => (window as unknown as { flashed: boolean }).flashed)).toBe(false);
  expect(ours(at)).toEqual(['/candor/candor.en.eu-base.js', '/candor/candor.more.js']);
});

test('C51 a yes is kept in a cookie that the script writes, runs at once, and holds on the next page', async () => {
  const { page, at } = await visit();
  await press(page, 'accept');
  await expect.poll(() => ran(page)).toBe(true);
  const cookie = (await page.context().cookies()).find(({ name }) => name === choiceCookieName);
  expect(cookie).toMatchObject({ secure: true, httpOnly: false, sameSite: 'Lax', domain: 'portal.localhost', path: '/' });
  const choice = decodeChoice(cookie?.value ?? '');
  expect(choice.ok && choice.value.answers[6]?.state).toBe('granted');
  await page.goto(`${at.url}/?next`);
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([0, true]);
  await expect.poll(() => ran(page)).toBe(true);
});

test('C51 a withdrawal is one click, and the script removes every trace that scripts can reach', async () => {
  const { page, at } = await visit({
    change: (declaration, port) => {
      const kept = {
        origins: [`http://portal.localhost:${port}`],
        life: { kind: 'seconds', max: 3600, extended: false },
        ...mapTracker,
      } as const;
      return {
        ...declaration,
        trackers: {
          ...declaration.trackers,
          wide: mapCookie('wide', { scope: { domain: 'portal.localhost', path: '/', partitioned: false } }),
          deep: mapCookie('deep', { scope: { host: 'portal.localhost', path: '/deep', partitioned: false } }),
          seen: { kind: 'session', names: [{ exact: 'map-seen' }], ...kept },
        },
      };
    },
  });
  await press(page, 'accept');
  await page.evaluate(() => {
    document.cookie = '_vis1=1; Path=/; Max-Age=600';
    document.cookie = 'wide=1; Path=/; Domain=portal.localhost; Max-Age=600';
    document.cookie = 'deep=1; Path=/deep; Max-Age=600';
    localStorage.setItem('map-view', '1');
    sessionStorage.setItem('map-seen', '1');
  });
  await expect.poll(() => namesIn(page)).toEqual(['_vis1', choiceCookieName, 'deep', 'wide']);
  await page.click('a[data-candor="way-back"]');
  await page.click('.candor-dialog [data-candor="withdraw"]');
  await expect.poll(() => namesIn(page)).toEqual([choiceCookieName]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.goto(at.url);
  expect([await asks(page), await isGranted(page, 'map'), await ran(page)]).toEqual([0, false, false]);
});

test('C51 the centre shows and takes answers without leaving the page; forgetting leaves nothing and asks again', async () => {
  const { page, at } = await visit();
  await page.waitForLoadState('networkidle');
  expect(at.asked).not.toContain('/candor/candor.en.eu-base.html');
  const open = async (): Promise<void> => {
    await page.click('a[data-candor="way-back"]');
    await page.waitForSelector('.candor-dialog[open]');
  };
  const box = page.locator('.candor-dialog input[value="map"]');
  await page.click('#candor-notice a[data-candor="preferences"]');
  await page.waitForSelector('.candor-dialog[open]');
  expect(await box.isChecked()).toBe(false);
  await box.check();
  await page.click('.candor-dialog [data-candor="save"]');
  await page.waitForSelector('#candor-status');
  expect([await isGranted(page, 'map'), await asks(page)]).toEqual([true, 0]);
  await open();
  expect(await box.isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  await open();
  await page.click('.candor-dialog [data-candor="forget"]');
  await expect.poll(() => namesIn(page)).toEqual([]);
  expect(await isGranted(page, 'map')).toBe(false);
  await page.goto(at.url);
  expect(await asks(page)).toBe(1);
});

test('C51 another tab follows', async () => {
  const { page, at, context } = await visit();
  const second = await context.newPage();
  await second.goto(at.url);
  await press(page, 'accept');
  await expect.poll(() => isGranted(second, 'map')).toBe(true);
  await expect.poll(() => asks(second)).toBe(0);
});

test('C51 Global Privacy Control is honoured from the first script on, without a question, and said to be', async () => {
  const { page, at } = await visit({}, (context) =>
    context.addInitScript("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })"),
  );
  expect(await page.evaluate(() => (window as unknown as { first: { readonly ask: boolean } }).first.ask)).toBe(false);
  await page.getByText(/Global Privacy Control/).waitFor();
  const held = async (): Promise<readonly unknown[]> => [await asks(page), await isGranted(page, 'map'), await isGranted(page, 'audience')];
  expect(await held()).toEqual([0, false, false]);
  at.profile = 'us-ca';
  await page.goto(at.url);
  await page.getByText(/Global Privacy Control/).waitFor();
  // What is still asked for there is asked for: the signal answers for what runs unasked.
  expect(await held()).toEqual([1, false, false]);
});

test('C51 another profile is another file; what is opt-out there runs unasked', async () => {
  const { page, at } = await visit();
  at.profile = 'us-ca';
  await page.goto(at.url);
  expect(ours(at)).toContain('/candor/candor.en.us-ca.js');
  expect(await isGranted(page, 'audience')).toBe(true);
});

test('C51 a revision asks again for what it concerns, and what was granted does not run under it', async () => {
  const { page, at } = await visit();
  await press(page, 'accept');
  at.revise((declaration) => ({ ...declaration, version: '2' }));
  await page.goto(at.url);
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([0, true]);
  at.revise((declaration) => {
    const { map } = declaration.purposes;
    return map === undefined
      ? declaration
      : { ...declaration, purposes: { ...declaration.purposes, map: { ...map, revision: map.revision + 1 } } };
  });
  await page.goto(at.url);
  await expect.poll(() => asks(page)).toBe(1);
  expect([await isGranted(page, 'map'), await ran(page)]).toEqual([false, false]);
  await press(page, 'accept');
  await page.goto(at.url);
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([0, true]);
});

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
/** A refusal as each tool writes it. */
const records: readonly (readonly [
  string,
  { readonly cookies?: { readonly [name: string]: string }; readonly local?: readonly [string, string] },
])[] = [
  [
    'vanilla-cookieconsent',
    {
      cookies: {
        cc_cookie: json({
          categories: ['necessary'],
          revision: 0,
          data: null,
          consentTimestamp: '2026-06-01T00:00:00.000Z',
          services: { necessary: [], marketing: [] },
        }),
      },
    },
  ],
  [
    'vanilla-cookieconsent in localStorage',
    { local: ['cc_cookie', JSON.stringify({ categories: ['necessary'], services: { necessary: [], marketing: [] } })] },
  ],
  ['Klaro', { cookies: { klaro: json({ map: false, audience: false }) } }],
  ['Klaro in localStorage', { local: ['klaro', JSON.stringify({ map: false, audience: false })] }],
  ['Orejime', { cookies: { 'eu-consent': json({ map: false, audience: false }) } }],
  ['tarteaucitron', { cookies: { tarteaucitron: '!map=false!audience=false' } }],
  [
    'Cookiebot',
    {
      cookies: {
        CookieConsent: encodeURIComponent(
          "{stamp:'x',necessary:true,preferences:false,statistics:false,marketing:false,method:'explicit',ver:1,utc:1780000000000,region:'fr'}",
        ),
      },
    },
  ],
  [
    'OneTrust',
    {
      cookies: {
        OptanonConsent: 'isGpcEnabled=0&groups=C0001%3A1%2CC0002%3A0%2CC0003%3A0%2CC0004%3A0',
        OptanonAlertBoxClosed: '2026-06-01T00:00:00.000Z',
      },
    },
  ],
];

test.each(records)('C52 who refused under %s is not asked: no flash, a refusal here, and the old record is gone', async (_tool, record) => {
  const { page } = await visit({}, async (context, at) => {
    const cookies = Object.entries(record.cookies ?? {}).map(([name, value]) => ({ name, value, domain: 'portal.localhost', path: '/' }));
    if (cookies.length > 0) await context.addCookies(cookies);
    if (record.local !== undefined) {
      const blank = await context.newPage();
      await blank.goto(`${at.url}/first.js`);
      await blank.evaluate(([key, value]) => localStorage.setItem(key, value), record.local);
      await blank.close();
    }
    await context.addInitScript(() => {
      const flashes: number[] = [];
      Object.assign(window, { flashes });
      new MutationObserver(() => {
        if (document.getElementById('candor-notice')) flashes.push(1);
      }).observe(document, { childList: true, subtree: true });
    });
  });
  await expect.poll(() => namesIn(page)).toEqual([choiceCookieName]);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { flashes: readonly number[] }).flashes)).toEqual([]);
  const choice = decodeChoice((await choiceIn(page)) ?? '');
  expect(choice.ok && choice.value.answers[6]?.state).toBe('denied');
  expect([await asks(page), await isGranted(page, 'map'), await ran(page)]).toEqual([0, false, false]);
  await page.reload();
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([0, false]);
});

test('C52 a yes under another tool counts where purposes match, and runs without a question', async () => {
  const { page } = await visit({}, (context) =>
    context.addCookies([{ name: 'klaro', value: json({ map: true, audience: true }), domain: 'portal.localhost', path: '/' }]),
  );
  await expect.poll(() => ran(page)).toBe(true);
  expect([await asks(page), await namesIn(page)]).toEqual([0, [choiceCookieName]]);
});

test('C52 a record that says nothing leaves the question', async () => {
  const { page } = await visit({}, (context) =>
    context.addCookies([{ name: 'klaro', value: '%7Bbroken', domain: 'portal.localhost', path: '/' }]),
  );
  await expect.poll(() => asks(page)).toBe(1);
  await expect.poll(() => namesIn(page)).toEqual([]);
});

test('C53 a page whose policy allows only its own scripts and styles works, and reports nothing', async () => {
  const { page } = await visit(
    {
      headers: {
        'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'",
      },
    },
    (context) =>
      context.addInitScript(() => {
        const violations: string[] = [];
        Object.assign(window, { violations });
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          violations.push(`${violatedDirective} ${blockedURI}`),
        );
      }),
  );
  const notice = page.locator('#candor-notice');
  expect(await notice.evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
  await page.click('#candor-notice a[data-candor="preferences"]');
  await page.waitForSelector('.candor-dialog[open]');
  await page.click('.candor-dialog [data-candor="accept"]');
  await expect.poll(() => ran(page)).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { violations: readonly string[] }).violations)).toEqual([]);
});

test('C50 an answer that is given before the second part has arrived is kept once it has', async () => {
  const held: Route[] = [];
  const { page } = await visit({}, (context) => context.route('**/candor.more.js', (route) => void held.push(route)));
  await expect.poll(() => held.length).toBe(1);
  await page.click('#candor-notice [data-candor="accept"]');
  expect([new URL(page.url()).pathname, await namesIn(page)]).toEqual(['/', []]);
  await held[0]?.continue();
  await expect.poll(() => namesIn(page)).toEqual([choiceCookieName]);
  await expect.poll(() => ran(page)).toBe(true);
});

test('C52 a record that cannot be weighed now is left for the next page', async () => {
  const { page, at } = await visit({}, async (context) => {
    await context.addCookies([{ name: 'klaro', value: json({ map: false, audience: false }), domain: 'portal.localhost', path: '/' }]);
    await context.route('**/*.json', (route) => route.abort());
  });
  await page.waitForLoadState('networkidle');
  expect([await namesIn(page), await asks(page), await isGranted(page, 'map')]).toEqual([['klaro'], 0, false]);
  await page.context().unroute('**/*.json');
  await page.goto(at.url);
  await expect.poll(() => namesIn(page)).toEqual([choiceCookieName]);
  expect([await asks(page), await isGranted(page, 'map')]).toEqual([0, false]);
});
