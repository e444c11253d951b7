// Starts the browser with third-party cookies allowed and as little noise of its own as possible.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { chromium } from 'playwright-core';
import { AuditError } from '../errors.ts';
import { within } from '../within.ts';
import type { FoundBrowser } from './find.ts';
import { findBundledBrowser, findSystemBrowser } from './find.ts';

/** Which browser to use: the first that is there, only a system one, only the bundled one, a path, or one that is already open. */
export type BrowserChoice = 'auto' | 'system' | 'bundled' | { readonly executablePath: string } | AuditBrowser;

/** What sets a visitor apart: the language, and whether scripts run (they do unless said). */
export type VisitorTraits = { readonly locale?: string; readonly javaScriptEnabled?: boolean };

/** An open browser for audits. `newContext` gives a visitor with an empty device; `close` ends the browser and removes its files. */
export interface AuditBrowser {
  readonly version: string;
  readonly source: FoundBrowser['source'];
  /** False where the operating system's sandbox could not be used, for example as root. */
  readonly sandbox: boolean;
  newContext(options?: VisitorTraits): Promise<BrowserContext>;
  close(): Promise<void>;
}

// Only what keeps the browser from talking on its own; nothing that changes what a page may do.
const flags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-blink-features=AutomationControlled',
];

// Chromium blocks third-party cookies by default; only these preferences, written before the start, allow them.
const preferences = JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } });

/**
 * Opens a browser; `choice` defaults to the environment variable CANDOR_BROWSER (a path, `system` or `bundled`), then to `auto`.
 * Throws an AuditError: AUDIT_NO_BROWSER where there is none, AUDIT_BROWSER_FAILED where it does not start.
 */
export async function openBrowser(choice: Exclude<BrowserChoice, AuditBrowser> = chosenByEnvironment()): Promise<AuditBrowser> {
  const found = await findBrowser(choice);
  if (found === null) throw new AuditError('AUDIT_NO_BROWSER');
  const profile = await mkdtemp(join(tmpdir(), 'candor-audit-'));
  try {
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default', 'Preferences'), preferences);
    const { browser, sandbox } = await start(found, profile);
    const userAgent = await readUserAgent(browser);
    return {
      version: browser.version(),
      source: found.source,
      sandbox,
      newContext: (options = {}) =>
        browser.newContext({
          userAgent,
          locale: options.locale ?? 'en',
          javaScriptEnabled: options.javaScriptEnabled ?? true,
          viewport: { width: 1280, height: 720 },
          acceptDownloads: false,
        }),
      close: async () => {
        await within(browser.close(), 5000, undefined);
        await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
      },
    };
  } catch (cause) {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    if (cause instanceof AuditError) throw cause;
    throw new AuditError('AUDIT_BROWSER_FAILED', { detail: firstLine(cause), cause });
  }
}

function chosenByEnvironment(): Exclude<BrowserChoice, AuditBrowser> {
  const value = process.env['CANDOR_BROWSER'] ?? '';
  if (value === '') return 'auto';
  return value === 'system' || value === 'bundled' || value === 'auto' ? value : { executablePath: value };
}

async function findBrowser(choice: Exclude<BrowserChoice, AuditBrowser>): Promise<FoundBrowser | null> {
  if (typeof choice === 'object') return { executablePath: choice.executablePath, source: 'chosen' };
  const system = choice === 'bundled' ? null : await findSystemBrowser();
  if (system !== null) return { executablePath: system, source: 'system' };
  const bundled = choice === 'system' ? null : await findBundledBrowser();
  return bundled === null ? null : { executablePath: bundled, source: 'bundled' };
}

// The bundled headless shell has no sandbox helper and root may not use one; elsewhere the sandbox is tried first.
async function start(found: FoundBrowser, profile: string): Promise<{ browser: Browser; sandbox: boolean }> {
  const mayUseSandbox = found.source !== 'bundled' && process.getuid?.() !== 0;
  if (mayUseSandbox) {
    const browser = await launch(found, { profile, sandbox: true }).catch(() => null);
    if (browser !== null) return { browser, sandbox: true };
  }
  return { browser: await launch(found, { profile, sandbox: false }), sandbox: false };
}

async function launch(found: FoundBrowser, options: { readonly profile: string; readonly sandbox: boolean }): Promise<Browser> {
  const persistent = await chromium.launchPersistentContext(options.profile, {
    executablePath: found.executablePath,
    headless: true,
    chromiumSandbox: options.sandbox,
    ignoreDefaultArgs: ['--enable-automation'],
    args: flags,
    timeout: 30_000,
  });
  const browser = persistent.browser();
  if (browser === null) throw new AuditError('AUDIT_BROWSER_FAILED', { detail: 'it gave no connection' });
  return browser;
}

// Some sites answer a headless name differently: the audit wants the answer that visitors get.
async function readUserAgent(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const name: string = await page.evaluate('navigator.userAgent');
  await context.close();
  return name.replace('HeadlessChrome', 'Chrome');
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n')[0] ?? text;
}
