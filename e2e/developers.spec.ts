// What a site's own code sees of Candor, and that Candor keeps to the policies of the site.
import { createHash } from 'node:crypto';
import type { Candor, DebugReport } from '@candor/client';
import { clientAssets } from '@candor/client';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundleApp } from './bundle.ts';
import type { SitePage, Stand } from './stand.ts';
import { isGranted, openTestBrowser, startStand } from './stand.ts';

type Testing = { readonly candor: Candor; seen: unknown[]; readonly connection: Candor; readonly violations: readonly string[] };

let opened: Awaited<ReturnType<typeof openTestBrowser>>;
let browser: Browser;
let app: string;
let context: BrowserContext | undefined;
let at: Stand | undefined;

beforeAll(async () => {
  opened = await openTestBrowser();
  browser = opened.browser;
  const entry = `import { connectCandor } from './connect.ts';
window.connection = connectCandor({ prefix: '/cookies' });
window.granted = window.connection.granted('map');`;
  app = await bundleApp({ 'entry.ts': entry }, { folder: 'packages/client/src/', platform: 'browser' });
});
afterAll(() => opened?.close());
afterEach(async () => {
  await context?.close();
  await at?.close();
});

/** Every violation of a policy in a page, its own and ours. */
const watchViolations = `window.violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, originalPolicy }) =>
  window.violations.push([effectiveDirective, blockedURI, sample, sourceFile, originalPolicy].join(' | ')), true);`;

async function visit(pages: { readonly [path: string]: string | SitePage }, path: string): Promise<Page> {
  at = await startStand({ pages });
  context = await browser.newContext();
  await context.addInitScript(watchViolations);
  const page = await context.newPage();
  await page.goto(at.url + path);
  return page;
}

const withApp = { '/app': '<!doctype html><html><head><script src="/app.js"></script></head><body><main>app</main></body></html>' };
const visitApp = (): Promise<Page> => visit({ ...withApp, '/app.js': app }, '/app');

