import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCookieDate } from '../../src/base/cookie-date.ts';

test('E6 a cookie-date is read token by token, in any order and with any delimiters', () => {
  const expected = Date.UTC(2026, 10, 23, 8, 4, 19) / 1000;
  for (const text of [
    'Mon, 23 Nov 2026 08:04:19 GMT',
    '23-Nov-26 08:04:19',
    '8:4:19 2026 november 23',
    'Nov/23/2026 08:04:19x',
    '23 Nov 2026 08:04:19 +0500',
  ]) {
    expect(parseCookieDate(text), text).toBe(expected);
  }
  expect(parseCookieDate('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(0);
  expect(parseCookieDate('1 Jan 69 00:00:00')).toBe(Date.UTC(2069, 0, 1) / 1000);
  expect(parseCookieDate('1 Jan 70 00:00:00')).toBe(0);
  expect(parseCookieDate('1 Jan 99 00:00:00')).toBe(Date.UTC(1999, 0, 1) / 1000);
  expect(parseCookieDate('1{Jan|70~00:00:00')).toBe(0);
  expect(parseCookieDate('1`Jan[70@00:00:00?')).toBe(0);
  expect(parseCookieDate('1!Jan/70;00:00:00\t')).toBe(0);
  expect(parseCookieDate('29 Feb 2028 00:00:00')).toBe(Date.UTC(2028, 1, 29) / 1000);
});

test('E6 a date that no calendar has is no date', () => {
  for (const text of [
    '',
    'x',
    '23 Nov 2026',
    '08:04:19',
    '23 Nov 2026 24:00:00',
    '23 Nov 2026 23:60:00',
    '23 Nov 2026 23:00:60',
    '0 Nov 2026 00:00:00',
    '31 Nov 2026 00:00:00',
    '29 Feb 2026 00:00:00',
    '29 Feb 2100 00:00:00',
    '1 Jan 1600 00:00:00',
    '1 Jan 100 00:00:00',
    '2026-11-23T08:04:19Z',
    '23 Non 2026 08:04:19',
    '23 Nov 20266 08:04:19',
    '23 Nov 2026 8:4',
  ]) {
    expect(parseCookieDate(text), text).toBeNull();
  }
});

test('E6 every date that HTTP writes is read as it was meant', () => {
  fc.assert(
    fc.property(fc.integer({ min: -11_644_473_600, max: 253_402_300_799 }), (seconds) => {
      expect(parseCookieDate(new Date(seconds * 1000).toUTCString())).toBe(seconds);
    }),
  );
});
