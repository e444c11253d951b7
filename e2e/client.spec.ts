// The page script in a real browser, behind a real guard, with the smallest front office that keeps a choice.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Stand } from './stand.ts';
import { blockedIn, namesIn, openTestBrowser, startStand } from './stand.ts';

let browser: Browser;
let closeBrowser: () => Promise<void>;
let standing: Stand | null = null;
let context: BrowserContext | null = null;

beforeAll(async () => {
  ({ browser, close: closeBrowser } = await openTestBrowser());
});
afterAll(() => closeBrowser());
afterEach(async () => {
  await context?.close();
  await standing?.close();
  context = null;
  standing = null;
});

/** A fresh visitor before a fresh site. */
async function visit(
  options: { readonly onGrant?: 'live' | 'reload'; readonly javaScriptEnabled?: boolean; readonly path?: string } = {},
): Promise<{ readonly page: Page; readonly at: Stand }> {
  const { onGrant = 'live' } = options;
  const at = await startStand({ change: (declaration) => ({ ...declaration, notice: { ...declaration.notice, onGrant } }) });
  standing = at;
  context = await browser.newContext({ javaScriptEnabled: options.javaScriptEnabled ?? true });
  const page = await context.newPage();
  await page.goto(at.url + (options.path ?? '/'));
  return { page, at };
}

test('C1 cookies of scripts: undeclared and refused ones are dropped, and who tried is known', async () => {
  const { page } = await visit({ path: '/plain' });
  await page.evaluate(async () => {
    document.cookie = '_ga=secret; path=/';
    document.cookie = '_vis1=secret; path=/; max-age=60';
    Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set?.call(document, '_borrowed=1');
    await (window as unknown as { cookieStore: { set(name: string, value: string): Promise<void> } }).cookieStore.set('_store', 'secret');
  });
  expect(await namesIn(page)).toEqual([]);
  const blocked = await blockedIn(page);
  expect(blocked.map(({ kind, name, code }) => `${kind} ${name} ${code}`)).toEqual([
    'script-cookie _ga DROP_UNDECLARED',
    'script-cookie _vis1 DROP_REFUSED',
    'script-cookie _borrowed DROP_UNDECLARED',
    'script-cookie _store DROP_UNDECLARED',
  ]);
  expect(JSON.stringify(blocked)).not.toContain('secret');
  expect(blocked[0]?.stack.length).toBeGreaterThan(10);
});

test('C1 a declared cookie passes after a yes, and no longer than declared', async () => {
  const { page } = await visit({ path: '/plain' });
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await expect
    .poll(async () => {
      await page.evaluate(() => void (document.cookie = '_vis1=a; path=/; max-age=99999999'));
      return (await page.context().cookies()).find(({ name }) => name === '_vis1') !== undefined;
    })
    .toBe(true);
  const cookie = (await page.context().cookies()).find(({ name }) => name === '_vis1');
  expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeLessThan(3700);
});

