import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset, Field, Value } from '../src/catalog/dataset.ts';
import { loadDatasets } from '../src/catalog/load.ts';
import type { Comparison, Condition } from '../src/query/condition.ts';
import { matches } from '../src/query/matches.ts';
import { parseWhere } from '../src/query/parse-where.ts';
import { parseSelection } from '../src/query/select-rows.ts';

const found = loadDatasets().get('building-permits');
if (found === undefined) throw new RangeError('Expected the dataset "building-permits"');
const dataset: Dataset = found;

const texts = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('Tallow Creek', 'shop', 'appr', '"', '\\', "it's"));
const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>='];

function valueFor(field: Field): fc.Arbitrary<Exclude<Value, null>> {
  if (field.type === 'text') return texts;
  if (field.type === 'date') return fc.constantFrom('2025-09-01', '2026-01-15', '2026-06-30');
  if (field.type === 'boolean') return fc.boolean();
  return fc.oneof(fc.integer({ min: -100, max: 900_000 }), fc.constantFrom(0.5, -28.1));
}

const leaf: fc.Arbitrary<Condition> = fc.constantFrom(...dataset.fields).chain((field) => {
  const value = valueFor(field);
  const own: fc.Arbitrary<Condition>[] = [
    fc.record({
      kind: fc.constant('compare' as const),
      field: fc.constant(field.name),
      comparison: fc.constantFrom(...comparisons),
      value,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      field: fc.constant(field.name),
      values: fc.array(value, { minLength: 1, maxLength: 4 }),
    }),
    fc.constant({ kind: 'null' as const, field: field.name }),
  ];
  if (field.type === 'text') own.push(texts.map((text) => ({ kind: 'like', field: field.name, value: text })));
  return fc.oneof(...own);
});

const condition = fc.letrec<{ readonly any: Condition }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    tie('any').map((part): Condition => ({ kind: 'not', part })),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), parts: fc.array(tie('any'), { minLength: 2, maxLength: 3 }) }),
  ),
})).any;

function printValue(value: Exclude<Value, null>): string {
  return typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value);
}

function print(one: Condition): string {
  switch (one.kind) {
    case 'and':
    case 'or':
      return `(${one.parts.map(print).join(` ${one.kind} `)})`;
    case 'not':
      return `not (${print(one.part)})`;
    case 'compare':
      return `${one.field}${one.comparison}${printValue(one.value)}`;
    case 'like':
      return `${one.field} LIKE ${printValue(one.value)}`;
    case 'in':
      return `${one.field} in (${one.values.map(printValue).join(', ')})`;
    case 'null':
      return `${one.field} is null`;
  }
}

test('Q1 a condition that is printed and read again selects the same records', () => {
  fc.assert(
    fc.property(condition, (one) => {
      const text = print(one);
      fc.pre(text.length <= 2000);
      const parsed = parseWhere(text, dataset.fields);
      expect(parsed.ok, text).toBe(true);
      if (!parsed.ok) return;
      const select = (which: Condition): readonly number[] => dataset.rows.flatMap((row, index) => (matches(row, which) ? [index] : []));
      expect(select(parsed.value)).toEqual(select(one));
    }),
    { numRuns: 200 },
  );
});

test('Q2 any text is answered, and an issue points into it', () => {
  const word = fc.constantFrom(
    'kind',
    'value',
    'and',
    'or',
    'not',
    'in',
    'like',
    'is',
    'null',
    '(',
    ')',
    ',',
    '=',
    '<',
    '"x"',
    '12',
    'true',
    ' ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary-ascii', maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, (where) => {
      const parsed = parseWhere(where, dataset.fields);
      if (parsed.ok) return;
      expect(parsed.issue.code).toMatch(/^QUERY_/);
      expect(parsed.issue.at ?? 0).toBeLessThanOrEqual(where.length);
    }),
    { numRuns: 500 },
  );
});

test('Q2 any parameters are answered', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (order, limit, offset) => {
      parseSelection(new URLSearchParams({ order_by: order, limit, offset }), dataset.fields);
    }),
  );
});
