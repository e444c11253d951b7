// Tables with a caption and headings for each column, which become cards on a narrow screen.
import type { Html, HtmlValue } from '@candor/core';
import { html } from '@candor/core';

/** A table: the first column heads each row; `numbers` are the indices of columns that hold numbers. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly HtmlValue[])[];
  readonly numbers?: readonly number[];
  /** Stays a table on a narrow screen: for two or three short columns. */
  readonly slim?: boolean;
};

/** The table as HTML. */
export function renderTable({ caption, columns, rows, numbers = [], slim = false }: Table): Html {
  const kind = (index: number) => numbers.includes(index) && html` class="number"`;
  const heads = columns.map((label, index) => (label === '' ? html`<td></td>` : html`<th scope="col"${kind(index)}>${label}</th>`));
  const cell = (value: HtmlValue, index: number) =>
    index === 0 ? html`<th scope="row">${value}</th>` : html`<td${kind(index)} data-label="${columns[index]}"><div>${value}</div></td>`;
  const body = rows.map((row) => html`<tr>${row.map(cell)}</tr>`);
  return html`<table${!slim && html` class="cards"`}><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

/** A description list with the terms beside their descriptions. */
export function renderFacts(facts: readonly (readonly [string, HtmlValue])[]): Html {
  return html`<dl class="facts">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A description list with numbers set large. */
export function renderFigures(figures: readonly (readonly [string, HtmlValue])[]): Html {
  return html`<dl class="figures">${figures.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}
