// Links to the pages of a list.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { View } from './view.ts';

/** Where a list stands: pages count from 1. */
export type Position = { readonly page: number; readonly pages: number };

/** The position a query asks for, kept within the list. */
export function positionIn(query: URLSearchParams, total: number, size: number): Position {
  const pages = Math.max(1, Math.ceil(total / size));
  const asked = Number.parseInt(query.get('page') ?? '1', 10);
  return { page: Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), pages), pages };
}

/** The same query with some parameters changed; null removes one. */
export function withQuery(path: string, query: URLSearchParams, changes: { readonly [name: string]: string | null }): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** First, last, current and its neighbours; gaps are shown as such. Nothing for a single page. */
export function renderPagination(position: Position, link: (page: number) => string, view: View): Html | null {
  const { page, pages } = position;
  const words = view.words.pages;
  if (pages === 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((candidate) => candidate >= 1 && candidate <= pages);
  const items = shown.map((candidate, index) => {
    const gap = candidate - (shown[index - 1] ?? 0) > 1 ? html`<li class="gap" aria-hidden="true">…</li>` : null;
    const current = candidate === page ? html`aria-current="page"` : null;
    return html`${gap}<li><a href="${link(candidate)}" aria-label="${words.page(candidate)}" ${current}>${candidate}</a></li>`;
  });
  return html`<nav class="pagination" aria-label="${words.label}"><ul role="list">
    ${page > 1 && html`<li><a rel="prev" href="${link(page - 1)}">${words.previous}</a></li>`}${items}
    ${page < pages && html`<li><a rel="next" href="${link(page + 1)}">${words.next}</a></li>`}</ul></nav>`;
}