test('C3 storage: setItem is refused, a named property is gone with the page', async () => {
  const { page, at } = await visit({ path: '/plain' });
  const held = await page.evaluate(() => {
    localStorage.setItem('id', '1');
    sessionStorage.setItem('id', '1');
    localStorage.setItem('map-view', '1');
    return [localStorage.length, sessionStorage.length];
  });
  expect(held).toEqual([0, 0]);
  expect((await blockedIn(page)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['storage id', 'storage id', 'storage map-view']);
  // Only now: a sweep may come at any time, and lists what it removes.
  await page.evaluate(() => {
    localStorage['visitor'] = '7';
  });
  await page.goto(`${at.url}/plain?next`);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('C3 a cookie written past the hooks is swept by the next page', async () => {
  const { page, at } = await visit({ path: '/plain' });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    if (frame.contentDocument !== null) frame.contentDocument.cookie = '_past=1; path=/';
  });
  await page.goto(`${at.url}/plain?next`);
  expect(await namesIn(page)).toEqual([]);
});

test('C4 a database is not opened before a yes, and is gone after a withdrawal', async () => {
  const { page, at } = await visit({ path: '/plain' });
  const names = (): Promise<readonly (string | undefined)[]> =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  const opens = (): Promise<boolean> =>
    page.evaluate(() => {
      try {
        const request = indexedDB.open('tiles');
        return new Promise<boolean>((resolve) => {
          request.onsuccess = () => {
            request.result.close();
            resolve(true);
          };
        });
      } catch {
        return false;
      }
    });
  expect(await opens()).toBe(false);
  expect(await names()).toEqual([]);
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#candor-status');
  expect(await opens()).toBe(true);
  expect(await names()).toEqual(['tiles']);
  await page.evaluate(
    (address) => fetch(address, { method: 'POST', body: new URLSearchParams({ do: 'withdraw' }), headers: { accept: 'application/json' } }),
    `${at.url}/cookies/preferences`,
  );
  await expect.poll(names).toEqual([]);
});

test('C5 C6 C8 C11 gated content waits behind a placeholder, and wakes at a yes without leaving the page', async () => {
  const { page, at } = await visit();
  await page.evaluate(() => void ((window as unknown as { same: boolean }).same = true));
  expect(at.embedded).toBe(0);
  expect(await page.locator('.candor-placeholder').innerText()).toContain('Map of stations');
  expect(await page.locator('#map').isVisible()).toBe(false);
  await page.focus('[data-candor="accept"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await expect.poll(() => at.embedded).toBe(1);
  await expect.poll(() => page.evaluate(() => (window as unknown as { gatedRan?: number }).gatedRan)).toBe(1);
  expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
  expect(await page.locator('.candor-placeholder').count()).toBe(0);
  expect(await page.locator('#map').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  expect(await page.locator('#candor-status [data-candor="receipt"]').getAttribute('download')).toBe('receipt.json');
  expect(at.posts).toHaveLength(1);
  await page.goto(at.url);
  await expect.poll(() => at.embedded).toBe(2);
});

test('C5 a no keeps gated content shut, on the next page too', async () => {
  const { page, at } = await visit();
  await page.click('[data-candor="reject"]');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await page.goto(at.url);
  await page.waitForSelector('.candor-placeholder');
  expect(at.embedded).toBe(0);
  expect(await page.locator('#candor-notice').count()).toBe(0);
  expect(await page.evaluate(() => 'gatedRan' in window)).toBe(false);
});

test('B12 a frame of another origin is left to itself: its window can be spoken to, and the page around it works on', async () => {
  const { page, at } = await visit();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.click('[data-candor="accept"]');
  await expect.poll(() => at.embedded).toBe(1);
  await page.goto(at.url);
  await expect.poll(() => at.embedded).toBe(2);
  await expect.poll(() => page.evaluate(() => document.querySelector<HTMLIFrameElement>('#map')?.contentDocument)).toBe(null);
  const spoken = await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#map');
    frame?.contentWindow?.postMessage('hello', '*');
    return frame?.contentWindow === window[0];
  });
  expect(spoken).toBe(true);
  // One that the policy stops shows an error page, which is nobody's; what follows the question comes all the same.
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentWindow?.location.replace('https://nobody.example/');
  });
  await page.click('[data-candor="way-back"]');
  await page.waitForSelector('.candor-dialog');
  expect(errors).toEqual([]);
});

test('C5 a gated frame that a script inserts later waits and wakes like any other', async () => {
  const { page, at } = await visit();
  await page.click('[data-candor="accept"]');
  await expect.poll(() => at.embedded).toBe(1);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.dataset['src'] = document.querySelector<HTMLIFrameElement>('#map')?.src ?? '';
    frame.dataset['candorPurpose'] = 'map';
    document.body.append(frame);
  });
  await expect.poll(() => at.embedded).toBe(2);
});

test('C6 the placeholder allows its purpose', async () => {
  const { page, at } = await visit();
  await page.click('[data-candor="reject"]');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  await page.click('.candor-placeholder button');
  await expect.poll(() => at.embedded).toBe(1);
  expect(at.posts.at(-1)?.getAll('purpose')).toEqual(['map']);
  expect(at.posts.at(-1)?.get('do')).toBe('grant');
});

