// The released numbers as figures, bars and tables. What is shown here has been through measure's filter already.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { DayCount, Statistics, Table } from '@candor/measure';
import { renderBars, renderShare } from '../page/bars.ts';
import { renderFigures, renderTable } from '../page/table.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { isoDay } from '../words/dates.ts';

/** Whether the site counts, and if so the last thirty days; `failing` where the counts cannot be read. */
export async function readStatistics(site: Site): Promise<Statistics | 'none' | 'failing'> {
  if (site.measure === null || site.declaration.measurement === undefined) return 'none';
  const zone = site.declaration.site.timeZone;
  try {
    return await site.measure.statistics({ from: isoDay(site.now(), zone, -29), to: isoDay(site.now(), zone) });
  } catch (failure) {
    site.onFailure(failure);
    return 'failing';
  }
}

/** The sums and the bars, for the overview of the back office. */
export async function renderVisitFigures(site: Site, visit: Visit): Promise<Html> {
  const statistics = await readStatistics(site);
  if (statistics === 'none') return html`<p>${visit.words.statisticsNone}</p>`;
  if (statistics === 'failing') return html`<p class="note warn">${visit.words.statisticsFailing}</p>`;
  return html`${renderTotals(visit, statistics)}${renderDayBars(visit, statistics)}`;
}

/** Everything: sums, bars, days, and a table for each dimension that holds something. */
export function renderStatistics(visit: Visit, statistics: Statistics): Html {
  const { words } = visit;
  if (statistics.totals.views === 0) return html`<p>${words.statisticsEmpty}</p>`;
  const tables: readonly (readonly [string, Table])[] = [
    [words.statisticsPaths, statistics.paths],
    [words.statisticsReferrers, statistics.referrers],
    [words.statisticsLanguages, statistics.languages],
    [words.statisticsDevices, statistics.devices],
    [words.statisticsBrowsers, statistics.browsers],
  ];
  return html`${renderTotals(visit, statistics)}
<figure>${renderDayBars(visit, statistics)}</figure>
<div class="panels">${tables.map(([title, table]) => renderDimension(visit, title, table))}</div>
<p class="hint">${words.statisticsFolded(statistics.k)}</p>
<details><summary>${words.statisticsByDay}</summary>${renderDays(visit, statistics)}</details>`;
}

function renderTotals({ words, writing }: Visit, { totals }: Statistics): Html {
  return renderFigures([
    [words.statisticsViews, writing.number(totals.views)],
    [words.statisticsVisitors, writing.number(totals.dailyVisitors)],
  ]);
}

function renderDayBars({ words, writing }: Visit, { days }: Statistics): Html {
  const bars = days.map(({ day, views }) => ({
    label: writing.shortDay(day),
    value: views,
    title: `${writing.shortDay(day)}: ${writing.number(views)} ${words.statisticsViews}`,
  }));
  return renderBars(bars, writing.number);
}

function renderDays(visit: Visit, { days, k }: Statistics): Html {
  const { words, writing } = visit;
  const rows = days.map((day) => [
    html`${writing.shortDay(day.day)}${renderDayMarks(visit, day)}`,
    writing.number(day.views),
    day.visitors === null ? words.statisticsFewer(k) : writing.number(day.visitors),
  ]);
  const columns = [words.statisticsDay, words.statisticsViews, words.statisticsVisitors];
  const restarted = days.some((day) => day.keyChanges.length > 0) && html`<p class="hint">${words.statisticsRestart}</p>`;
  return html`${renderTable({ caption: words.statisticsByDay, columns, rows, numbers: [1, 2], slim: true })}${restarted}`;
}

function renderDayMarks({ words }: Visit, { provisional, keyChanges }: DayCount): Html {
  return html`${keyChanges.length > 0 && ' ↻'}${provisional && html` <small>(${words.statisticsSoFar})</small>`}`;
}

function renderDimension(visit: Visit, title: string, table: Table): Html | null {
  const { words, writing } = visit;
  if (table.rows.length === 0) return null;
  const greatest = Math.max(1, ...table.rows.map((row) => row.views));
  const rows = table.rows
    .slice(0, 15)
    .map((row) => [nameValue(visit, row.value), writing.number(row.views), renderShare(row.views / greatest)]);
  const beyond = table.rows.slice(15).reduce((sum, row) => sum + row.views, table.other);
  const other = beyond > 0 ? [[words.statisticsOther, writing.number(beyond), renderShare(beyond / greatest)]] : [];
  const columns = [words.statisticsValue, words.statisticsViews, ''];
  return html`<section class="panel">${renderTable({ caption: title, columns, rows: [...rows, ...other], numbers: [1], slim: true })}</section>`;
}

// Values in parentheses are measure's own; everything else came from visitors' requests and is printed as it is.
function nameValue({ words }: Visit, value: string): string {
  if (value === '(direct)') return words.statisticsDirect;
  if (value === '(internal)') return words.statisticsInternal;
  return value === '(unknown)' ? words.statisticsUnknown : value;
}
