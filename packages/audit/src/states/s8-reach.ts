// S8: visitors with a keyboard alone, with a screen 320 px wide, and at 400 %: can the question be reached and answered?
import type { Page } from 'playwright-core';
import { callInTop } from '../collect/isolated-world.ts';
import type { ReachCondition } from '../collect/observation.ts';
import { findFocus } from '../injected/focused.ts';
import { within } from '../within.ts';
import { visitRejecting } from './answers.ts';
import type { Plan, StateVerdict } from './plan.ts';
import type { Box, Way } from './see-question.ts';
import { findWay, seesQuestion } from './see-question.ts';
import type { Visitor } from './visitor.ts';

// WCAG 1.4.10: 1280 × 720 at 400 % is 320 × 180 in CSS pixels.
const screens: { readonly [C in 'narrow' | 'zoomed']: { readonly width: number; readonly height: number } } = {
  narrow: { width: 320, height: 640 },
  zoomed: { width: 320, height: 180 },
};

// A question that comes behind so many stops is not reached by anybody.
const mostStops = 60;

/** Tries each condition on an empty device; the facts are observations. */
export async function visitWithLess(visitor: Visitor, plan: Plan): Promise<StateVerdict> {
  if (!(await visitor.open(plan.home.href))) return { status: 'incomplete', note: null };
  if (!(await seesQuestion(visitor, plan))) return { status: 'not-exercised', note: 'No question was found that could be reached' };
  await tryKeyboard(visitor, plan);
  for (const condition of ['narrow', 'zoomed'] as const) {
    await emptyDevice(visitor);
    await visitor.page().setViewportSize(screens[condition]);
    await tryScreen(visitor, plan, condition);
  }
  return { status: 'exercised', note: null };
}

async function tryKeyboard(visitor: Visitor, plan: Plan): Promise<void> {
  const page = visitor.page();
  const ways = ['accept', 'preferences', 'reject'] as const;
  const found = await Promise.all(ways.map(async (way) => [way, await findWay(page, way)] as const));
  const boxes = found.flatMap(([way, one]) => (one?.box ? [[way, one.box] as const] : []));
  const stops = await walk(
    page,
    boxes.map(([, box]) => box),
  );
  const reached = new Set(boxes.filter((_one, index) => stops.includes(index)).map(([way]) => way));
  for (const [way, one] of found) tell(visitor, 'keyboard', { way, found: one !== null, usable: one === null ? null : reached.has(way) });
  const reject = found.find(([way]) => way === 'reject')?.[1];
  if (!reached.has('reject') || reject === null || reject === undefined || (reject.submits && !plan.mayInteract)) return;
  // The walk ended on one of them: where it is this one, it is pressed as well.
  if (boxes[stops.at(-1) ?? -1]?.[0] !== 'reject') return;
  const gone = await visitor.act((one) => one.keyboard.press('Enter'), { during: 'rejecting', after: 'rejected' });
  if (!gone || (await findWay(visitor.page(), 'accept')) === null) return;
  tell(visitor, 'keyboard', { way: 'reject', found: true, usable: false });
}

// The indexes of the boxes that the focus came to, in order; it stops on the last one, which is the way to reject where there is one.
async function walk(page: Page, boxes: readonly Box[]): Promise<readonly number[]> {
  const stops: number[] = [];
  for (let press = 0; press < mostStops && stops.length < boxes.length; press += 1) {
    await within(page.keyboard.press('Tab'), 2000, undefined);
    const focus = await within(callInTop<Box | null>(page, findFocus), 2000, null);
    const at = focus === null ? -1 : boxes.findIndex((box) => isSame(box, focus));
    if (at >= 0 && !stops.includes(at)) stops.push(at);
  }
  return stops;
}

function isSame(one: Box, other: Box): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 3;
  return near(one.x, other.x) && near(one.width, other.width) && near(one.height, other.height) && near(one.y, other.y);
}

async function tryScreen(visitor: Visitor, plan: Plan, condition: 'narrow' | 'zoomed'): Promise<void> {
  if (!(await visitor.open(plan.home.href))) return;
  for (const way of ['accept', 'preferences'] as const) {
    tell(visitor, condition, { way, found: (await findWay(visitor.page(), way)) !== null, usable: null });
  }
  const reject = await findWay(visitor.page(), 'reject');
  // What cannot be pressed here is what this state is to find out, not a fault of the audit.
  const outcome = await visitRejecting({ ...visitor, report: () => undefined }, plan, []);
  const kept = reject !== null && reject.submits && !plan.mayInteract;
  tell(visitor, condition, { way: 'reject', found: reject !== null, usable: kept ? null : outcome === 'answered' });
}

type Reach = { readonly way: Way; readonly found: boolean; readonly usable: boolean | null };

function tell(visitor: Visitor, condition: ReachCondition, reach: Reach): void {
  visitor.observe({ kind: 'reach', moment: visitor.recorder.now(), condition, ...reach });
}

// The next condition is another visitor's: nothing is left of the answer before.
async function emptyDevice(visitor: Visitor): Promise<void> {
  const page = visitor.page();
  const context = page.context();
  const origin = new URL(page.url()).origin;
  await within(context.clearCookies(), 3000, undefined);
  const session = await within(context.newCDPSession(page), 3000, null);
  if (session !== null) {
    await within(session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }), 3000, undefined);
    await within(page.evaluate('sessionStorage.clear()'), 3000, undefined);
    await session.detach().catch(() => undefined);
  }
  visitor.recorder.enter('unasked');
}
