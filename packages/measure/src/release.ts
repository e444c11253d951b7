// The filter between stored counts and anyone's eyes, as pure functions.
import type { StoredCount } from './store.ts';

/** One value of a table, with numbers rounded down to a multiple of k on each day and then summed. */
export type TableRow = { readonly value: string; readonly views: number; readonly dailyVisitors: number };

/** Values by views, most first; `other` is the views of everything that is not shown. */
export type Table = { readonly rows: readonly TableRow[]; readonly other: number };

/** A day. `visitors` is null below k; `provisional` while the day lasts; `keyChanges` are Unix seconds at which a person may count anew. */
export type DayCount = {
  readonly day: string;
  readonly views: number;
  readonly visitors: number | null;
  readonly provisional: boolean;
  readonly keyChanges: readonly number[];
};

const maxRows = 100;

/** The largest multiple of k that is not above the number. */
export function roundDown(count: number, k: number): number {
  return Math.floor(count / k) * k;
}

/** A day's visitors as they may be shown: null below k, a multiple of k while the day lasts. */
export function releaseVisitors(visitors: number, k: number, provisional: boolean): number | null {
  if (visitors < k) return null;
  return provisional ? roundDown(visitors, k) : visitors;
}

/** The table of one dimension over the days that the counts cover. */
export function releaseTable(dimension: string, counts: readonly StoredCount[], k: number): Table {
  const rows = new Map<string, TableRow>();
  let hidden = 0;
  for (const [day, total] of totalsByDay(counts)) {
    let shown = 0;
    for (const cell of counts) {
      if (cell.day !== day || cell.dimension !== dimension || cell.visitors < k) continue;
      const before = rows.get(cell.value) ?? { value: cell.value, views: 0, dailyVisitors: 0 };
      rows.set(cell.value, {
        value: cell.value,
        views: before.views + roundDown(cell.views, k),
        dailyVisitors: before.dailyVisitors + roundDown(cell.visitors, k),
      });
      shown += cell.views;
    }
    hidden += roundDown(total - shown, k);
  }
  const sorted = [...rows.values()].sort((one, two) => two.views - one.views || (one.value < two.value ? -1 : 1));
  const beyond = sorted.slice(maxRows).reduce((sum, row) => sum + row.views, 0);
  return { rows: sorted.slice(0, maxRows), other: hidden + beyond };
}

function totalsByDay(counts: readonly StoredCount[]): ReadonlyMap<string, number> {
  return new Map(counts.filter((count) => count.dimension === '').map((count) => [count.day, count.views]));
}