describe('what is told', () => {
  test('C66 who listens to changes late hears what holds, then what changes, until the end', async () => {
    const page = await visitApp();
    await page.click('[data-candor="accept"]');
    // The answer of the site tells once more what holds.
    await page.waitForSelector('#candor-notice', { state: 'detached' });
    expect(await isGranted(page, 'map')).toBe(true);
    await page.evaluate(() => {
      const testing = window as unknown as Testing;
      testing.seen = [];
      const listen = (name: string): (() => void) =>
        testing.candor.on('change', ({ purposes }) => void testing.seen.push([name, purposes['map']?.allowed]));
      listen('stays');
      const end = listen('goes');
      end();
      end();
    });
    const seen = (): Promise<readonly unknown[]> => page.evaluate(() => (window as unknown as Testing).seen);
    expect(await seen()).toEqual([
      ['stays', true],
      ['goes', true],
    ]);
    await page.click('a[data-candor="way-back"]');
    await page.click('dialog [data-candor="withdraw"]');
    await expect.poll(() => isGranted(page, 'map')).toBe(false);
    expect((await seen()).slice(2)).not.toContainEqual(['goes', false]);
    expect((await seen()).at(-1)).toEqual(['stays', false]);
  });

  test('C66 who listens to refusals late hears those before, then each at once', async () => {
    const page = await visitApp();
    const seen = await page.evaluate(() => {
      const { candor } = window as unknown as Testing;
      const heard: string[] = [];
      document.cookie = 'before=1';
      localStorage.setItem('store', '1');
      candor.on('blocked', ({ kind, name, code }) => void heard.push(`${kind} ${name} ${code}`));
      const late = heard.length;
      sessionStorage.setItem('after', '1');
      return { late, heard };
    });
    expect(seen.late).toBeGreaterThan(0);
    expect(seen.heard).toContain('storage store DROP_UNDECLARED');
    expect(seen.heard.at(-1)).toBe('storage after DROP_UNDECLARED');
    // A cookie is decided in the second part of the script.
    await expect.poll(() => page.evaluate(() => (window as unknown as Testing).candor.blocked.map(({ name }) => name))).toContain('before');
  });

  test('C66 one function may listen to both, and twice: each goes with its own end', async () => {
    const page = await visitApp();
    const heard = await page.evaluate(() => {
      const { candor } = window as unknown as Testing;
      const told: string[] = [];
      const listener = (value: object): void => void told.push('stack' in value ? 'blocked' : 'change');
      const end = candor.on('blocked', listener);
      candor.on('blocked', listener);
      candor.on('change', listener);
      const before = told.length;
      end();
      localStorage.setItem('undeclared', '1');
      return told.slice(before);
    });
    expect(heard).toEqual(['blocked']);
  });

  test('C66 a listener that throws keeps nothing from the others, and is reported', async () => {
    const page = await visitApp();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.evaluate(() => {
      const testing = window as unknown as Testing;
      testing.seen = [];
      let told = 0;
      testing.candor.on('change', () => {
        told += 1;
        if (told > 1) throw new Error('a fault of the site');
      });
      testing.candor.on('change', ({ purposes }) => void testing.seen.push(purposes['map']?.allowed));
    });
    await page.click('[data-candor="accept"]');
    await page.waitForSelector('#candor-notice', { state: 'detached' });
    expect(await page.evaluate(() => (window as unknown as Testing).seen.at(-1))).toBe(true);
    expect(faults).toContain('a fault of the site');
  });

  test('C67 the report shows what is declared, seen and refused, and no value', async () => {
    const page = await visitApp();
    await context?.addCookies([{ name: 'django_language', value: 'secret-language', url: at?.url ?? '' }]);
    const report = await page.evaluate(async (): Promise<DebugReport> => {
      localStorage.setItem('undeclared', 'secret-store');
      await fetch('https://tracker.example/secret-path?secret-query').catch(() => undefined);
      document.cookie = 'tried=secret-cookie';
      return (window as unknown as Testing).candor.debug();
    });
    expect(report.declaration).toMatch(/^[0-9a-f]{12}$/);
    expect(report.declared).toContainEqual({ kind: 'cookie', name: '_vis*', purposes: ['map'], allowed: false });
    expect(report.declared).toContainEqual({ kind: 'cookie', name: 'django_language', purposes: ['language'], allowed: true });
    expect(report.observed).toContainEqual({ kind: 'cookie', name: 'django_language', allowed: true });
    expect(report.blocked.map(({ kind, name, code }) => [kind, name, code])).toEqual(
      expect.arrayContaining([
        ['storage', 'undeclared', 'DROP_UNDECLARED'],
        ['request', 'https://tracker.example/secret-path', 'DROP_UNDECLARED'],
      ]),
    );
    expect(report.blocked.every(({ stack, at: time }) => stack !== '' && time > 1_000_000_000)).toBe(true);
    expect(JSON.stringify({ ...report, blocked: report.blocked.map((entry) => ({ ...entry, stack: '' })) })).not.toMatch(
      /secret-(?:language|store|cookie|query)/,
    );
  });

  test('C68 window.candor cannot be replaced, changed, taken away, or made to say yes', async () => {
    const page = await visitApp();
    const after = await page.evaluate(() => {
      const { candor } = window as unknown as Testing;
      const attempts: (() => unknown)[] = [
        () => Object.assign(window, { candor: { granted: () => true } }),
        () => Object.defineProperty(window, 'candor', { value: { granted: () => true } }),
        () => Reflect.deleteProperty(window, 'candor'),
        () => Object.assign(candor, { granted: () => true }),
        () => Object.defineProperty(candor, 'granted', { value: () => true }),
        () => Object.setPrototypeOf(candor, { granted: () => true }),
      ];
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {}
      }
      const now = (window as unknown as Testing).candor;
      return { same: now === candor, frozen: Object.isFrozen(now), granted: now.granted('map') };
    });
    expect(after).toEqual({ same: true, frozen: true, granted: false });
  });

  test('C68 what a page can reach changes nothing that holds', async () => {
    const page = await visitApp();
    const after = await page.evaluate(async () => {
      const { candor } = window as unknown as Testing;
      const allow = ({ purposes }: { readonly purposes: object }): void => {
        for (const decision of Object.values(purposes)) {
          try {
            Object.assign(decision, { allowed: true, state: 'granted' });
          } catch {}
        }
      };
      candor.on('change', allow);
      allow((await candor.debug()).consent);
      return candor.granted('map');
    });
    expect(after).toBe(false);
  });
});

