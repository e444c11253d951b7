// Whether a withdrawal should have the browser clear this origin's web storage as a whole, which works without a script.
import type { ConsentState, Declaration, Tracker } from '@candor/core';

/**
 * True where web storage is declared under what was just withdrawn, and none under anything that may still run: the header knows
 * no names, so with some left to keep the sweep by name in the page has to do.
 */
export function storageToClear(declaration: Declaration, before: ConsentState, after: ConsentState): boolean {
  const stored = Object.values(declaration.trackers).filter((tracker) => tracker.kind !== 'cookie' && tracker.kind !== 'request');
  const withdrawn = stored.filter((tracker) => isAllowed(tracker, before) && !isAllowed(tracker, after));
  return withdrawn.length > 0 && !stored.some((tracker) => isAllowed(tracker, after));
}

function isAllowed(tracker: Tracker, consent: ConsentState): boolean {
  return tracker.purposes.some((purpose) => Object.hasOwn(consent.purposes, purpose) && consent.purposes[purpose]?.allowed === true);
}
