// Four things that a question should do: follow in other tabs, hear the browser's signal, work without scripts, and ask again only when it must.
import type { Page } from 'playwright-core';
import type { Entry, Site, Variant } from '../entry.ts';
import type { Visitors } from '../visits.ts';
import { click, find, holds, isVisible, wait } from '../visits.ts';

/** Yes or no for each. */
export type Behaviour = {
  readonly secondTab: boolean;
  readonly signal: boolean;
  readonly withoutScript: boolean;
  readonly asksAgain: boolean;
};

/** How each entry's page is reached in each variant. */
export type Sites = { readonly [V in Variant]: Site };

// After the load event, on an unslowed processor: several times what the slowest of them needs.
const UNSEEN = 1500;

type Case = { readonly visitors: Visitors; readonly entry: Entry; readonly banner: string; readonly sites: Sites };

/** All four, each on fresh devices. Null for what asks nothing. */
export async function measureBehaviour(visitors: Visitors, entry: Entry, sites: Sites): Promise<Behaviour | null> {
  const { banner } = entry;
  if (banner === null || entry.accept === null || entry.reject === null) return null;
  const all = { visitors, entry, banner, sites };
  // A question that was never seen would read as four times no.
  if (!(await visitors.visit({}, ({ page }) => ask(all, page, sites.base)))) throw new Error('Its question was not seen');
  return {
    secondTab: await followsInSecondTab(all),
    signal: await hearsSignal(all),
    withoutScript: await worksWithoutScript(all),
    asksAgain: await asksAgainWhenItMust(all),
  };
}

/** Opens the page and waits for the question, at most for a while. */
async function ask({ banner }: Case, page: Page, site: Site): Promise<boolean> {
  await page.goto(`${site.origin}/`, { waitUntil: 'load' });
  return holds(() => isVisible(page, banner), UNSEEN);
}

async function answer({ entry, banner }: Case, page: Page, deed: 'accept' | 'reject'): Promise<void> {
  const target = entry[deed];
  if (target === null) return;
  // A question that fades in is clicked when it stands still.
  await wait(entry.deafFor ?? 400);
  await click(page, target);
  await holds(async () => !(await isVisible(page, banner)));
}

const ranInline = async (page: Page): Promise<boolean> => (await page.evaluate('window.benchInline !== undefined')) === true;

/** An open tab takes over what was said in another: its question goes and what waited there runs. */
function followsInSecondTab(all: Case): Promise<boolean> {
  return all.visitors.visit({}, async ({ context, page }) => {
    const second = await context.newPage();
    if (!(await ask(all, page, all.sites.base)) || !(await ask(all, second, all.sites.base))) return false;
    await page.bringToFront();
    await answer(all, page, 'accept');
    return holds(async () => !(await isVisible(second, all.banner)) && (await ranInline(second)), UNSEEN);
  });
}

const signal = `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })`;

/** With Global Privacy Control the question is another one, or is not put, and nothing runs. */
async function hearsSignal(all: Case): Promise<boolean> {
  const wordsOf = (gpc: boolean): Promise<string> =>
    all.visitors.visit(gpc ? { context: { extraHTTPHeaders: { 'Sec-GPC': '1' } } } : {}, async ({ page }) => {
      if (gpc) await page.addInitScript(signal);
      const asked = await ask(all, page, all.sites.base);
      const words = asked ? await page.locator(all.banner).first().innerText() : '';
      return (await ranInline(page)) ? `${words} and it ran` : words;
    });
  const [plain, signalled] = [await wordsOf(false), await wordsOf(true)];
  return plain !== signalled && !signalled.endsWith('and it ran');
}

/** Without scripts the question is there, can be answered with no, and is not put again. */
function worksWithoutScript(all: Case): Promise<boolean> {
  return all.visitors.visit({ context: { javaScriptEnabled: false } }, async ({ page }) => {
    if (!(await ask(all, page, all.sites.base)) || all.entry.reject === null) return false;
    await find(page, all.entry.reject).click();
    await holds(async () => !(await isVisible(page, all.banner)));
    return !(await ask(all, page, all.sites.base));
  });
}

/** After a yes: no question under the same declaration nor after a change of words, and one after a change that matters. */
function asksAgainWhenItMust(all: Case): Promise<boolean> {
  return all.visitors.visit({}, async ({ page }) => {
    if (!(await ask(all, page, all.sites.base))) return false;
    await answer(all, page, 'accept');
    if (await ask(all, page, all.sites.base)) return false;
    if (await ask(all, page, all.sites.cosmetic)) return false;
    return ask(all, page, all.sites.material);
  });
}
