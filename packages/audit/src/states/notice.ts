// Finds the controls of a notice: by the hooks that our own notices carry, else by the words of its buttons.
import type { Frame, Locator, Page } from 'playwright-core';
import type { ControlContext } from '../injected/consent-context.ts';
import { describeControl } from '../injected/consent-context.ts';
import { within } from '../within.ts';
import type { Wish } from './lexicon.ts';
import { consentWords, labels } from './lexicon.ts';

/** A control that can be pressed. `submits` says that pressing it sends a form. */
export type Control = { readonly locator: Locator; readonly by: 'hook' | 'words'; readonly submits: boolean };

// Only a page that hangs uses it up.
const patience = 6000;

/** The first visible control for a wish, in any frame; null where there is none. */
export async function findControl(page: Page, wish: Wish): Promise<Control | null> {
  return (await within(findByHook(page, wish), patience, null)) ?? (await within(findByWords(page, wish), patience, null));
}

async function findByHook(page: Page, wish: Wish): Promise<Control | null> {
  for (const locator of await page.locator(`[data-candor="${wish}"]`).all()) {
    if (await locator.isVisible()) return { locator, by: 'hook', submits: (await describe(locator)).submits };
  }
  return null;
}

async function findByWords(page: Page, wish: Wish): Promise<Control | null> {
  for (const frame of page.frames()) {
    for (const locator of await candidates(frame, wish)) {
      if (!(await locator.isVisible())) continue;
      const context = await describe(locator);
      if (context.aboutConsent) return { locator, by: 'words', submits: context.submits };
    }
  }
  return null;
}

async function candidates(frame: Frame, wish: Wish): Promise<readonly Locator[]> {
  const name = labels[wish];
  return [...(await frame.getByRole('button', { name }).all()), ...(await frame.getByRole('link', { name }).all())].slice(0, 10);
}

function describe(locator: Locator): Promise<ControlContext> {
  return locator.evaluate(describeControl, consentWords);
}
