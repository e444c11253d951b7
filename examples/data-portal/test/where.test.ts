import { expect, test } from 'vitest';
import type { Dataset, Field, Value } from '../src/catalog/dataset.ts';
import { loadDatasets } from '../src/catalog/load.ts';
import { parseWhere } from '../src/query/parse-where.ts';
import { parseOrder, parseSelection, selectRows } from '../src/query/select-rows.ts';

const label = { en: 'x', fr: 'x' };
const fields: readonly Field[] = [
  { name: 'town', type: 'text', label },
  { name: 'count', type: 'integer', label },
  { name: 'open', type: 'boolean', label },
  { name: 'day', type: 'date', label },
];
const rows: readonly (readonly Value[])[] = [
  ['Reef', 3, true, '2026-01-01'],
  ['Dune', null, false, '2026-02-01'],
  [null, 7, null, null],
  ['reef end', 3, false, '2026-03-01'],
];
const base = loadDatasets().get('rainfall');
if (base === undefined) throw new RangeError('Expected the dataset "rainfall"');
const dataset: Dataset = {
  ...base,
  fields,
  rows: rows.map((row) => new Map(fields.map((field, index) => [field.name, row[index] ?? null]))),
};

function select(query: { readonly [name: string]: string }): readonly number[] | string {
  const selection = parseSelection(new URLSearchParams(query), fields);
  if (!selection.ok) return selection.issue.code;
  return selectRows(dataset, selection.value).rows.map((row) => dataset.rows.indexOf(row));
}

test.each([
  ['town = "Reef"', [0]],
  ["town = 'Reef'", [0]],
  ['town like "REEF"', [0, 3]],
  ['town not like "reef"', [1, 2]],
  ['count >= 3 and open = true', [0]],
  ['count = 7 or town = "Dune" and open = false', [1, 2]],
  ['(count = 7 or town = "Dune") and open = false', [1]],
  ['not count = 3', [1, 2]],
  ['count != 3', [2]],
  ['count <> 3', [2]],
  ['count in (7, 8)', [2]],
  ['count not in (7, 8)', [0, 1, 3]],
  ['count is null', [1]],
  ['town IS NOT NULL', [0, 1, 3]],
  ['day > "2026-01-15"', [1, 3]],
  ['count > -1', [0, 2, 3]],
])('Q4 "%s" selects %j', (where, expected) => {
  expect(select({ where })).toEqual(expected);
});

test.each([
  ['town = Reef', 'QUERY_SYNTAX', 'Expected a value, found "Reef"', 7],
  ['town = "Reef', 'QUERY_SYNTAX', 'Expected a closing quote', 7],
  ['twon = "Reef"', 'QUERY_FIELD', 'Expected a field of this dataset, found "twon"', 0],
  ['__proto__ = "x"', 'QUERY_FIELD', 'Expected a field of this dataset, found "__proto__"', 0],
  ['count = "3"', 'QUERY_TYPE', 'Expected a number for "count", found "3"', 8],
  ['day = "2026-02-30"', 'QUERY_TYPE', 'Expected a day in quotes ("2026-06-30") for "day", found "2026-02-30"', 6],
  ['open > true', 'QUERY_TYPE', 'Expected "=" or "!=" for "open", found ">"', 5],
  ['count like "3"', 'QUERY_TYPE', 'Expected a text field before "like", found "count"', 11],
  ['town = "a" count = 3', 'QUERY_SYNTAX', 'Expected "and", "or" or the end, found "count"', 11],
  ['(town = "a"', 'QUERY_SYNTAX', 'Expected ")", found the end', 11],
  ['town', 'QUERY_SYNTAX', 'Expected a comparison after "town", found the end', 4],
  ['town = "a"; drop', 'QUERY_SYNTAX', 'Expected a field, a value or an operator, found "; drop"', 10],
  ['count = 12abc', 'QUERY_SYNTAX', 'Expected a field, a value or an operator, found "12abc"', 8],
])('Q3 "%s" is refused with %s', (where, code, message, at) => {
  expect(parseWhere(where, fields)).toEqual({ ok: false, issue: { code, parameter: 'where', message, at } });
});

test('Q2 a query that is too long, too deep or too broad is refused', () => {
  const deep = (levels: number): string => `${'('.repeat(levels)}count = 3${')'.repeat(levels)}`;
  expect(select({ where: deep(32) })).toEqual([0, 3]);
  expect(select({ where: deep(33) })).toBe('QUERY_TOO_LARGE');
  expect(select({ where: `town = "${'x'.repeat(2000)}"` })).toBe('QUERY_TOO_LARGE');
  expect(select({ where: `count in (${Array.from({ length: 201 }, () => '3').join()})` })).toBe('QUERY_TOO_LARGE');
  expect(select({ order_by: Array.from({ length: 6 }, () => 'count').join() })).toBe('QUERY_TOO_LARGE');
});

test('Q2 counts are whole numbers within bounds', () => {
  for (const limit of ['101', '-1', '1.5', 'ten', '']) expect(select({ limit }), limit).toBe('QUERY_RANGE');
  expect(select({ offset: '10001' })).toBe('QUERY_RANGE');
  expect(select({ limit: '2', offset: '1' })).toEqual([1, 2]);
});

test('Q5 empty cells come last in both directions, equal rows keep their order', () => {
  expect(select({ order_by: 'count' })).toEqual([0, 3, 2, 1]);
  expect(select({ order_by: 'count desc' })).toEqual([2, 0, 3, 1]);
  expect(select({ order_by: 'count, town DESC' })).toEqual([3, 0, 2, 1]);
});

test('Q5 pages do not overlap and together are the whole', () => {
  const pages = [0, 1, 2, 3].map((offset) => select({ order_by: 'open', limit: '1', offset: String(offset) }));
  expect(pages.flat().sort()).toEqual([0, 1, 2, 3]);
});

test('Q2 an order that is no order is refused', () => {
  expect(parseOrder('count sideways', fields)).toMatchObject({ ok: false, issue: { code: 'QUERY_ORDER' } });
  expect(parseOrder('nothing', fields)).toMatchObject({ ok: false, issue: { code: 'QUERY_FIELD' } });
  expect(parseOrder(' ', fields)).toEqual({ ok: true, value: [] });
});
