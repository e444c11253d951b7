// One day under one key, in memory: exact sets of visitors, from which only numbers ever leave.
import type { CountDelta } from './store.ts';

/** Views and visitors of a day or a cell, and how much of them has been handed out already. */
type Cell = { views: number; readonly visitors: Set<number>; givenViews: number; givenVisitors: number };

/** Counts one day. `take` gives what is new since the last take: the day, and every cell that k visitors were in. */
export type DayCounter = {
  readonly add: (visitor: string, values: readonly (readonly [dimension: string, value: string])[]) => void;
  readonly take: () => readonly CountDelta[];
};

/** At most this many values of a dimension are told apart. */
export const maxValues = 1000;

/** A counter for a day, with the threshold below which a cell stays in memory. */
export function createDayCounter(day: string, k: number): DayCounter {
  // Visitors are numbered in the order they come, so that a hash is held once and not in every cell.
  const numbers = new Map<string, number>();
  const whole = createCell();
  const dimensions = new Map<string, Map<string, Cell>>();

  const numberOf = (visitor: string): number => {
    const known = numbers.get(visitor);
    if (known !== undefined) return known;
    numbers.set(visitor, numbers.size);
    return numbers.size - 1;
  };
  const cellOf = (dimension: string, value: string): Cell | null => {
    const cells = dimensions.get(dimension) ?? new Map<string, Cell>();
    dimensions.set(dimension, cells);
    const known = cells.get(value);
    if (known !== undefined) return known;
    if (cells.size >= maxValues) return null;
    const cell = createCell();
    cells.set(value, cell);
    return cell;
  };

  return {
    add: (visitor, values) => {
      const number = numberOf(visitor);
      addTo(whole, number);
      for (const [dimension, value] of values) {
        const cell = cellOf(dimension, value);
        if (cell !== null) addTo(cell, number);
      }
    },
    take: () => {
      const deltas = takeFrom(whole, { day, dimension: '', value: '' });
      for (const [dimension, cells] of dimensions) {
        for (const [value, cell] of cells) {
          if (cell.visitors.size >= k) deltas.push(...takeFrom(cell, { day, dimension, value }));
        }
      }
      return deltas;
    },
  };
}

function createCell(): Cell {
  return { views: 0, visitors: new Set(), givenViews: 0, givenVisitors: 0 };
}

function addTo(cell: Cell, visitor: number): void {
  cell.views += 1;
  cell.visitors.add(visitor);
}

function takeFrom(cell: Cell, place: Pick<CountDelta, 'day' | 'dimension' | 'value'>): CountDelta[] {
  const delta = { ...place, views: cell.views - cell.givenViews, visitors: cell.visitors.size - cell.givenVisitors };
  cell.givenViews = cell.views;
  cell.givenVisitors = cell.visitors.size;
  return delta.views === 0 ? [] : [delta];
}
