import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Table } from '../src/release.ts';
import { roundDown } from '../src/release.ts';
import type { Statistics } from '../src/statistics.ts';
import { createMemoryStore } from './memory-store.ts';
import { declarationOf, measureOn, noon, today, view } from './sample.ts';

const k = 3;
type Visit = { readonly person: number; readonly path: string };
const paths = ['/', '/a', '/b', '/c'];
const visit = fc.record({ person: fc.nat(12), path: fc.constantFrom(...paths) });

async function released(visits: readonly Visit[], flushAt: ReadonlySet<number> = new Set()): Promise<Statistics> {
  const measure = measureOn(createMemoryStore(), { now: noon }, declarationOf({ k, dimensions: ['path'] }));
  for (const [at, { person, path }] of visits.entries()) {
    measure.count(view(person, path));
    if (flushAt.has(at)) await measure.flush();
  }
  const statistics = await measure.statistics({ from: today, to: today });
  await measure.close();
  return statistics;
}

/** Every number behind a table, as the definition has it: views and visitors of each path, and of the paths below k together. */
function numbersOf(visits: readonly Visit[]): readonly number[] {
  const cells = paths.map((path) => {
    const own = visits.filter((one) => one.path === path);
    return { views: own.length, visitors: new Set(own.map((one) => one.person)).size };
  });
  const hidden = cells.filter((cell) => cell.visitors < k).reduce((sum, cell) => sum + cell.views, 0);
  return [...cells.flatMap((cell) => (cell.visitors < k ? [0, 0] : [cell.views, cell.visitors])), hidden];
}

test('M12 one visitor more leaves every table byte for byte, unless a number crosses a multiple of k', async () => {
  let same = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(visit, { maxLength: 60 }),
      fc.array(fc.constantFrom(...paths), { minLength: 1, maxLength: 2 }),
      async (visits, extra) => {
        const more = [...visits, ...extra.map((path) => ({ person: 99, path }))];
        const [before, after] = [await released(visits), await released(more)];
        const steps = (all: readonly Visit[]): string =>
          numbersOf(all)
            .map((number) => roundDown(number, k))
            .join();
        if (steps(visits) !== steps(more)) return;
        same += 1;
        expect(JSON.stringify(after.paths)).toBe(JSON.stringify(before.paths));
      },
    ),
    { numRuns: 300 },
  );
  expect(same).toBeGreaterThan(30);
});

test('M12 no table shows a value with fewer than k visitors, nor a number that is no multiple of k', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 60 }), async (visits) => {
      const table: Table = (await released(visits)).paths;
      const enough = paths.filter((path) => new Set(visits.filter((one) => one.path === path).map((one) => one.person)).size >= k);
      expect(table.rows.map((row) => row.value).sort()).toEqual(enough.sort());
      for (const number of [table.other, ...table.rows.flatMap((row) => [row.views, row.dailyVisitors])]) expect(number % k).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('M9 the same visits give the same numbers, whenever they were flushed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 40 }), fc.uniqueArray(fc.nat(40)), async (visits, flushes) => {
      expect(await released(visits, new Set(flushes))).toEqual(await released(visits));
      expect((await released(visits)).totals.views).toBe(visits.length);
    }),
    { numRuns: 100 },
  );
});
