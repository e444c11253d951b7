// What a table is made of.
import type { Draw } from './random.ts';

/** One row of cells, in the column order of data/catalog.json. */
export type Cells = readonly (string | number | boolean)[];

/** Makes a dataset's rows out of one stream of random numbers. */
export type MakeRows = (draw: Draw) => readonly Cells[];

/** As many rows as asked for. */
export function rows(count: number, make: (index: number) => Cells): readonly Cells[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
