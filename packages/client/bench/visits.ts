// Visitors: a fresh device for each, the probe in its page, and the few things a visitor does.
import { readFileSync } from 'node:fs';
import { openBrowser } from '@candor/audit';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import type { Entry, Target } from './entry.ts';

/** The browser of a run. */
export type Visitors = {
  readonly version: string;
  readonly browser: Browser;
  /** Opens a page on a fresh device, lets `step` use it, and takes the device away whatever happens. */
  visit<T>(options: VisitOptions, step: (visit: Visit) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** What kind of visitor. `probe` names the entry whose question is waited for; `throttle` slows the processor that many times. */
export type VisitOptions = { readonly probe?: Entry; readonly throttle?: number; readonly context?: BrowserContextOptions };

/** One visitor's page. `usable` is fulfilled when the probed question can be answered. */
export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly usable: () => Promise<void>;
};

/** How long anything that should happen may take. */
export const patience = 20_000;

/** A script of `in-page/`, which is one function, as an expression. */
function readInPage(name: string): string {
  const text = readFileSync(new URL(`./in-page/${name}`, import.meta.url), 'utf8');
  return `(${text.trim().replace(/;$/, '')}\n)`;
}

const probe = readInPage('probe.js');

/** A call of a script in `in-page/` with one argument, as text for the page. */
export function callInPage(name: string, argument: unknown): string {
  return `${readInPage(name)}(${JSON.stringify(argument)})`;
}

/** Opens the browser that audits use. */
export async function openVisitors(): Promise<Visitors> {
  const audit = await openBrowser();
  const first = await audit.newContext();
  const browser = first.browser();
  if (browser === null) throw new Error('The browser gave no connection');
  const page = await first.newPage();
  const userAgent: string = await page.evaluate('navigator.userAgent');
  await first.close();
  const visit = async <T>(options: VisitOptions, step: (visit: Visit) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ userAgent, locale: 'en', viewport: { width: 1280, height: 800 }, ...options.context });
    try {
      return await step(await openVisit(context, options));
    } finally {
      await context.close();
    }
  };
  return { version: audit.version, browser, visit, close: () => audit.close() };
}

async function openVisit(context: BrowserContext, { probe: entry, throttle = 1 }: VisitOptions): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const devtools = await context.newCDPSession(page);
  if (throttle > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  if (entry !== undefined) await page.addInitScript(`${probe}(${JSON.stringify({ accept: entry.accept, banner: entry.banner })})`);
  // Listened for at once: it may be said before the navigation is over.
  const said = page.waitForEvent('console', { predicate: (message) => message.text() === 'bench: usable', timeout: patience });
  said.catch(() => undefined);
  return { context, page, devtools, usable: async () => void (await said) };
}

/** The element that a target means. */
export function find(page: Page, { selector, text }: Target): ReturnType<Page['locator']> {
  const found = page.locator(selector);
  return (text === undefined ? found : found.filter({ hasText: text })).first();
}

/** Clicks the middle of a target with the mouse, without asking the page anything in between. */
export async function click(page: Page, target: Target): Promise<void> {
  const box = await find(page, target).boundingBox();
  if (box === null) throw new Error(`Nothing to click at "${target.selector}"`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Whether something can be seen now. */
export async function isVisible(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).first().isVisible();
}

/** Waits until a condition holds; false when it does not within the time. */
export async function holds(condition: () => Promise<boolean>, within = 3000): Promise<boolean> {
  const end = Date.now() + within;
  for (;;) {
    if (await condition().catch(() => false)) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Lets a page be for a while: what has not happened by then is taken not to happen. */
export async function wait(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
