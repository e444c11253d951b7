import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, differencesByRound, estimateMedian, median, quantile, ratiosByRound, shuffle } from '../src/index.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

test('T5 the median is the middle one, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('T5 a quantile interpolates between neighbours and does not reorder what it was given', () => {
  const given = [40, 10, 30, 20];
  expect(quantile(given, 0)).toBe(10);
  expect(quantile(given, 1)).toBe(40);
  expect(quantile(given, 0.25)).toBe(17.5);
  expect(given).toEqual([40, 10, 30, 20]);
});

test('T5 half of the values are on either side of a median', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const middle = median(values);
      expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length);
    }),
  );
});

test('T6 the same seed gives the same numbers, another seed others, all of them in [0, 1)', () => {
  const take = (seed: number): readonly number[] => Array.from({ length: 200 }, createRandom(seed));
  expect(take(1)).toEqual(take(1));
  expect(take(1)).not.toEqual(take(2));
  expect(take(0).every((value) => value >= 0 && value < 1)).toBe(true);
  expect(new Set(take(7)).size).toBe(200);
});

test('T6 numbers fill the interval evenly', () => {
  const random = createRandom(42);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let at = 0; at < 10_000; at += 1) {
    const bin = Math.floor(random() * 10);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  // Chi-squared with nine degrees of freedom stays below 27.9 in 999 of 1000.
  expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(27.9);
});

test('T7 shuffling loses and adds nothing, and depends on the seed alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
      const shuffled = shuffle(items, createRandom(seed));
      expect([...shuffled].sort()).toEqual([...items].sort());
      expect(shuffled).toEqual(shuffle(items, createRandom(seed)));
    }),
  );
});

test('T7 every place is as likely for every item', () => {
  const random = createRandom(3);
  const first = new Map<string, number>();
  for (let at = 0; at < 3000; at += 1) {
    const [item = ''] = shuffle(['a', 'b', 'c'], random);
    first.set(item, (first.get(item) ?? 0) + 1);
  }
  expect([...first.values()].every((count) => count > 900 && count < 1100)).toBe(true);
});

test('T8 the interval holds the median, is the same for the same seed, and has no width where values do not differ', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (values, seed) => {
      const estimate = estimateMedian(values, { random: createRandom(seed), resamples: 200 });
      expect(estimate).toEqual(estimateMedian(values, { random: createRandom(seed), resamples: 200 }));
      expect(estimate.low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(estimate.high).toBeLessThanOrEqual(Math.max(...values));
      expect(estimate.n).toBe(values.length);
    }),
    { numRuns: 30 },
  );
  const same = estimateMedian([5, 5, 5], { random: createRandom(1) });
  expect(same).toEqual({ median: 5, low: 5, high: 5, n: 3 });
});

test('T8 about 95 of 100 intervals hold the true median', () => {
  const random = createRandom(11);
  const held = Array.from({ length: 200 }, () => {
    const sample = Array.from({ length: 31 }, random);
    const { low, high } = estimateMedian(sample, { random, resamples: 400 });
    return low <= 0.5 && high >= 0.5;
  }).filter((holds) => holds).length;
  expect(held).toBeGreaterThan(180);
  expect(held).toBeLessThanOrEqual(200);
});

test('T9 ratios and differences are taken within a round, and only where both were measured', () => {
  const values = new Map([
    [1, 20],
    [2, 30],
    [4, 8],
  ]);
  const bases = new Map([
    [1, 10],
    [2, 20],
    [3, 1],
  ]);
  expect(ratiosByRound(values, bases)).toEqual([2, 1.5]);
  expect(differencesByRound(values, bases)).toEqual([10, 10]);
  expect(ratiosByRound(values, new Map([[1, 0]]))).toEqual([]);
});
