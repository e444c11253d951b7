// What another tool kept on this device, read once where there is no server to read it.
import type { Declaration } from '@candor/core';
import { adoptForeignChoice, choiceLine, foreignRemovals, readForeignChoices, resolveTerms, scanCookieHeader } from '@candor/core';
import { heldChoice } from './local-office.ts';
import { takeOver } from './more/answer.ts';
import { wordsOf } from './more/words.ts';
import type { Page } from './page.ts';
import type { StaticState, StaticWords } from './static-plan.ts';

/** Takes over a refusal or a matching yes, removes the old record, and gives back whether the question is still to be put. */
export async function adoptForeign(page: Page): Promise<boolean> {
  const { env, state, asker } = page;
  const { terms } = state as StaticState;
  const local = (key: string): string | null => env.window.localStorage.getItem(key);
  const held = heldChoice(env);
  const found = held === null ? readForeignChoices({ cookies: scanCookieHeader(env.readCookies()), local }) : [];
  const now = env.now();
  // The first look at the choice was a quick one.
  const resolve = (choice: typeof held): void => takeOver(page, resolveTerms(terms, { choice, gpc: asker.consent.gpc, now }));
  if (found.length === 0) resolve(held);
  if (found.length === 0) return asker.consent.ask;
  const { adopting } = (await wordsOf(page)) as unknown as StaticWords;
  const { declaration: declarationId } = state.enforcement;
  const choice = adoptForeignChoice(adopting as Declaration, { found, profile: terms.profile, declarationId, now });
  if (choice !== null) env.writeCookie(choiceLine(terms, choice, now));
  const removals = foreignRemovals(found, { host: env.location.hostname });
  for (const line of removals.lines) env.writeCookie(line);
  for (const key of removals.local) env.window.localStorage.removeItem(key);
  resolve(choice);
  return asker.consent.ask;
}
