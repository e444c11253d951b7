// Consent as state that React reads: from the page's one consent state, never a copy of it.
import { connectCandor } from '@candor/client/connect';
import type { Declaration, PurposeIdOf } from '@candor/core';
import { useSyncExternalStore } from 'react';

const candor = connectCandor();
const subscribe = (changed: () => void): (() => void) => candor.on('change', changed);
// A server renders for nobody in particular: what needs a yes comes when the page is there.
const onServer = (): boolean => false;

/** Whether the trackers of a purpose may run now. Renders again in the task in which that changes. */
export function useConsent<D extends Declaration = Declaration>(purpose: PurposeIdOf<D>): boolean {
  return useSyncExternalStore(subscribe, () => candor.granted(purpose), onServer);
}
