// Counts in memory: what the contract suite and the tests may use in SQLite's place.
import { MeasureError } from '../src/errors.ts';
import type { CountStore, KeyStart, StoredCount } from '../src/store.ts';

/** A memory store; set `failure` to make `add` reject. */
export function createMemoryStore(): CountStore & { failure: MeasureError | null; closed: () => boolean } {
  let counts = new Map<string, StoredCount>();
  let starts: KeyStart[] = [];
  let open = true;
  const store = {
    failure: null as MeasureError | null,
    closed: () => !open,
    add: async (deltas: readonly StoredCount[], keyStarts: readonly KeyStart[]) => {
      if (!open) throw new MeasureError('MEASURE_CLOSED');
      if (store.failure !== null) throw store.failure;
      for (const delta of deltas) {
        const place = JSON.stringify([delta.day, delta.dimension, delta.value]);
        const before = counts.get(place);
        counts.set(place, { ...delta, views: delta.views + (before?.views ?? 0), visitors: delta.visitors + (before?.visitors ?? 0) });
      }
      starts.push(...keyStarts);
    },
    readCounts: async (from: string, to: string) => {
      if (!open) throw new MeasureError('MEASURE_CLOSED');
      const order = ({ day, dimension, value }: StoredCount): string => `${day} ${dimension} ${value}`;
      return [...counts.values()].filter(({ day }) => day >= from && day <= to).sort((one, two) => (order(one) < order(two) ? -1 : 1));
    },
    readKeyStarts: async (from: string, to: string) => starts.filter(({ day }) => day >= from && day <= to),
    prune: async (before: string) => {
      counts = new Map([...counts].filter(([, { day }]) => day >= before));
      starts = starts.filter(({ day }) => day >= before);
    },
    close: async () => {
      open = false;
    },
  };
  return store;
}
