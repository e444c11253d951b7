// Does the site still work? Log-in, language choice, search and a write through the API, in the browser as a person would.
import type { AuditBrowser } from '@candor/audit';
import { openBrowser } from '@candor/audit';
import type { Page } from 'playwright-core';
import { demonstrationPassword, editorName } from '../../examples/data-portal/src/index.ts';

/** What was tried, and whether it worked. */
export type Working = { readonly [what: string]: boolean };

async function logIn(page: Page, url: string): Promise<boolean> {
  await page.goto(new URL('/admin/login', url).href);
  await page.fill('#username', editorName);
  await page.fill('#password', demonstrationPassword);
  await page.click('#log-in button');
  await page.waitForSelector('#who');
  return true;
}

async function chooseLanguage(page: Page, url: string): Promise<boolean> {
  await page.goto(url);
  await page.click('.language button[value=fr]');
  await page.waitForSelector('html[lang=fr]');
  return true;
}

async function search(page: Page, url: string): Promise<boolean> {
  await page.goto(url);
  await page.fill('#q', 'beach');
  await page.click('.search button');
  await page.waitForSelector('.card a[href$="beach-water-quality"]');
  return true;
}

// The write that a program with a session does: the token goes back in the header, as the cookie has it.
async function writeByApi(page: Page, url: string): Promise<boolean> {
  await page.goto(new URL('/admin/', url).href);
  return page.evaluate(async () => {
    const token = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const response = await fetch('/api/v2/catalog/datasets/street-trees', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'x-csrftoken': token },
      body: JSON.stringify({ title: { en: 'Street trees' } }),
    });
    return response.ok;
  });
}

async function tryInBrowser(browser: AuditBrowser, url: string): Promise<Working> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const works: { [what: string]: boolean } = {};
  const journeys = { 'log-in': logIn, 'language choice': chooseLanguage, search, 'API write': writeByApi };
  for (const [what, journey] of Object.entries(journeys)) {
    works[what] = await journey(page, url).catch(() => false);
  }
  await context.close();
  return works;
}

/** Tries everything on the site at this address. */
export async function tryWorking(url: string): Promise<Working> {
  const browser = await openBrowser();
  try {
    return await tryInBrowser(browser, url);
  } finally {
    await browser.close();
  }
}
