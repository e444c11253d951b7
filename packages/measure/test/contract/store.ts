// The suite every store of counts passes.
import { expect, test } from 'vitest';
import type { CountStore } from '../../src/store.ts';

const cell = { day: '2026-11-23', dimension: 'path', value: '/é', views: 5, visitors: 3 };
const whole = { day: '2026-11-23', dimension: '', value: '', views: 9, visitors: 4 };

/** Runs the suite on stores that `open` makes, each new and empty. */
export function describeStore(name: string, open: () => Promise<CountStore>): void {
  test(`M9 ${name}: what is added is summed by day, dimension and value`, async () => {
    const store = await open();
    await store.add([cell, whole], [{ day: cell.day, at: 7 }]);
    await store.add(
      [
        { ...cell, views: 2, visitors: 1 },
        { ...cell, day: '2026-11-24' },
      ],
      [{ day: cell.day, at: 9 }],
    );
    expect(await store.readCounts('2026-11-23', '2026-11-23')).toEqual([whole, { ...cell, views: 7, visitors: 4 }]);
    expect(await store.readCounts('2026-11-24', '2026-11-30')).toEqual([{ ...cell, day: '2026-11-24' }]);
    expect(await store.readCounts('2026-11-01', '2026-11-22')).toEqual([]);
    expect(await store.readKeyStarts('2026-11-23', '2026-11-24')).toEqual([
      { day: cell.day, at: 7 },
      { day: cell.day, at: 9 },
    ]);
    await store.close();
  });

  test(`M11 ${name}: pruning deletes the days before, and only those`, async () => {
    const store = await open();
    await store.add(
      [cell, { ...cell, day: '2026-11-22' }, { ...whole, day: '2026-11-21' }],
      [
        { day: '2026-11-21', at: 1 },
        { day: '2026-11-23', at: 2 },
      ],
    );
    await store.prune('2026-11-22');
    expect((await store.readCounts('2000-01-01', '2100-01-01')).map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23']);
    expect(await store.readKeyStarts('2000-01-01', '2100-01-01')).toEqual([{ day: '2026-11-23', at: 2 }]);
    await store.close();
  });

  test(`M17 ${name}: a closed store refuses to work, and closes twice`, async () => {
    const store = await open();
    await store.close();
    await store.close();
    await expect(store.add([cell], [])).rejects.toMatchObject({ code: 'MEASURE_CLOSED' });
    await expect(store.readCounts('2026-11-23', '2026-11-23')).rejects.toMatchObject({ code: 'MEASURE_CLOSED' });
  });
}
