// S10: a visitor who allows one purpose and nothing else, where the question has switches or the site has its own preferences page.
import type { Page } from 'playwright-core';
import { callInTop } from '../collect/isolated-world.ts';
import type { Switches } from '../injected/switches.ts';
import { turnOne } from '../injected/switches.ts';
import { within } from '../within.ts';
import { openAll } from './answers.ts';
import type { Pages } from './discovery.ts';
import type { Plan, StateVerdict } from './plan.ts';
import { findWay, seesQuestion } from './see-question.ts';
import type { Visitor } from './visitor.ts';

// With one switch there is no "one purpose only".
const leastSwitches = 2;

// What one purpose allows is between a yes and a no: until a rule asks which, either is taken for allowed.
const between = { during: 'accepting', after: 'accepting' } as const;

/** Turns one switch on, the others off, saves, and visits the pages. */
export async function visitAllowingOne(visitor: Visitor, plan: Plan, pages: Pages): Promise<StateVerdict> {
  if (!(await visitor.open(plan.home.href))) return { status: 'incomplete', note: null };
  const switches = await findSwitches(visitor, plan);
  if (switches === null) return { status: 'not-exercised', note: 'No question with switches for single purposes was found' };
  if (!plan.mayInteract) {
    visitor.report({ code: 'AUDIT_NEEDS_INTERACT', message: 'Saving a choice of one purpose may send a form: allow it with --interact' });
    return { status: 'incomplete', note: null };
  }
  // They may go away between the look and the turn.
  const done = await visitor.act(
    async (page) => (await callInTop<Switches | null>(page, turnOne, leastSwitches, 'turn')) !== null,
    between,
  );
  if (!done) {
    visitor.report({ code: 'AUDIT_STEP_FAILED', message: 'The choice of one purpose could not be saved' });
    return { status: 'incomplete', note: null };
  }
  visitor.observe({ kind: 'one-purpose', moment: visitor.recorder.now(), purpose: switches.first, of: switches.count });
  await openAll(visitor, plan.home, pages);
  return { status: 'exercised', note: null };
}

// On the first layer, on the second, or on the page that the declaration names.
async function findSwitches(visitor: Visitor, plan: Plan): Promise<Switches | null> {
  if (await seesQuestion(visitor, plan)) {
    const here = await look(visitor.page());
    if (here !== null) return here;
    const box = (await findWay(visitor.page(), 'preferences'))?.box ?? null;
    if (box !== null) {
      const unasked = { during: 'unasked', after: 'unasked' } as const;
      await visitor.act((page) => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2), unasked);
      const inside = await look(visitor.page());
      if (inside !== null) return inside;
    }
  }
  if (plan.declaration === null) return null;
  await visitor.open(new URL(`${plan.declaration.site.prefix}/preferences`, plan.home).href);
  return await look(visitor.page());
}

async function look(page: Page): Promise<Switches | null> {
  return await within(callInTop<Switches | null>(page, turnOne, leastSwitches, 'look'), 3000, null);
}
