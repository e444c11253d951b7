// The map from the embed host. It has no address to load from until the visitor granted the maps: an inert frame,
// words in its place, and a link that works without scripts.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset } from '../catalog/dataset.ts';
import { parseAddress } from '../http/address.ts';
import { say } from '../words/format.ts';
import type { View } from './view.ts';

/** The looks a map can have. */
export type MapStyle = 'coast' | 'contrast';

/** What the map section depends on. `granted` comes from the visitor's choice, never from the page. */
export type MapOptions = { readonly embedOrigin: string; readonly granted: boolean; readonly style: MapStyle };

/** A look, or the one by default. */
export function parseMapStyle(text: string | null): MapStyle {
  return text === 'contrast' ? 'contrast' : 'coast';
}

function renderLooks(dataset: Dataset, options: MapOptions, view: View): Html {
  const { mapStyle, mapStyles } = view.words.dataset;
  const buttons = (['coast', 'contrast'] as const).map(
    (style) =>
      html`<button name="style" value="${style}" ${style === options.style ? html`aria-pressed="true"` : null}>${mapStyles[style]}</button>`,
  );
  return html`<form class="looks" action="/datasets/${dataset.id}#map" aria-label="${mapStyle}">${buttons}</form>`;
}

/** The section of a dataset whose records have a place. */
export function renderMapSection(dataset: Dataset, options: MapOptions, view: View): Html {
  const words = view.words.dataset;
  const address = `${options.embedOrigin}/map?dataset=${dataset.id}&style=${options.style}&lang=${view.language}`;
  const title = words.mapTitle(say(dataset.title, view.language));
  // One or the other: an address that is set twice would be loaded twice.
  const source = options.granted ? html`src="${address}"` : html`data-src="${address}"`;
  return html`<section class="block" aria-labelledby="map"><div class="section-head"><h2 id="map">${words.map}</h2>${renderLooks(dataset, options, view)}</div>
    <div class="map-frame">
      <div class="map-gate" data-candor-placeholder="embeds">
        <p>${words.mapGate(parseAddress(options.embedOrigin)?.hostname ?? options.embedOrigin)}</p>
        <p class="map-choose"><a class="button" href="/cookies/preferences">${words.mapAllow}</a></p>
        <p class="map-open"><a href="${address}" rel="noopener">${words.mapOpen}</a></p>
      </div>
      <iframe ${source} data-candor-purpose="embeds" title="${title}"></iframe>
    </div></section>`;
}
