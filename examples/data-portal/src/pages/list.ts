// The list of datasets with its search form.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset, Theme } from '../catalog/dataset.ts';
import { licences } from '../catalog/dataset.ts';
import type { Search } from '../catalog/search.ts';
import { parseSearch, searchDatasets } from '../catalog/search.ts';
import { renderCard } from './cards.ts';
import type { Page } from './layout.ts';
import { positionIn, renderPagination, withQuery } from './pagination.ts';
import type { View } from './view.ts';

const pageSize = 9;

type Option = readonly [value: string, label: string];

function renderSelect(name: string, label: string, options: readonly Option[], chosen: string): Html {
  const items = options.map(([value, text]) => html`<option value="${value}" ${value === chosen ? html`selected` : null}>${text}</option>`);
  return html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${items}</select></p>`;
}

function renderFilters(search: Search, view: View): Html {
  const { list, themes } = view.words;
  const themeOptions: readonly Option[] = [
    ['', list.any],
    ...(Object.keys(themes) as Theme[]).map((theme): Option => [theme, themes[theme]]),
  ];
  const licenceOptions: readonly Option[] = [['', list.any], ...[...licences.keys()].map((licence): Option => [licence, licence])];
  return html`<form class="filters panel" action="/datasets" role="search">
    <p class="field"><label for="q">${list.query}</label><input id="q" name="q" type="search" value="${search.words}"></p>
    ${renderSelect('theme', list.theme, themeOptions, search.theme ?? '')}
    ${renderSelect('licence', list.licence, licenceOptions, search.licence ?? '')}
    ${renderSelect('sort', list.sort, Object.entries(list.sorts), search.sort)}
    <p class="field"><button>${list.apply}</button></p></form>`;
}

/** The list page. */
export function listPage(datasets: readonly Dataset[], query: URLSearchParams, view: View): Page {
  const { list } = view.words;
  const search = parseSearch(query);
  const found = searchDatasets(datasets, search, view.language);
  const position = positionIn(query, found.length, pageSize);
  const shown = found.slice((position.page - 1) * pageSize, position.page * pageSize);
  const cards = shown.map((dataset) => renderCard(dataset, view, `/datasets/${dataset.id}`, 'h2'));
  const none = html`<p class="panel empty">${list.none} <a href="/datasets">${list.reset}</a></p>`;
  return {
    title: list.title,
    section: 'datasets',
    main: html`<div class="wide block"><h1>${list.title}</h1>${renderFilters(search, view)}
      <p class="found" role="status">${list.found(found.length)}</p>
      ${found.length === 0 ? none : html`<div class="cards">${cards}</div>`}
      ${renderPagination(position, (page) => withQuery('/datasets', query, { page: page === 1 ? null : String(page) }), view)}</div>`,
  };
}
