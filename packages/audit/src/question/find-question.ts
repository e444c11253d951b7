// The door: looks at a page until there is a question, or the time for it is over.
import type { Page } from 'playwright-core';
import { pause } from '../settle.ts';
import { createDeadline } from '../within.ts';
import { chooseWay } from './choose-way.ts';
import type { Control, Deed, Question } from './question.ts';
import { readLooseControls, readQuestion } from './read-question.ts';
import { readSight } from './snapshot.ts';

/** `patience`: how many milliseconds a question may come late; 0 looks once. `scroll`: whether to scroll, in its second half, for one that waits for that. */
export type Finding = { readonly patience: number; readonly scroll?: boolean };

const between = 120;
const sightPatience = 6000;

/** The question that a page puts; null where it puts none in time. */
export async function findQuestion(page: Page, { patience, scroll = false }: Finding = { patience: 0 }): Promise<Question | null> {
  const end = createDeadline(patience);
  let down = 1;
  for (;;) {
    const question = await lookForQuestion(page);
    if (question !== null || end.passed() || page.isClosed()) return question;
    if (scroll && end.left() < patience * 0.5) {
      await page.mouse.wheel(0, 300 * down);
      down = -down * 1.2;
    }
    await pause(Math.min(between, end.left()));
  }
}

/** The question on the page now. */
export async function lookForQuestion(page: Page): Promise<Question | null> {
  const sight = await readSight(page, sightPatience);
  return sight === null ? null : readQuestion(sight);
}

/** A control for a deed, in the question or elsewhere on the page; our own hooks first. For `accept` also one that only acknowledges. */
export async function findControl(page: Page, deed: Deed): Promise<Control | null> {
  const sight = await readSight(page, sightPatience);
  if (sight === null) return null;
  const loose = readLooseControls(sight, deed);
  return loose.find(({ by }) => by === 'hook') ?? inQuestion(readQuestion(sight), deed) ?? loose[0] ?? null;
}

function inQuestion(question: Question | null, deed: Deed): Control | null {
  if (question === null) return null;
  const way = deed === 'accept' || deed === 'reject' ? chooseWay(question, deed) : null;
  if (way?.kind === 'answer' && way.control.deed !== 'withdraw') return way.control;
  return question.controls.find((control) => control.deed === deed) ?? null;
}
