import { profiles } from '@candor/catalog';
import { expect, test } from 'vitest';
import { readRegion } from '../src/regions.ts';

test('X77 a named header tells the regions apart that have a profile, and nobody else', () => {
  expect(readRegion(undefined)).toBeNull();
  const region = readRegion('CF-IPCountry');
  expect(region?.header).toBe('CF-IPCountry');
  const named = region?.profiles ?? {};
  expect(named).toMatchObject({ FR: 'fr', DE: 'de', GB: 'uk', 'US-CA': 'us-ca', US: 'us-other', 'CA-QC': 'ca-qc', IE: 'eu-base' });
  expect(named['CA']).toBeUndefined();
  expect(Object.keys(named).filter((code) => !/^[A-Z]{2}(?:-[A-Z]{2,3})?$/.test(code))).toEqual([]);
  const reached = new Set(Object.values(named));
  expect(Object.keys(profiles).filter((id) => !reached.has(id as keyof typeof profiles))).toEqual(['eu-omnibus-draft']);
});

test('X74 X77 what is no name of a header is refused', () => {
  for (const name of ['', 'a b', 'a:b', 'a\r\nb', 'x'.repeat(65)]) expect(() => readRegion(name)).toThrow('is not the name of a header');
});
