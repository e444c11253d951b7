// The tracker table as HTML: one body per group, the tracker's name as the heading of its row.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import { cellRuns } from './cell-runs.ts';
import { renderInline, tableCell, tableHeading } from './render-inline.ts';
import type { Block, Column, TrackerGroup, TrackerRow } from './view.ts';

/** The table of trackers. A group's label is a row of its own unless the caption already says it. */
export function renderTrackers({ caption, columns, details, groups }: Extract<Block, { kind: 'trackers' }>): Html {
  return html`<table class="candor-table" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(({ label }) => tableHeading(label))}</tr></thead>
${groups.map((group) => renderGroup(group, { columns, details, caption }))}</table>`;
}

type Table = Omit<Extract<Block, { kind: 'trackers' }>, 'kind' | 'groups'>;

function renderGroup(group: TrackerGroup, { columns, details, caption }: Table): Html {
  const label = html`<tr role="row" class="candor-group"><th scope="rowgroup" role="rowheader" colspan="${columns.length}">${group.label}</th></tr>\n`;
  return html`<tbody role="rowgroup">
${group.label !== caption && label}${group.rows.map((row) => [renderRow(row, columns), details.length > 0 && renderDetails(row, details, columns.length)])}</tbody>
`;
}

function renderRow(row: TrackerRow, columns: readonly Column[]): Html {
  const heading = columns.some(({ id }) => id === 'name') ? 'name' : columns[0]?.id;
  return html`<tr role="row">${columns.map(({ id, label }) => tableCell(label, cellContent(row, id), id === heading))}</tr>\n`;
}

// The details of a row are a row of their own, so that the columns stay few enough to read.
function renderDetails(row: TrackerRow, details: readonly Column[], span: number): Html {
  const facts = details.map(({ id, label }) => html`<div><dt>${label}</dt><dd>${cellContent(row, id)}</dd></div>`);
  return html`<tr role="row" class="candor-more"><td role="cell" colspan="${span}"><dl>${facts}</dl></td></tr>\n`;
}

function cellContent(row: TrackerRow, id: Column['id']): Html {
  return html`${cellRuns(row, id).map(renderInline)}`;
}
