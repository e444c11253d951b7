// What axe finds on the question and on the preference centre.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Entry, Site } from '../entry.ts';
import type { Visitors } from '../visits.ts';
import { holds, isVisible, wait } from '../visits.ts';

/** One rule that is broken, how bad axe calls it, and at how many places. */
export type Violation = { readonly id: string; readonly impact: string; readonly nodes: number };

/** Violations by place; null where there is no such place. */
export type Access = { readonly banner: readonly Violation[] | null; readonly centre: readonly Violation[] | null };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function check(page: Page, selector: string): Promise<readonly Violation[]> {
  const call = `axe.run({ include: [[${JSON.stringify(selector)}]] }, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.length })))`;
  return (await page.evaluate(`(async () => { ${axe}; return ${call}; })()`)) as readonly Violation[];
}

/** All rules of axe, best practices included, on each of both. */
export function measureAccess(visitors: Visitors, entry: Entry, site: Site): Promise<Access> {
  const { banner, preferences } = entry;
  if (banner === null) return Promise.resolve({ banner: null, centre: null });
  return visitors.visit({ probe: entry }, async ({ page, usable }) => {
    await page.goto(`${site.origin}/`, { waitUntil: 'load' });
    await usable();
    await wait(entry.deafFor ?? 400);
    const onBanner = await check(page, banner);
    if (preferences === null) return { banner: onBanner, centre: null };
    await preferences.open(page);
    if (!(await holds(() => isVisible(page, preferences.selector)))) return { banner: onBanner, centre: null };
    // Colours of what still fades in are not those that are read.
    await wait(600);
    return { banner: onBanner, centre: await check(page, preferences.selector) };
  });
}
