// S4: a visitor who closes, scrolls, presses Escape, waits and goes on, which is no answer: every phase stays `unasked`.
import type { Page } from 'playwright-core';
import { callInTop } from '../collect/isolated-world.ts';
import type { Gesture } from '../collect/observation.ts';
import { findDismissal } from '../injected/find-dismissal.ts';
import { openAll } from './answers.ts';
import type { Pages } from './discovery.ts';
import type { Plan, StateVerdict } from './plan.ts';
import { seesQuestion } from './see-question.ts';
import type { Visitor } from './visitor.ts';

const unasked = { during: 'unasked', after: 'unasked' } as const;

/** Leaves the question unanswered in every way there is, one after the other, then looks at the pages. */
export async function visitUnanswered(visitor: Visitor, plan: Plan, pages: Pages): Promise<StateVerdict> {
  if (!(await visitor.open(plan.home.href))) return { status: 'incomplete', note: null };
  if (!(await seesQuestion(visitor, plan))) {
    return { status: 'not-exercised', note: 'No question was found that could be left unanswered' };
  }
  await gesture(visitor, 'scroll', scrollAbout);
  await gesture(visitor, 'wait', async () => undefined);
  await gesture(visitor, 'escape', (page) => page.keyboard.press('Escape'));
  // What Escape put away can be closed once it is asked anew, if it is.
  if (!(await seesQuestion(visitor, plan))) await visitor.open(plan.home.href);
  const closed = await gesture(visitor, 'close', pressDismissal);
  tell(visitor, 'go-on', true);
  await openAll(visitor, plan.home, pages);
  return { status: 'exercised', note: closed ? null : 'Nothing was found that closes the question without answering it' };
}

async function gesture(visitor: Visitor, name: Gesture, work: (page: Page) => Promise<unknown>): Promise<boolean> {
  const done = await visitor.act(work, unasked);
  tell(visitor, name, done);
  return done;
}

function tell(visitor: Visitor, name: Gesture, done: boolean): void {
  visitor.observe({ kind: 'gesture', moment: visitor.recorder.now(), gesture: name, done });
}

async function scrollAbout(page: Page): Promise<void> {
  await page.mouse.move(300, 300);
  for (const by of [600, 600, -400]) await page.mouse.wheel(0, by);
}

async function pressDismissal(page: Page): Promise<boolean> {
  const place = await callInTop<{ x: number; y: number } | null>(page, findDismissal);
  if (place !== null) await page.mouse.click(place.x, place.y);
  return place !== null;
}
