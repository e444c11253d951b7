// The records of a dataset as a table that sorts, filters and turns pages by links and a form.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset, Field, Row } from '../catalog/dataset.ts';
import { cellOf } from '../catalog/dataset.ts';
import type { QueryIssue } from '../query/issue.ts';
import { parseWhere } from '../query/parse-where.ts';
import type { OrderKey } from '../query/select-rows.ts';
import { parseOrder, selectRows } from '../query/select-rows.ts';
import { formatCell, formatNumber, say } from '../words/format.ts';
import { positionIn, renderPagination, withQuery } from './pagination.ts';
import type { View } from './view.ts';

const pageSize = 15;

type Table = {
  readonly dataset: Dataset;
  readonly query: URLSearchParams;
  readonly path: string;
  readonly order: OrderKey;
  readonly view: View;
};

function isNumber(field: Field): boolean {
  return field.type === 'integer' || field.type === 'double';
}

function renderHead(table: Table, field: Field): Html {
  const { view, order, path, query } = table;
  const label = say(field.label, view.language);
  const sorted = order.field === field.name;
  const next = sorted && !order.descending ? `${field.name} desc` : field.name;
  const link = `${withQuery(path, query, { sort: next, page: null, style: null })}#table`;
  const state = sorted ? html`aria-sort="${order.descending ? 'descending' : 'ascending'}"` : null;
  const arrow = sorted ? (order.descending ? ' ↓' : ' ↑') : '';
  const unit = field.unit === undefined || field.unit === '°' ? null : html` <span class="unit">${field.unit}</span>`;
  return html`<th scope="col" class="${isNumber(field) ? 'number' : field.type}" ${state}><a href="${link}" title="${view.words.dataset.sortBy(label)}">${label}${unit}<span aria-hidden="true">${arrow}</span></a></th>`;
}

function renderRow(table: Table, row: Row): Html {
  const cells = table.dataset.fields.map((field) => {
    const value = cellOf(row, field.name);
    const text = formatCell(field, value, table.view.language);
    if (typeof value === 'boolean') return html`<td class="boolean"><span class="truth ${String(value)}">${text}</span></td>`;
    return html`<td class="${isNumber(field) ? 'number' : field.type}">${text}</td>`;
  });
  return html`<tr>${cells}</tr>`;
}

function renderFilter(table: Table, where: string, issue: QueryIssue | null): Html {
  const words = table.view.words.dataset;
  const text = table.dataset.fields.find((field) => field.name === 'suburb') ?? table.dataset.fields.find((field) => field.type === 'text');
  const sample = text === undefined ? '' : `${text.name} = "${String(cellOf(table.dataset.rows[0] ?? new Map(), text.name) ?? '')}"`;
  const sort = table.query.get('sort');
  return html`<form class="table-filter" action="${table.path}#table">
    <p class="field grow"><label for="where">${words.filter}</label><input id="where" name="where" value="${where}" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="where-help" ${issue !== null && html`aria-invalid="true"`}></p>
    ${sort !== null && html`<input type="hidden" name="sort" value="${sort}">`}
    <p class="field"><button>${words.filterApply}</button></p>
    <p id="where-help" class="help">${issue === null ? html`${words.filterHelp} <code>${sample}</code>` : html`<strong class="error">${issue.message}${issue.at !== undefined && ` (${issue.at + 1})`}</strong>`} ${where !== '' && html`<a href="${table.path}#table">${words.filterClear}</a>`}</p>
  </form>`;
}

/** The table section of a dataset page. A filter that is not understood is shown with its problem over the whole table. */
export function renderTableSection(dataset: Dataset, query: URLSearchParams, view: View): Html {
  const words = view.words.dataset;
  const where = (query.get('where') ?? '').trim();
  const condition = where === '' ? null : parseWhere(where, dataset.fields);
  const order = parseOrder(query.get('sort') ?? '', dataset.fields);
  const key = (order.ok ? order.value[0] : undefined) ?? dataset.sort;
  const table: Table = { dataset, query, path: `/datasets/${dataset.id}`, order: key, view };
  const selection = { where: condition?.ok === true ? condition.value : null, order: [key], limit: pageSize };
  const total = selectRows(dataset, { ...selection, limit: 0, offset: 0 }).total;
  const position = positionIn(query, total, pageSize);
  const offset = (position.page - 1) * pageSize;
  const { rows } = selectRows(dataset, { ...selection, offset });
  const status = total === 0 ? words.noRows : words.showing(offset + 1, offset + rows.length, formatNumber(total, view.language));
  const page = (number: number): string =>
    `${withQuery(table.path, query, { page: number === 1 ? null : String(number), style: null })}#table`;
  return html`<section class="block" aria-labelledby="table"><h2 id="table">${words.table}</h2>
    ${renderFilter(table, where, condition?.ok === false ? condition.issue : null)}
    <p class="found" role="status">${status}</p>
    <div class="table-scroll" role="region" aria-label="${words.records}" tabindex="0"><table><thead><tr>${dataset.fields.map((field) => renderHead(table, field))}</tr></thead>
    <tbody>${rows.map((row) => renderRow(table, row))}</tbody></table></div>
    ${renderPagination(position, page, view)}</section>`;
}
