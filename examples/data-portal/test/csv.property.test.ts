import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCsv, encodeCsv } from '../src/catalog/csv.ts';

const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', '""', 'a"b', '\n', ' x ', ''));

test('D4 rows come back as they were written', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, (table) => {
      expect(decodeCsv(encodeCsv(table))).toEqual(table);
    }),
  );
});

test('D4 a cell with a comma, a quote or a line break is quoted', () => {
  expect(encodeCsv([['a,b', 'say "hi"', 'two\nlines', null, true, -1.5]])).toBe('"a,b","say ""hi""","two\nlines",,true,-1.5\r\n');
});
