import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCanaryAlive } from '../src/browser/canary.ts';
import { findBundledBrowser } from '../src/browser/find.ts';
import type { AuditBrowser } from '../src/browser/open.ts';
import { openBrowser } from '../src/browser/open.ts';
import { runAudit } from '../src/run-audit.ts';
import { openShop } from './sites/shop.ts';
import { shopDeclaration } from './sites/shop-declaration.ts';

let browser: AuditBrowser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const quick = { quiet: 100, least: 100, most: 2000 };

// A browser whose visitors never receive what the canary's site sends.
function deafTo(pattern: string): AuditBrowser {
  return {
    ...browser,
    newContext: async (options) => {
      const context = await browser.newContext(options);
      await context.route(pattern, (route) => route.abort());
      return context;
    },
  };
}

test('A1 a browser that is not there or does not start is a coded error that says what to do', async () => {
  await expect(openBrowser({ executablePath: '/bin/false' })).rejects.toMatchObject({
    code: 'AUDIT_BROWSER_FAILED',
    message: expect.stringContaining('CANDOR_BROWSER'),
  });
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    const system = await openBrowser('system').catch((cause: unknown) => cause);
    if (process.platform === 'linux')
      expect(system).toMatchObject({ code: 'AUDIT_NO_BROWSER', message: expect.stringContaining('install Chromium') });
  } finally {
    process.env['PATH'] = path;
  }
});

test('A1 without a browser a run is inconclusive and says why', async () => {
  const report = await runAudit({
    url: 'http://shop.localhost:1/',
    declaration: shopDeclaration,
    browser: { executablePath: '/bin/false' },
  });
  expect(report).toMatchObject({ conclusion: 'inconclusive', findings: [], states: [], browser: { version: null } });
  expect(report.reasons).toEqual([expect.stringMatching(/^AUDIT_BROWSER_FAILED: /)]);
});

test('A2 a third-party cookie arrives, and where it does not the run is inconclusive', async () => {
  const shop = await openShop();
  try {
    expect(await isCanaryAlive(browser)).toBe(true);
    const deaf = deafTo('http://candor-canary.localhost:*/**');
    expect(await isCanaryAlive(deaf)).toBe(false);
    const report = await runAudit({
      url: shop.url,
      declaration: shopDeclaration,
      states: ['S0'],
      pages: 0,
      browser: deaf,
      settling: quick,
    });
    expect(report).toMatchObject({ conclusion: 'inconclusive', browser: { canary: false } });
    expect(report.reasons).toEqual([expect.stringMatching(/^AUDIT_CANARY_MISSING: /)]);
  } finally {
    await shop.close();
  }
});

test('A3 a visitor looks like one', async () => {
  const context = await browser.newContext({ locale: 'fr' });
  const page = await context.newPage();
  expect(await page.evaluate(() => navigator.userAgent)).not.toMatch(/headless/i);
  expect(await page.evaluate(() => navigator.webdriver)).toBe(false);
  expect(await page.evaluate(() => navigator.language)).toBe('fr');
  await context.close();
});

test('A4 the bundled browser is unpacked once, for this user only', async () => {
  const [one, other] = await Promise.all([findBundledBrowser(), findBundledBrowser()]);
  if (one === null) {
    console.warn('The bundled browser is not installed: A4 was not tested');
    return;
  }
  expect(other).toBe(one);
  const folder = await stat(dirname(one));
  expect(folder.mode & 0o022).toBe(0);
  expect(folder.uid).toBe(process.getuid?.());
});
