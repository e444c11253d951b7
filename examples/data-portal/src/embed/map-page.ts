// The map: one document of the embed host, drawn as SVG, no script.
import type { Html } from '@candor/core';
import { html, unescapedHtml } from '@candor/core';
import type { Dataset, Language, Row } from '../catalog/dataset.ts';
import { cellOf, hasPoints } from '../catalog/dataset.ts';
import type { MapStyle } from '../pages/map-section.ts';
import { formatCell, formatNumber, say } from '../words/format.ts';
import { creekPaths, frame, greens, landPath, places, project, shorePath } from './coast.ts';

const words: { readonly [L in Language]: { readonly points: (count: string) => string; readonly none: string; readonly north: string } } = {
  en: { points: (count) => `${count} points`, none: 'No map for this dataset', north: 'N' },
  fr: { points: (count) => `${count} points`, none: 'Pas de carte pour ce jeu de données', north: 'N' },
};

// The embed host's own words for its own document; the portal's sheet is not its business.
const styles: Html = unescapedHtml(`
html,body{margin:0;height:100%;font:14px system-ui,sans-serif}
svg.map{display:block;width:100%;height:100%;overflow:visible;background:var(--water)}
body{overflow:hidden;--water:#a9dbe3;--land:#f4efdf;--shore:#e6c98a;--creek:#a9dbe3;--green:#dfe6c4;--name:#46585c;--halo:#f4efdf;--point:#b93c22;--edge:#fff}
body.contrast{--water:#0b1f2a;--land:#fff;--shore:#000;--creek:#0b1f2a;--green:#ececec;--name:#000;--halo:#fff;--point:#d40000;--edge:#000}
.land{fill:var(--land)}.shore{fill:none;stroke:var(--shore);stroke-width:34;stroke-linejoin:round}.creek{fill:none;stroke:var(--creek);stroke-width:26;stroke-linecap:round}
.swell{fill:none;stroke:#fff;stroke-opacity:.45;stroke-width:9}.contrast .swell{stroke-opacity:.2}
.green{fill:var(--green)}text{fill:var(--name);stroke:var(--halo);stroke-width:18;paint-order:stroke;stroke-linejoin:round;font:600 82px system-ui,sans-serif;text-anchor:end}
circle{fill:var(--point);fill-opacity:.8;stroke:var(--edge);stroke-width:7}circle:hover{fill-opacity:1;r:40}
.box{position:absolute;inset:auto auto 12px 12px;max-width:calc(100% - 24px);box-sizing:border-box;background:#fff;color:#12303d;border:1px solid #12303d33;border-radius:8px;padding:8px 12px;line-height:1.4}
.box b{display:block}.none{display:grid;place-content:center;height:100%}
`);

function describe(dataset: Dataset, row: Row, language: Language): string {
  const shown = dataset.fields.filter((field) => field.name !== 'latitude' && field.name !== 'longitude').slice(0, 4);
  return shown.map((field) => `${say(field.label, language)}: ${formatCell(field, cellOf(row, field.name), language)}`).join('\n');
}

// The last record of a place wins: a sampled beach is one point, not one per sample.
function pointsOf(dataset: Dataset): ReadonlyMap<string, Row> {
  return new Map(dataset.rows.map((row) => [`${String(cellOf(row, 'latitude'))},${String(cellOf(row, 'longitude'))}`, row]));
}

function renderPoints(dataset: Dataset, rows: Iterable<Row>, language: Language): readonly Html[] {
  return [...rows].map((row) => {
    const [x, y] = project(Number(cellOf(row, 'latitude')), Number(cellOf(row, 'longitude')));
    return html`<circle cx="${x}" cy="${y}" r="26"><title>${describe(dataset, row, language)}</title></circle>`;
  });
}

function renderMap(dataset: Dataset, language: Language): Html {
  const points = pointsOf(dataset);
  const names = places.map((place) => {
    const [x, y] = project(place.latitude, place.longitude);
    return html`<text x="${x - 150}" y="${y + 26}">${place.name}</text>`;
  });
  const swell = [120, 300, 520].map(
    (offset) => html`<path class="swell" d="${shorePath}" transform="translate(${offset} ${offset / 3})"/>`,
  );
  const hills = greens.map(([x, y, rx, ry]) => html`<ellipse class="green" cx="${x}" cy="${y}" rx="${rx}" ry="${ry}"/>`);
  const title = say(dataset.title, language);
  const count = words[language].points(formatNumber(points.size, language));
  return html`<svg class="map" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${`${title}: ${count}`}">
    ${swell}<path class="land" d="${landPath}"/>${hills}${creekPaths.map((path) => html`<path class="creek" d="${path}"/>`)}<path class="shore" d="${shorePath}"/>
    ${names}${renderPoints(dataset, points.values(), language)}</svg>
    <div class="box"><b>${title}</b>${count} · Coastal Maps Demo</div>`;
}

/** A map as a whole document. `dataset` null or without points says so. */
export function renderMapPage(dataset: Dataset | null, style: MapStyle, language: Language): Html {
  const shown = dataset !== null && hasPoints(dataset) ? dataset : null;
  return html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${shown === null ? words[language].none : say(shown.title, language)}</title><link rel="icon" href="data:,"><style>${styles}</style></head>
    <body class="${style}">${shown === null ? html`<p class="none">${words[language].none}</p>` : renderMap(shown, language)}</body></html>`;
}
