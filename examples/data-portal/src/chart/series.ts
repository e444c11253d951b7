// Rows into the few points a chart draws.
import type { ChartSpec, Dataset, Row } from '../catalog/dataset.ts';
import { cellOf } from '../catalog/dataset.ts';

/** One point: `at` is a category, a month (`2026-06`) or a year. */
export type Point = { readonly at: string; readonly value: number };

/** One line or one set of bars; `name` is empty when there is only one. */
export type Series = { readonly name: string; readonly points: readonly Point[] };

type Sum = { total: number; count: number };

function groupOf(spec: ChartSpec, row: Row): string {
  const cell = String(cellOf(row, spec.group) ?? '');
  if (spec.by === 'month') return cell.slice(0, 7);
  return spec.by === 'year' ? cell.slice(0, 4) : cell;
}

function finish(spec: ChartSpec, sum: Sum): number {
  if (spec.aggregate === 'count') return sum.count;
  return spec.aggregate === 'sum' ? sum.total : sum.total / sum.count;
}

function pointsOf(spec: ChartSpec, rows: readonly Row[]): readonly Point[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const cell = spec.value === undefined ? 1 : cellOf(row, spec.value);
    if (typeof cell !== 'number') continue;
    const key = groupOf(spec, row);
    const sum = sums.get(key) ?? { total: 0, count: 0 };
    sum.total += cell;
    sum.count += 1;
    sums.set(key, sum);
  }
  const points = [...sums].map(([at, sum]) => ({ at, value: finish(spec, sum) }));
  return spec.kind === 'line'
    ? points.sort((left, right) => (left.at < right.at ? -1 : 1))
    : points.sort((left, right) => right.value - left.value || (left.at < right.at ? -1 : 1)).slice(0, spec.limit);
}

function splitRows(rows: readonly Row[], field: string): ReadonlyMap<string, readonly Row[]> {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(cellOf(row, field) ?? '');
    const part = parts.get(name) ?? [];
    part.push(row);
    parts.set(name, part);
  }
  return parts;
}

/** The series of a dataset's chart; lines in order of time, bars largest first. */
export function chartSeries(dataset: Dataset): readonly Series[] {
  const { chart, rows } = dataset;
  if (chart.series === undefined) return [{ name: '', points: pointsOf(chart, rows) }];
  return [...splitRows(rows, chart.series)].slice(0, chart.limit).map(([name, part]) => ({ name, points: pointsOf(chart, part) }));
}
