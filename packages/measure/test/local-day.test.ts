import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, localDayOf, parseDay } from '../src/local-day.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const until = (moment: string, zone: string): readonly [string, string] => {
  const day = localDayOf(at(moment), zone);
  return [day.day, new Date(day.until * 1000).toISOString()];
};

test('M5 a day ends at the midnight of its own zone', () => {
  expect(until('2026-11-23T13:59:59Z', 'Australia/Brisbane')).toEqual(['2026-11-23', '2026-11-23T14:00:00.000Z']);
  expect(until('2026-11-23T14:00:00Z', 'Australia/Brisbane')).toEqual(['2026-11-24', '2026-11-24T14:00:00.000Z']);
  expect(until('2026-11-23T14:00:00Z', 'UTC')).toEqual(['2026-11-23', '2026-11-24T00:00:00.000Z']);
  expect(until('2026-11-23T12:00:00Z', 'Asia/Kathmandu')).toEqual(['2026-11-23', '2026-11-23T18:15:00.000Z']);
});

test('M5 the days on which clocks change have 23 and 25 hours', () => {
  expect(until('2026-03-28T23:00:00Z', 'Europe/Paris')).toEqual(['2026-03-29', '2026-03-29T22:00:00.000Z']);
  expect(until('2026-10-24T22:00:00Z', 'Europe/Paris')).toEqual(['2026-10-25', '2026-10-25T23:00:00.000Z']);
});

test('M5 a midnight that does not exist is one o’clock, and a day that does not exist is left out', () => {
  expect(until('2018-11-03T12:00:00Z', 'America/Sao_Paulo')).toEqual(['2018-11-03', '2018-11-04T03:00:00.000Z']);
  expect(until('2011-12-30T09:59:59Z', 'Pacific/Apia')).toEqual(['2011-12-29', '2011-12-30T10:00:00.000Z']);
  expect(localDayOf(at('2011-12-30T10:00:00Z'), 'Pacific/Apia').day).toBe('2011-12-31');
});

test('M5 the second before the end is the same day, the end is another, wherever and whenever', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Havana',
    'Asia/Tehran',
    'Pacific/Kiritimati',
  );
  const moments = fc.integer({ min: at('2015-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
  fc.assert(
    fc.property(zones, moments, (zone, moment) => {
      const day = localDayOf(moment, zone);
      expect(day.until).toBeGreaterThan(moment);
      expect(localDayOf(day.until - 1, zone)).toEqual(day);
      expect(localDayOf(day.until, zone).day > day.day).toBe(true);
    }),
  );
});

test('M15 a day is read only as it is written', () => {
  expect(parseDay('2026-02-28')).toBe(at('2026-02-28T00:00:00Z'));
  for (const text of ['2026-02-29', '2026-2-28', '2026-02-28T00:00:00Z', '', 'today', '2026-13-01', '+2026-01-01'])
    expect(parseDay(text)).toBeNull();
  expect(formatDay(parseDay('2024-02-29') ?? 0)).toBe('2024-02-29');
});
