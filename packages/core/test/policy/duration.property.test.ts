import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitDuration } from '../../src/policy/duration.ts';
import type { DurationUnit } from '../../src/policy/duration-unit.ts';

const day = 86_400;
const exact: Partial<Record<DurationUnit, number>> = { week: 7 * day, day, hour: 3_600, minute: 60, second: 1 };

test('P6 words without months add up to the second, and months are off by less than two days or one and a half per cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 * 366 * day }), (seconds) => {
      const amounts = splitDuration(seconds);
      const months = amounts.find(({ unit }) => unit === 'month' || unit === 'year');
      if (months === undefined) {
        expect(amounts.reduce((sum, { unit, count }) => sum + count * (exact[unit] ?? Number.NaN), 0)).toBe(seconds);
        return;
      }
      expect(amounts).toHaveLength(1);
      const told = months.count * (months.unit === 'year' ? 12 : 1) * 30.4375 * day;
      expect(seconds - told).toBeLessThanOrEqual(1.5 * day);
      expect(told - seconds).toBeLessThanOrEqual(told * 0.0145);
    }),
  );
});

test('P6 a whole number of days is never told in hours, minutes or seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000 }), (days) => {
      const units = splitDuration(days * day).map(({ unit }) => unit);
      expect(units).toHaveLength(1);
      expect(['year', 'month', 'week', 'day']).toContain(units[0]);
    }),
  );
});
