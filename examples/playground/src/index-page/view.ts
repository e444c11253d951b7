// What the index is asked to show, read from its address. What cannot be read is the usual.
import type { Cell } from '../cell.ts';
import { choices, firstCell, readCell } from '../cell.ts';

/** The widths that pages are looked at, with a height of such screens and how much smaller they are drawn. */
export const screens: { readonly [width: string]: { readonly height: number; readonly scale: number; readonly small: number } } = {
  '1280': { height: 800, scale: 0.325, small: 0.24 },
  '360': { height: 740, scale: 1, small: 0.8 },
  '320': { height: 640, scale: 1, small: 0.9 },
};

/** How light the pages are: as the visitor's own device is, or one of the two. */
export const schemes: readonly string[] = ['auto', 'light', 'dark'];

/** What stands side by side, everything else being equal. */
export const axes: readonly (keyof Cell)[] = ['profile', 'language', 'theme', 'state'];

/** One index. */
export type IndexView = { readonly by: keyof Cell; readonly cell: Cell; readonly width: string; readonly scheme: string };

/** Reads the query of an address. */
export function readView(query: URLSearchParams): IndexView {
  const wanted = { ...firstCell, ...Object.fromEntries([...query].filter(([key]) => key in firstCell)) };
  const width = query.get('width') ?? '';
  return {
    by: axes.find((axis) => axis === query.get('by')) ?? 'profile',
    cell: readCell(wanted) ?? firstCell,
    width: Object.hasOwn(screens, width) ? width : '1280',
    scheme: schemes.find((scheme) => scheme === query.get('scheme')) ?? 'auto',
  };
}

/** The cells of a view, in order. */
export function cellsOf({ by, cell }: IndexView): readonly Cell[] {
  return choices[by].map((value) => ({ ...cell, [by]: value }));
}
