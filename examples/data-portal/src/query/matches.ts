// Does a row meet a condition? An empty cell meets none but "is null", as in SQL; its negation is plain "not".
import type { Row, Value } from '../catalog/dataset.ts';
import { cellOf } from '../catalog/dataset.ts';
import type { Comparison, Condition } from './condition.ts';

/** Orders two cells: empty ones last, texts by code unit, so that pages of a sorted list never overlap. */
export function compareValues(left: Value, right: Value): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}

function compares(cell: Value, comparison: Comparison, value: Value): boolean {
  if (cell === null) return false;
  const order = compareValues(cell, value);
  switch (comparison) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function contains(cell: Value, part: string): boolean {
  return typeof cell === 'string' && cell.toLowerCase().includes(part.toLowerCase());
}

/** True when the row meets the condition. */
export function matches(row: Row, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => matches(row, part));
    case 'or':
      return condition.parts.some((part) => matches(row, part));
    case 'not':
      return !matches(row, condition.part);
    case 'null':
      return cellOf(row, condition.field) === null;
    case 'in':
      return condition.values.some((value) => compares(cellOf(row, condition.field), '=', value));
    case 'like':
      return contains(cellOf(row, condition.field), condition.value);
    case 'compare':
      return compares(cellOf(row, condition.field), condition.comparison, condition.value);
  }
}
