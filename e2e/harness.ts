// One running system for a file of journeys: portal, embed host, guard, platform, ledger and measure, in a folder of its own.
import { request } from 'node:http';
import { join } from 'node:path';
import type { AuditBrowser } from '@candor/audit';
import { openBrowser } from '@candor/audit';
import { createTemporaryFolder } from '@candor/testkit';
import type { System } from 'candor/system';
import { startSystem } from 'candor/system';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { LieName } from '../examples/lying-portal/src/index.ts';
import { portalDeclaration, portalSteps, startPortal } from '../scripts/demo/portal.ts';

/** A running system. `origin` is what visitors type, without a slash at its end; `cookies` is the prefix of the front office. */
export type Stand = {
  readonly origin: string;
  readonly cookies: string;
  readonly system: System;
  /** The portal itself, with no guard in front. */
  readonly upstream: string;
  readonly dataDirectory: string;
  close(): Promise<void>;
};

/** Starts the portal, or its twin with some lies, behind the guard with everything that the command wires. */
export async function startStand(lies: readonly LieName[] = []): Promise<Stand> {
  const folder = await createTemporaryFolder();
  const portal = await startPortal({ port: 0, lies, bare: false });
  const address = { origin: '' };
  const system = await startSystem({
    declaration: portalDeclaration(),
    upstream: portal.upstream,
    dataDirectory: join(folder.path, 'data'),
    mode: 'enforce',
    steps: await portalSteps(),
    listen: async (guard) => {
      const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
      address.origin = `http://portal.localhost:${port}`;
      return { publicOrigin: address.origin };
    },
  });
  return {
    origin: address.origin,
    cookies: `${address.origin}${system.declaration.declaration.site.prefix}`,
    system,
    upstream: portal.upstream,
    dataDirectory: join(folder.path, 'data'),
    close: async () => {
      await system.close();
      await portal.close();
      await folder.remove();
    },
  };
}

/** The audit's browser, able to make visitors of any kind: without scripts, with a signal, with a small screen. */
export type Visitors = {
  readonly audit: AuditBrowser;
  /** A visitor with an empty device and the user agent of an ordinary browser. */
  come(options?: BrowserContextOptions): Promise<Visitor>;
  close(): Promise<void>;
};

/** One visitor's device. `requests` is every address that any of its pages asked for and that was not kept back by a policy. */
export type Visitor = { readonly context: BrowserContext; readonly page: Page; readonly requests: readonly string[] };

/** Opens the browser; every visitor leaves with it. */
export async function openVisitors(): Promise<Visitors> {
  const audit = await openBrowser();
  const { browser, userAgent } = await readBrowser(audit);
  return {
    audit,
    come: async (options = {}) => {
      const context = await browser.newContext({ userAgent, locale: 'en', viewport: { width: 1280, height: 800 }, ...options });
      const requests: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      context.on('requestfailed', (request) => {
        if (request.failure()?.errorText === 'csp') requests.splice(requests.lastIndexOf(request.url()), 1);
      });
      return { context, page: await context.newPage(), requests };
    },
    close: () => audit.close(),
  };
}

async function readBrowser(audit: AuditBrowser): Promise<{ readonly browser: Browser; readonly userAgent: string }> {
  const context = await audit.newContext();
  const browser = context.browser();
  if (browser === null) throw new Error('The audit browser gave no connection');
  const page = await context.newPage();
  const userAgent = await page.evaluate(() => navigator.userAgent);
  await context.close();
  return { browser, userAgent };
}

/** Names of the cookies that a device holds, of every host, sorted. */
export async function heldNames(context: BrowserContext): Promise<readonly string[]> {
  return (await context.cookies()).map(({ name }) => name).sort();
}

/** Addresses of the embed host among those asked for. */
export function toEmbed(requests: readonly string[]): readonly string[] {
  return requests.filter((url) => new URL(url).hostname === 'embed.localhost');
}

/** A dataset whose records have places, so that its page has a map. */
export const mapDataset = '/datasets/street-trees';

/** Answers the banner on the page that is open and waits until it is gone. */
export async function answerBanner(page: Page, answer: 'accept' | 'reject'): Promise<void> {
  await page.click(`#candor-notice [data-candor="${answer}"]`);
  await page.waitForSelector('#candor-notice', { state: 'detached' });
}

/** Page views that the public statistics show, asked for by a program, which is not counted. */
export async function readViews(stand: Stand): Promise<number> {
  const { text } = await ask(stand.origin, `${stand.system.declaration.declaration.site.prefix}/statistics`);
  const [, views] = /<dt>Page views<\/dt><dd>([\d,]+)<\/dd>/.exec(text) ?? [];
  return Number((views ?? '0').replaceAll(',', ''));
}

/** What a program got for an answer. */
export type Answer = { readonly status: number; readonly setCookies: readonly string[]; readonly text: string };

/** What a program asks. */
export type Ask = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** A request without a browser. The connection goes to the loopback address, the site's name into the Host header, which `fetch` would not do. */
export function ask(origin: string, path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  const { host, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { host, 'user-agent': 'curl/8.0', ...headers } };
    const asked = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, setCookies: response.headers['set-cookie'] ?? [], text }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
