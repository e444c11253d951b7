// The home page: search, themes, the beaches now, and what changed last.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset, Theme } from '../catalog/dataset.ts';
import { cellOf } from '../catalog/dataset.ts';
import { formatDay, formatNumber } from '../words/format.ts';
import { renderCard } from './cards.ts';
import { lighthouse, renderThemeIcon, waves } from './icons.ts';
import type { Page } from './layout.ts';
import type { View } from './view.ts';

const themes: readonly Theme[] = ['sea', 'nature', 'mobility', 'culture', 'city'];
const examples: { readonly en: readonly string[]; readonly fr: readonly string[] } = {
  en: ['beach', 'trees', 'bicycle', 'budget'],
  fr: ['plage', 'arbres', 'vélos', 'budget'],
};

function renderHero(datasets: readonly Dataset[], view: View): Html {
  const { home } = view.words;
  const numbers: readonly (readonly [number, string])[] = [
    [datasets.length, home.datasets],
    [datasets.reduce((sum, dataset) => sum + dataset.rows.length, 0), home.records],
    [new Set(datasets.map((dataset) => dataset.publisher)).size, home.publishers],
  ];
  return html`<section class="hero">${lighthouse}<div class="wide">
    <h1>${home.title}</h1>
    <p class="lead">${home.lead}</p>
    <form class="search" action="/datasets" role="search"><label class="visually-hidden" for="q">${home.search}</label>
      <input id="q" name="q" type="search" placeholder="${home.search}" autocomplete="off"><button>${home.searchButton}</button></form>
    <p class="examples">${home.try} ${examples[view.language].map((word) => html`<a href="/datasets?q=${encodeURIComponent(word)}">${word}</a> `)}</p>
    <dl class="numbers">${numbers.map(([value, name]) => html`<div><dt>${name}</dt><dd>${formatNumber(value, view.language)}</dd></div>`)}</dl>
  </div>${waves}</section>`;
}

function renderThemes(datasets: readonly Dataset[], view: View): Html {
  const tiles = themes.map((theme) => {
    const count = datasets.filter((dataset) => dataset.theme === theme).length;
    return html`<li><a class="tile theme-${theme}" href="/datasets?theme=${theme}">${renderThemeIcon(theme)}<b>${view.words.themes[theme]}</b><span>${view.words.list.found(count)}</span></a></li>`;
  });
  return html`<section class="wide block" aria-labelledby="themes"><h2 id="themes">${view.words.home.byTheme}</h2><ul class="tiles" role="list">${tiles}</ul></section>`;
}

const ratingClass: ReadonlyMap<string, string> = new Map([
  ['very good', 'best'],
  ['good', 'good'],
  ['fair', 'fair'],
  ['poor', 'poor'],
]);

function renderBeaches(dataset: Dataset | undefined, view: View): Html | null {
  if (dataset === undefined) return null;
  const day = dataset.rows.map((row) => String(cellOf(row, 'sample_date'))).reduce((latest, next) => (next > latest ? next : latest), '');
  const samples = dataset.rows.filter((row) => cellOf(row, 'sample_date') === day);
  const items = samples.map((row) => {
    const rating = String(cellOf(row, 'rating'));
    return html`<li><span>${String(cellOf(row, 'beach'))}</span><span class="rating ${ratingClass.get(rating) ?? 'fair'}"><b>${Number(cellOf(row, 'enterococci'))}</b> ${rating}</span></li>`;
  });
  const { home } = view.words;
  return html`<section class="band" aria-labelledby="beaches"><div class="wide block"><h2 id="beaches">${home.beaches}</h2><p>${home.beachesLead(formatDay(day, view.language))}</p>
    <ul class="beaches" role="list">${items}</ul><p><a class="more" href="${view.datasetLink(dataset.id)}">${home.beachesAll}</a></p></div></section>`;
}

/** The home page. */
export function homePage(datasets: readonly Dataset[], view: View): Page {
  const { home, site } = view.words;
  const recent = [...datasets].sort((left, right) => (left.updated < right.updated ? 1 : -1)).slice(0, 6);
  return {
    title: site.name,
    main: html`${renderHero(datasets, view)}${renderThemes(datasets, view)}
      ${renderBeaches(
        datasets.find((dataset) => dataset.id === 'beach-water-quality'),
        view,
      )}
      <section class="wide block" aria-labelledby="recent"><h2 id="recent">${home.recent}</h2>
      <div class="cards">${recent.map((dataset) => renderCard(dataset, view, view.datasetLink(dataset.id), 'h3'))}</div>
      <p><a class="more" href="/datasets">${home.all}</a></p></section>`,
  };
}
