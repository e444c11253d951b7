// Small parts of the page: names that a site chose, times, tables.
import type { Html, HtmlValue } from '@candor/core';
import { html } from '@candor/core';
import { visible } from '../../visible.ts';

/** A name, an address or a piece of code that somebody else chose. Its direction stays its own. */
export function renderCode(text: string): Html {
  return html`<code translate="no">${visible(text)}</code>`;
}

/** The id of a rule, in one piece. */
export function renderId(id: string): Html {
  return html`<code class="id" translate="no">${visible(id)}</code>`;
}

/** Words that may hold what a site chose. */
export function renderWords(text: string): Html {
  return html`<bdi>${visible(text)}</bdi>`;
}

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** An ISO 8601 time as a person reads it, in UTC. */
export function renderTime(iso: string): Html {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return renderWords(iso);
  return html`<time datetime="${new Date(at).toISOString()}">${dates.format(at)}, ${new Date(at).toISOString().slice(11, 19)} UTC</time>`;
}

/** A table. `numbers` are the columns, from 0, that are aligned as numbers; the first cell of a row is its head. */
export type Table = {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly numbers?: readonly number[];
  readonly rows: readonly (readonly HtmlValue[])[];
};

/** A table in a region of its own, which a narrow screen can scroll and a keyboard can reach. */
export function renderTable({ id, caption, columns, numbers = [], rows }: Table): Html {
  const kind = (at: number): Html | false => numbers.includes(at) && html` class="number"`;
  const head = columns.map((column, at) => html`<th scope="col"${kind(at)}>${column}</th>`);
  const body = rows.map(
    ([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell, at) => html`<td${kind(at + 1)}>${cell}</td>`)}</tr>\n`,
  );
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody></table></div>`;
}

/** Terms and what they mean, without those that have nothing. */
export function renderFacts(facts: readonly (readonly [term: string, value: HtmlValue, kind?: string])[]): Html {
  const rows = facts
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([term, value, kind]) => html`<div${kind !== undefined && html` class="${kind}"`}><dt>${term}</dt><dd>${value}</dd></div>\n`);
  return html`<dl class="facts">${rows}</dl>`;
}

/** A list of names; null where there are none. */
export function renderList(title: string, items: readonly HtmlValue[]): Html | null {
  return items.length === 0 ? null : html`<div><h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></div>`;
}

/** Parts with a separator between them. */
export function joinHtml(parts: readonly HtmlValue[], separator: string): readonly HtmlValue[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part]));
}
