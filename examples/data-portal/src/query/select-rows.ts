// where, order_by, limit and offset together: from a dataset to one page of it.
import type { Dataset, Field, Row } from '../catalog/dataset.ts';
import { cellOf } from '../catalog/dataset.ts';
import type { Condition } from './condition.ts';
import type { Parsed } from './issue.ts';
import { refused, understood } from './issue.ts';
import { compareValues, matches } from './matches.ts';
import { parseWhere } from './parse-where.ts';

/** One key of an order. */
export type OrderKey = { readonly field: string; readonly descending: boolean };

/** What to select; `limit` null means all. */
export type Selection = {
  readonly where: Condition | null;
  readonly order: readonly OrderKey[];
  readonly limit: number | null;
  readonly offset: number;
};

/** One page and how many rows met the condition. */
export type Page = { readonly total: number; readonly rows: readonly Row[] };

const mostKeys = 5;

/** `height desc, species` as keys; empty text is no order. */
export function parseOrder(text: string, fields: readonly Field[]): Parsed<readonly OrderKey[]> {
  if (text.trim() === '') return understood([]);
  const keys: OrderKey[] = [];
  for (const part of text.split(',')) {
    const [name = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    const wanted = direction.toLowerCase();
    if (!fields.some((field) => field.name === name)) {
      return refused({ code: 'QUERY_FIELD', parameter: 'order_by', message: `Expected a field of this dataset, found "${name}"` });
    }
    if (rest.length > 0 || (wanted !== 'asc' && wanted !== 'desc')) {
      return refused({ code: 'QUERY_ORDER', parameter: 'order_by', message: `Expected "asc" or "desc" after "${name}"` });
    }
    keys.push({ field: name, descending: wanted === 'desc' });
  }
  return keys.length > mostKeys
    ? refused({ code: 'QUERY_TOO_LARGE', parameter: 'order_by', message: `Expected at most ${mostKeys} fields` })
    : understood(keys);
}

/** A whole number within bounds; `fallback` when the parameter is absent. */
export function parseCount(
  text: string | null,
  parameter: string,
  bounds: { readonly fallback: number; readonly most: number },
): Parsed<number> {
  if (text === null) return understood(bounds.fallback);
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value <= bounds.most
    ? understood(value)
    : refused({
        code: 'QUERY_RANGE',
        parameter,
        message: `Expected a whole number from 0 to ${bounds.most}, found "${text.slice(0, 20)}"`,
      });
}

/** The four parameters of a records request; unknown parameters are ignored. */
export function parseSelection(query: URLSearchParams, fields: readonly Field[]): Parsed<Selection> {
  const text = query.get('where') ?? '';
  const where = text.trim() === '' ? understood(null) : parseWhere(text, fields);
  if (!where.ok) return where;
  const order = parseOrder(query.get('order_by') ?? '', fields);
  if (!order.ok) return order;
  const limit = parseCount(query.get('limit'), 'limit', { fallback: 10, most: 100 });
  if (!limit.ok) return limit;
  const offset = parseCount(query.get('offset'), 'offset', { fallback: 0, most: 10_000 });
  if (!offset.ok) return offset;
  return understood({ where: where.value, order: order.value, limit: limit.value, offset: offset.value });
}

/** One page of the dataset. Sorting is stable: equal rows keep the file's order. */
export function selectRows(dataset: Dataset, selection: Selection): Page {
  const { where, order, limit, offset } = selection;
  const met = where === null ? dataset.rows : dataset.rows.filter((row) => matches(row, where));
  const sorted = order.length === 0 ? met : [...met].sort((left, right) => compareRows(left, right, order));
  return { total: met.length, rows: sorted.slice(offset, limit === null ? undefined : offset + limit) };
}

function compareRows(left: Row, right: Row, order: readonly OrderKey[]): number {
  for (const key of order) {
    const result = compareValues(cellOf(left, key.field), cellOf(right, key.field));
    // Empty cells stay last in both directions.
    const empty = cellOf(left, key.field) === null || cellOf(right, key.field) === null;
    if (result !== 0) return key.descending && !empty ? -result : result;
  }
  return 0;
}
