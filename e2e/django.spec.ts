// Journeys in the browser over a real Django behind the guard. Without a Django they are skipped, loudly.
import type { Library } from '@candor-example/django';
import { findDjango, noDjango, startLibrary } from '@candor-example/django';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor, Visitors } from './harness.ts';
import { answerBanner, heldNames, openVisitors } from './harness.ts';

const found = await findDjango();
if (found === null) console.warn(`SKIPPED: ${noDjango}`);

/** What a policy stopped, as the page itself was told: directive and what was blocked. */
async function listenForViolations({ context }: Visitor): Promise<(page: Page) => Promise<readonly string[]>> {
  await context.addInitScript(() => {
    const kept = (): string[] => JSON.parse(window.name === '' ? '[]' : window.name) as string[];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      window.name = JSON.stringify([...kept(), `${effectiveDirective} ${blockedURI}`]);
    });
  });
  return async (page) => JSON.parse((await page.evaluate(() => window.name)) || '[]') as readonly string[];
}

describe.skipIf(found === null)('Django', () => {
  let library: Library;
  let visitors: Visitors;

  beforeAll(async () => {
    [library, visitors] = await Promise.all([startLibrary({ port: 0 }), openVisitors()]);
  });
  afterAll(async () => {
    await visitors?.close();
    await library?.close();
  });

  test('W7 a refusal, and a day at the librarian’s desk', async () => {
    const { guarded, django, stranger } = library;
    const visitor = await visitors.come();
    const { page, context } = visitor;
    const violations = await listenForViolations(visitor);
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));

    await page.goto(`${guarded.origin}/`);
    await answerBanner(page, 'reject');
    expect(await heldNames(context)).toEqual(['cookies_preferences']);
    await page.goto(`${guarded.origin}/`);
    expect(await page.locator('#candor-notice').count()).toBe(0);
    // Twice the page asked for the stranger's script, and nothing else was stopped.
    const script = `script-src-elem ${stranger.script}`;
    expect(new Set(await violations(page))).toEqual(new Set([script]));
    await page.evaluate(() => {
      window.name = '';
    });

    await page.goto(`${guarded.origin}/admin/`);
    await page.fill('#id_username', 'librarian');
    await page.fill('#id_password', django.password);
    await page.click('[type=submit]');
    await page.click('a[href="/admin/library/book/add/"]');
    await page.fill('#id_title', 'The Lighthouse');
    await page.fill('#id_author', 'D. Lamp');
    await page.click('[name=_continue]');
    await page.waitForSelector('.messagelist .success');
    // The list of tables stays as it was left, and selecting all needs the admin's scripts.
    await page.click('#toggle-nav-sidebar');
    const shift = await page.getAttribute('#main', 'class');
    await page.goto(`${guarded.origin}/admin/library/book/`);
    expect(await page.getAttribute('#main', 'class')).toBe(shift);
    await page.check('#action-toggle');
    await page.waitForSelector('#result_list tr.selected');
    expect(await page.locator('#result_list').textContent()).toContain('The Lighthouse');

    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await heldNames(context)).toEqual(['cookies_preferences', 'csrftoken', 'sessionid']);
    expect(stranger.asked).toEqual([]);
    expect(visitor.requests.filter((url) => new URL(url).host !== new URL(guarded.origin).host)).toEqual([]);
    await context.close();
  });

  test('W7 without the guard the same pages do what they do not declare', async () => {
    const { django, stranger } = library;
    const { page, context } = await visitors.come();
    await page.goto(django.url.replace('127.0.0.1', 'library.localhost'));
    await page.waitForFunction(() => document.cookie.includes('_stranger='));
    expect(await heldNames(context)).toEqual(['_stranger', '_stranger_id', '_visitor_stats', 'library_visits']);
    expect(stranger.asked).toContain('/visit.js');
    await context.close();
  });
});
