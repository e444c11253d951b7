// The order of the page follows from what is declared, never from how a file happens to list it: equal ids print equal pages.
import type { Category, Declaration, Purpose, Tracker } from '../declaration/types.ts';
import { own } from './lookup.ts';

/** The categories in the order of the page. */
export const categoryOrder: readonly Category[] = ['necessary', 'preferences', 'statistics', 'marketing'];

/** A purpose with its id. */
export type NamedPurpose = { readonly id: string; readonly purpose: Purpose };

/** A tracker with its id, its purposes by number, and the category it is shown under: the one that needs the most care. */
export type NamedTracker = {
  readonly id: string;
  readonly tracker: Tracker;
  readonly purposes: readonly NamedPurpose[];
  readonly category: Category;
};

/** Purposes by their number. */
export function orderPurposes(declaration: Declaration): readonly NamedPurpose[] {
  return Object.entries(declaration.purposes)
    .map(([id, purpose]) => ({ id, purpose }))
    .sort((a, b) => a.purpose.number - b.purpose.number);
}

/** Trackers by the lowest number among their purposes, then by id. */
export function orderTrackers(declaration: Declaration): readonly NamedTracker[] {
  return Object.entries(declaration.trackers)
    .map(([id, tracker]) => nameTracker(declaration, id, tracker))
    .sort((a, b) => firstNumber(a) - firstNumber(b) || compare(a.id, b.id));
}

function nameTracker(declaration: Declaration, id: string, tracker: Tracker): NamedTracker {
  const purposes = tracker.purposes
    .flatMap((purposeId) => {
      const purpose = own(declaration.purposes, purposeId);
      return purpose === null ? [] : [{ id: purposeId, purpose }];
    })
    .sort((a, b) => a.purpose.number - b.purpose.number);
  const ranks = purposes.map(({ purpose }) => categoryOrder.indexOf(purpose.category));
  return { id, tracker, purposes, category: categoryOrder[Math.max(0, ...ranks)] ?? 'necessary' };
}

function firstNumber({ purposes }: NamedTracker): number {
  return purposes[0]?.purpose.number ?? Number.MAX_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
