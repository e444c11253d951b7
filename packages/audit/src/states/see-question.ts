// Whether the question is on screen and where its controls are, whatever the way in which they were found.
import type { Page } from 'playwright-core';
import { pause } from '../settle.ts';
import { createDeadline, within } from '../within.ts';
import { findControl } from './notice.ts';
import type { Plan } from './plan.ts';
import type { Visitor } from './visitor.ts';

/** A rectangle in CSS pixels, as the viewport shows it. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The ways out of a question that the states look for. */
export type Way = 'accept' | 'reject' | 'preferences';

/** Whether the question is there; where the declaration asks, a late one is waited for. */
export async function seesQuestion(visitor: Visitor, plan: Plan): Promise<boolean> {
  const end = createDeadline(plan.asks ? plan.settling.most / 2 : 0);
  for (;;) {
    if ((await findControl(visitor.page(), 'accept')) !== null) return true;
    if (end.passed()) return false;
    await pause(100);
  }
}

/** A control that was found: where it is (null where it takes no place), and whether pressing it sends a form. */
export type Found = { readonly box: Box | null; readonly submits: boolean };

/** The control for a way, or null where there is none. */
export async function findWay(page: Page, way: Way): Promise<Found | null> {
  const control = await findControl(page, way);
  return control === null ? null : { box: await placeOf(control), submits: control.submits };
}

type Placed = { readonly box?: Box; readonly locator?: { boundingBox(): Promise<Box | null> } };

async function placeOf(control: Placed): Promise<Box | null> {
  return control.box ?? (await within(control.locator?.boundingBox() ?? Promise.resolve(null), 2000, null));
}
