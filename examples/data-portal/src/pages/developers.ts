// How to read and write the data from a program.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Page } from './layout.ts';
import type { View } from './view.ts';

const base = '/api/v2/catalog/datasets';

function renderTable(heads: readonly [string, string], rows: readonly (readonly [Html, string])[]): Html {
  const body = rows.map(([left, right]) => html`<tr><th scope="row">${left}</th><td>${right}</td></tr>`);
  return html`<div class="table-scroll" role="group" aria-label="${heads[0]}" tabindex="0"><table class="fields"><thead><tr><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead><tbody>${body}</tbody></table></div>`;
}

function renderExample(where: string): Html {
  return html`<a href="${`${base}/street-trees/records?where=${encodeURIComponent(where)}`}"><code>${where}</code></a>`;
}

/** The page for developers. */
export function developersPage(view: View): Page {
  const { developers } = view.words;
  const reading: readonly (readonly [Html, string])[] = [
    [html`<a href="${base}"><code>GET ${base}</code></a>`, developers.list],
    [html`<a href="${`${base}/street-trees`}"><code>GET ${base}/street-trees</code></a>`, developers.one],
    [html`<a href="${`${base}/street-trees/records`}"><code>GET ${base}/street-trees/records</code></a>`, developers.records],
  ];
  return {
    title: developers.title,
    section: 'developers',
    main: html`<div class="wide block prose"><h1>${developers.title}</h1><p class="lead">${developers.lead}</p>
      <h2>${developers.reading}</h2>${renderTable([developers.endpoint, developers.does], reading)}
      <h2>${developers.language}</h2><p>${developers.languageLead}</p>
      ${renderTable(
        [developers.example, developers.meaning],
        developers.examples.map(([where, meaning]) => [renderExample(where), meaning]),
      )}
      <h2>${developers.writing}</h2><p>${developers.writingLead}</p>
      ${renderTable([developers.endpoint, developers.does], [[html`<code>PATCH ${base}/street-trees</code>`, developers.patch]])}
      <pre tabindex="0"><code>PATCH ${base}/street-trees
X-CSRFToken: …
Content-Type: application/json

{"title": {"en": "Street trees", "fr": "Arbres d’alignement"}, "licence": "CC BY 4.0"}</code></pre>
      <h2>${developers.errors}</h2><p>${developers.errorsLead}</p></div>`,
  };
}
