// How long what is kept is kept. The README's table says the same.
import type { Store } from '../drivers/store.ts';
import { isoDay } from '../words/dates.ts';

/** Days after which the journal's entries and the counts of choices are removed. */
export const retentionDays: { readonly journal: number; readonly choiceCounts: number } = { journal: 365, choiceCounts: 760 };

/** Removes what is past its time; done at each start and each log-in. `at` is Unix seconds. */
export async function removeExpired(store: Store, at: number, timeZone: string): Promise<void> {
  await store.sessions.removeExpired(at);
  await store.deeds.removeBefore(at - retentionDays.journal * 86_400);
  await store.choiceCounts.removeBefore(isoDay(at, timeZone, -retentionDays.choiceCounts));
}
