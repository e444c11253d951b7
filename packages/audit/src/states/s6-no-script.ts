// S6: a visitor whose browser runs no scripts.
import type { Page } from 'playwright-core';
import { callInTop } from '../collect/isolated-world.ts';
import { isPlainControl } from '../injected/plain-control.ts';
import { within } from '../within.ts';
import { openAll } from './answers.ts';
import type { Pages } from './discovery.ts';
import type { Plan, StateVerdict } from './plan.ts';
import type { Way } from './see-question.ts';
import { findWay } from './see-question.ts';
import type { Visitor } from './visitor.ts';

const ways: readonly Way[] = ['accept', 'reject', 'preferences'];

/** Visits the pages, and notes which ways to answer are there and are forms or links, which work without a script. */
export async function visitWithoutScripts(visitor: Visitor, plan: Plan, pages: Pages): Promise<StateVerdict> {
  if (!(await visitor.open(plan.home.href))) return { status: 'incomplete', note: null };
  for (const way of ways) {
    const { found, usable } = await tryWay(visitor.page(), way);
    visitor.observe({ kind: 'reach', moment: visitor.recorder.now(), condition: 'no-script', way, found, usable });
  }
  await openAll(visitor, plan.home, pages);
  return { status: 'exercised', note: null };
}

async function tryWay(page: Page, way: Way): Promise<{ readonly found: boolean; readonly usable: boolean | null }> {
  const found = await findWay(page, way);
  if (found === null) return { found: false, usable: null };
  if (found.submits || found.box === null) return { found: true, usable: found.submits };
  const { x, y, width, height } = found.box;
  return { found: true, usable: await within(callInTop<boolean>(page, isPlainControl, x + width / 2, y + height / 2), 2000, null) };
}