describe('connectCandor in a page', () => {
  test('C60 it says what window.candor says, from the first script on', async () => {
    const page = await visitApp();
    expect(await page.evaluate(() => (window as unknown as { readonly granted: boolean }).granted)).toBe(false);
    await page.evaluate(() => {
      const testing = window as unknown as Testing;
      testing.seen = [];
      testing.connection.on('change', ({ purposes }) => void testing.seen.push(purposes['map']?.allowed));
    });
    await page.click('[data-candor="accept"]');
    await page.waitForSelector('#candor-notice', { state: 'detached' });
    const said = await page.evaluate(async () => {
      const { connection, candor, seen } = window as unknown as Testing;
      const { consent } = await connection.debug();
      const { declaration, blocked } = connection;
      return [connection.granted('map'), declaration === candor.declaration, blocked === candor.blocked, consent !== undefined, seen];
    });
    expect(said.slice(0, 4)).toEqual([true, true, true, true]);
    expect(said[4]).toEqual(expect.arrayContaining([false, true]));
    await page.evaluate(() => (window as unknown as Testing).connection.open());
    expect(await page.locator('dialog.candor-dialog[open]').count()).toBe(1);
  });

  test('C61 where the preference centre cannot be had in the page, opening leads to its own', async () => {
    const page = await visitApp();
    await page.route('**/assets/more-*', (route) => route.abort());
    await page.reload();
    await page.evaluate(() => void (window as unknown as Testing).connection.open());
    await page.waitForURL('**/cookies/preferences?return=%2Fapp');
  });

  test('C61 C62 where the page has no Candor, it says no and opens the page of the front office', async () => {
    context = await browser.newContext();
    const page = await context.newPage();
    const bare = `<!doctype html><html><body><form id="candor"><input name="granted"><input name="on"></form><script>${app}</script></body></html>`;
    await page.route('http://bare.localhost/**', (route) => route.fulfill({ contentType: 'text/html', body: bare }));
    await page.goto('http://bare.localhost/deep?q=1');
    const said = await page.evaluate(async () => {
      const { connection } = window as unknown as Testing;
      const heard: unknown[] = [];
      connection.on('change', (consent) => void heard.push(consent))();
      return [connection.granted('map'), connection.blocked, connection.declaration, heard, await connection.debug()];
    });
    expect(said.slice(0, 4)).toEqual([false, [], null, []]);
    expect(said[4]).toHaveProperty('code', 'CANDOR_ABSENT');
    await page.evaluate(() => void (window as unknown as Testing).connection.open());
    await page.waitForURL('http://bare.localhost/cookies/preferences?return=%2Fdeep%3Fq%3D1');
  });
});

describe('policies of the site', () => {
  const hash = createHash('sha256').update(clientAssets.page.body).digest('base64');
  const form = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const script = document.querySelector<HTMLScriptElement>('#candor-state ~ script');
      return script === null ? 'none' : `${script.src === '' ? 'inline' : 'linked'}${script.nonce === '' ? '' : ' nonce'}`;
    });

  test.each([
    ['no policy', '', 'inline'],
    ["default-src 'self'", "default-src 'self'", 'linked'],
    ['a nonce', "default-src 'self'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'", 'inline nonce'],
    ['a nonce and nothing else', "script-src 'nonce-abc'; style-src 'nonce-abc'", 'inline nonce'],
    [
      'strict-dynamic',
      "script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'inline nonce',
    ],
    ['our hash', `script-src 'self' 'sha256-${hash}'; style-src 'self'`, 'inline'],
    ['a sandbox with scripts', 'sandbox allow-scripts allow-forms allow-same-origin allow-top-navigation', 'inline'],
  ])('C69 under %s everything works, and nothing of ours breaks it', async (_name, policy, expected) => {
    const page = await visit(
      {
        '/strict': {
          body: '<!doctype html><html><head></head><body><main>strict</main></body></html>',
          headers: { 'content-security-policy': policy },
        },
      },
      '/strict',
    );
    expect(await form(page)).toBe(expected);
    await page.click('#candor-notice [data-candor="preferences"]');
    await page.waitForSelector('dialog.candor-dialog[open]');
    // Its styles are there: it has a place of its own.
    await expect
      .poll(() => page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes('preferences') ?? false)))
      .toBe(true);
    await page.keyboard.press('Escape');
    await page.click('[data-candor="accept"]');
    await page.waitForSelector('#candor-status');
    expect(await isGranted(page, 'map')).toBe(true);
    expect(await page.evaluate(() => (window as unknown as Testing).violations)).toEqual([]);
    expect(at?.posts).toHaveLength(1);
  });

  test('C69 where the site trusts no markup of scripts, answers work and the preference centre is a page', async () => {
    const headers = { 'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'" };
    const page = await visit({ '/strict': { body: '<!doctype html><html><body><main>strict</main></body></html>', headers } }, '/strict');
    await page.click('[data-candor="accept"]');
    await page.waitForSelector('#candor-status');
    expect(await isGranted(page, 'map')).toBe(true);
    expect(await page.evaluate(() => (window as unknown as Testing).violations)).toEqual([]);
    await page.click('a[data-candor="way-back"]');
    await page.waitForURL('**/cookies/preferences');
  });
});
