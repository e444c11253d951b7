// The smallest pieces of the page as HTML. Roles are written out because a table that reflows into blocks loses its own.
import type { Html } from '../base/html.ts';
import { html } from '../base/html.ts';
import type { Inline } from './view.ts';

/** A run of text. */
export function renderInline(run: Inline): Html {
  if (typeof run === 'string') return html`${run}`;
  if ('code' in run) return renderCode(run.code);
  if ('name' in run) return html`<bdi>${run.name}</bdi>`;
  const address = run.href.endsWith(run.text) && html` dir="ltr"`;
  return html`<a href="${run.href}"${address}>${run.text}</a>`;
}

/** A name as it is written in the browser: left to right on every page, or its first and last signs would change sides. */
export function renderCode(name: string): Html {
  return html`<code dir="ltr">${name}</code>`;
}

/** A column's heading. */
export function tableHeading(label: string): Html {
  return html`<th scope="col" role="columnheader">${label}</th>`;
}

/** A cell, or the heading of its row; the label stands before it where the table is read as blocks. */
export function tableCell(label: string, content: Html, heads: boolean): Html {
  return heads
    ? html`<th scope="row" role="rowheader" data-label="${label}">${content}</th>`
    : html`<td role="cell" data-label="${label}">${content}</td>`;
}
