// A dataset as a card, for the home page and the list.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset } from '../catalog/dataset.ts';
import { formatDay, formatNumber, say } from '../words/format.ts';
import { renderThemeIcon } from './icons.ts';
import type { View } from './view.ts';

/** One card; `heading` keeps the page's outline whole. */
export function renderCard(dataset: Dataset, view: View, link: string, heading: 'h2' | 'h3'): Html {
  const title = html`<a href="${link}">${say(dataset.title, view.language)}</a>`;
  return html`<article class="card theme-${dataset.theme}">
    <p class="eyebrow">${renderThemeIcon(dataset.theme)} ${view.words.themes[dataset.theme]}</p>
    ${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    <p class="card-text">${say(dataset.description, view.language)}</p>
    <p class="card-facts"><time datetime="${dataset.updated}">${formatDay(dataset.updated, view.language)}</time><span>${formatNumber(dataset.rows.length, view.language)} ${view.words.home.records}</span><span>${dataset.licence}</span></p>
  </article>`;
}
