// S7: a visitor who rejected comes back on another day: what is asked again, and what is given a longer life.
import type { BrowserContext, Cookie } from 'playwright-core';
import type { CookieIdentity } from '../collect/cookie-line.ts';
import { identityKey } from '../collect/cookie-line.ts';
import { callInPage } from '../collect/page-script.ts';
import { shiftClock } from '../injected/shift-clock.ts';
import { within } from '../within.ts';
import { openAll, visitRejecting } from './answers.ts';
import type { Pages } from './discovery.ts';
import type { Plan, StateVerdict } from './plan.ts';
import { seesQuestion } from './see-question.ts';
import type { Visitor } from './visitor.ts';

// Shorter than any interval after which a regulator lets a site ask again, longer than a visit.
const days = 30;
const day = 86_400;

/** Rejects, comes back after 30 days, and visits the pages. */
export async function visitAgain(visitor: Visitor, plan: Plan, pages: Pages): Promise<StateVerdict> {
  const outcome = await visitRejecting(visitor, plan, []);
  if (outcome === 'failed') return { status: 'incomplete', note: null };
  const context = visitor.page().context();
  const shifted = await within(moveClock(context, days * day), 5000, null);
  if (shifted === null) return { status: 'incomplete', note: 'The clock could not be moved' };
  if (!(await visitor.open(plan.home.href))) return { status: 'incomplete', note: null };
  if (outcome === 'answered') {
    const asked = await seesQuestion(visitor, { ...plan, asks: false });
    visitor.observe({ kind: 'asked-again', moment: visitor.recorder.now(), answer: 'rejected', days, asked });
  }
  await openAll(visitor, plan.home, pages);
  const after = await within(context.cookies(), 5000, []);
  for (const { name, domain, path, seconds } of findExtended(shifted, after)) {
    visitor.observe({ kind: 'extended', moment: visitor.recorder.now(), name, domain, path, seconds });
  }
  const note = `The clock of scripts and the ends of cookies were moved by ${days} days, the server's clock was not`;
  return { status: 'exercised', note: outcome === 'answered' ? note : `${note}; no question was found to answer before` };
}

type Ending = CookieIdentity & { readonly expires: number };

/** The cookies of `after` that end later than the same ones in `before` did, by more than an hour. Ends in Unix seconds, below 0: never. */
export function findExtended(
  before: readonly Ending[],
  after: readonly Ending[],
): readonly (CookieIdentity & { readonly seconds: number })[] {
  const ends = new Map(before.map((cookie) => [identityKey(cookie), cookie.expires]));
  return after.flatMap(({ name, domain, path, expires }) => {
    const end = ends.get(identityKey({ name, domain, path }));
    const seconds = end === undefined || end < 0 || expires < 0 ? 0 : Math.round(expires - end);
    return seconds > 3600 ? [{ name, domain, path, seconds }] : [];
  });
}

// As if `seconds` had gone by and the browser had been closed: every end is nearer by so much, and sessions are over.
async function moveClock(context: BrowserContext, seconds: number): Promise<readonly Cookie[]> {
  const now = Date.now() / 1000;
  const held = await context.cookies();
  const left = held
    .filter((cookie) => cookie.expires >= 0 && cookie.expires - seconds > now)
    .map((cookie) => ({ ...cookie, expires: cookie.expires - seconds }));
  await context.clearCookies();
  if (left.length > 0) await context.addCookies(left);
  await context.addInitScript({ content: callInPage(shiftClock, seconds * 1000) });
  return left;
}
