// One dataset: what it is, its chart, its map, its records, its fields.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset } from '../catalog/dataset.ts';
import { hasPoints, licences } from '../catalog/dataset.ts';
import { renderChartFigure } from '../chart/figure.ts';
import { formatDay, formatNumber, say } from '../words/format.ts';
import { renderThemeIcon } from './icons.ts';
import type { Page } from './layout.ts';
import type { MapOptions } from './map-section.ts';
import { renderMapSection } from './map-section.ts';
import { renderTableSection } from './table-section.ts';
import type { View } from './view.ts';

function renderFacts(dataset: Dataset, view: View): Html {
  const words = view.words.dataset;
  const address = licences.get(dataset.licence);
  const licence = address === undefined ? dataset.licence : html`<a href="${address}" rel="license noopener">${dataset.licence}</a>`;
  return html`<aside class="panel facts" aria-label="${words.facts}"><dl>
    <div><dt>${words.publisher}</dt><dd>${dataset.publisher}</dd></div>
    <div><dt>${words.licence}</dt><dd>${licence}</dd></div>
    <div><dt>${words.updated}</dt><dd><time datetime="${dataset.updated}">${formatDay(dataset.updated, view.language)}</time></dd></div>
    <div><dt>${words.records}</dt><dd>${formatNumber(dataset.rows.length, view.language)}</dd></div></dl>
    <h2>${words.download}</h2><ul class="downloads" role="list">
      <li><a class="button" href="/datasets/${dataset.id}/export.csv" download>CSV</a></li>
      <li><a class="button" href="/datasets/${dataset.id}/export.json" download>JSON</a></li>
      <li><a class="button quiet" href="/api/v2/catalog/datasets/${dataset.id}/records?limit=20">${words.api}</a></li></ul></aside>`;
}

function renderFields(dataset: Dataset, view: View): Html {
  const words = view.words.dataset;
  const rows = dataset.fields.map(
    (field) =>
      html`<tr><th scope="row"><code>${field.name}</code></th><td>${say(field.label, view.language)}${field.unit !== undefined && ` (${field.unit})`}</td><td>${words.types[field.type]}</td></tr>`,
  );
  return html`<section class="block" aria-labelledby="fields"><h2 id="fields">${words.fields}</h2><div class="table-scroll" role="group" aria-labelledby="fields" tabindex="0"><table class="fields">
    <thead><tr><th scope="col">${words.fieldName}</th><th scope="col">${words.fieldLabel}</th><th scope="col">${words.fieldType}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** A dataset's page. */
export function datasetPage(dataset: Dataset, query: URLSearchParams, map: MapOptions, view: View): Page {
  const title = say(dataset.title, view.language);
  return {
    title,
    section: 'datasets',
    main: html`<div class="wide">
      <header class="dataset-head theme-${dataset.theme}"><p class="eyebrow"><a href="/datasets?theme=${dataset.theme}">${renderThemeIcon(dataset.theme)} ${view.words.themes[dataset.theme]}</a></p>
        <h1>${title}</h1><p class="lead">${say(dataset.description, view.language)}</p></header>
      <div class="dataset-top">${renderChartFigure(dataset, view.language)}${renderFacts(dataset, view)}</div>
      ${hasPoints(dataset) && renderMapSection(dataset, map, view)}
      ${renderTableSection(dataset, query, view)}
      ${renderFields(dataset, view)}</div>`,
  };
}