test('C6 a script cannot press the placeholder', async () => {
  const { page, at } = await visit();
  await page.waitForSelector('.candor-placeholder button');
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('.candor-placeholder button')?.click());
  await page.goto(`${at.url}/plain`);
  expect(at.posts).toHaveLength(0);
});

test('C7 scripts cannot load a declared host before its purpose is allowed', async () => {
  const { page, at } = await visit();
  const source = await page.getAttribute('#map', 'data-src');
  await page.evaluate(async (url) => {
    const frame = document.createElement('iframe');
    frame.src = url ?? '';
    const other = document.createElement('iframe');
    other.setAttribute('src', url ?? '');
    document.body.append(frame, other);
    new Image().src = url ?? '';
    await fetch(url ?? '').catch(() => undefined);
    navigator.sendBeacon(url ?? '');
  }, source);
  await page.goto(`${at.url}/plain`);
  expect(at.embedded).toBe(0);
});

test('C8 the next page does not ask, and the notice was sent with what was shown', async () => {
  const { page, at } = await visit();
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  const [post] = at.posts;
  expect(post?.get('do')).toBe('accept-all');
  expect(post?.get('notice')).toMatch(/^[0-9a-f]{64}$/);
  expect(post?.get('language')).toBe('en');
  await page.goto(at.url);
  expect(await page.locator('#candor-notice').count()).toBe(0);
});

test('C9 when sending fails nothing has changed, the visitor is told, and may try again', async () => {
  const { page, at } = await visit();
  at.failing = () => new Response('no', { status: 503 });
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#candor-notice #candor-status');
  expect(await page.locator('#candor-status').innerText()).toBe(
    'Your answer did not reach the site. Nothing has changed; please try again.',
  );
  expect(await page.evaluate(() => (window as unknown as { candor: { granted(id: string): boolean } }).candor.granted('map'))).toBe(false);
  expect(await namesIn(page)).toEqual([]);
  at.failing = null;
  await page.click('[data-candor="reject"]');
  await page.waitForSelector('#candor-notice', { state: 'detached' });
  expect(at.posts.map((post) => post.get('do'))).toEqual(['reject-all']);
});

test('C9 without scripts everything is a form', async () => {
  const { page, at } = await visit({ javaScriptEnabled: false });
  expect(at.embedded).toBe(0);
  await Promise.all([page.waitForEvent('load'), page.click('[data-candor="reject"]')]);
  expect(at.posts.map((post) => post.get('do'))).toEqual(['reject-all']);
  expect(await page.locator('#candor-notice').count()).toBe(0);
  expect(new URL(page.url()).pathname).toBe('/');
});

test('C10 Escape, scrolling and clicking the page choose nothing', async () => {
  const { page, at } = await visit();
  await page.focus('[data-candor="accept"]');
  await page.keyboard.press('Escape');
  await page.mouse.wheel(0, 500);
  await page.click('#field');
  expect(await page.locator('#candor-notice').isVisible()).toBe(true);
  expect(at.posts).toHaveLength(0);
});

test('C11 with reload the page loads anew, only where something waits', async () => {
  const { page, at } = await visit({ onGrant: 'reload' });
  await Promise.all([page.waitForEvent('load'), page.click('[data-candor="accept"]')]);
  await expect.poll(() => at.embedded).toBe(1);
  await context?.clearCookies();
  await page.goto(`${at.url}/plain`);
  await page.evaluate(() => void ((window as unknown as { same: boolean }).same = true));
  await page.click('[data-candor="accept"]');
  await page.waitForSelector('#candor-status');
  expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
});

test('C12 another tab takes over the choice', async () => {
  const { page, at } = await visit();
  const second = await page.context().newPage();
  await second.goto(at.url);
  await page.click('[data-candor="accept"]');
  await second.waitForSelector('#candor-notice', { state: 'detached' });
  await expect.poll(() => at.embedded).toBe(2);
});
