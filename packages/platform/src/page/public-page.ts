// The frame of the front office's pages.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Extra } from '../http/respond.ts';
import { pageResponse } from '../http/respond.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { languageName } from '../words/pick.ts';
import { languageAttributes, renderDocument, textIn } from './document.ts';
import { candorMark } from './marks.ts';

/** A page of the front office. `languageLinks` replaces the language form where each language has an address of its own. */
export type PublicPage = {
  readonly title: string;
  readonly main: Html;
  readonly languageLinks?: (language: string) => string;
  readonly head?: Html;
};

/** The page as a response. */
export function publicPage(site: Site, visit: Visit, page: PublicPage, extra: Extra = {}): Response {
  const { words } = visit;
  const body = html`<a class="skip" href="#content">${words.skip}</a>
<header class="masthead">
<div class="top"><a class="home" href="/">${candorMark}<span${languageAttributes(visit)}>${textIn(site.declaration.site.name, visit.language)}</span></a>${renderLanguages(site, visit, page.languageLinks)}</div>
<div><nav aria-label="${words.nav}"><ul>${entries(visit).map(([path, label]) => renderEntry(site, visit, { path, label }))}</ul></nav></div>
</header>
<main id="content" class="sheet">
${page.main}
</main>
<footer class="imprint"><div>
<span>${words.declaration(site.declaration.version, visit.writing.day(site.declaration.date))} · <code title="${site.declarationId}">${site.declarationId.slice(0, 12)}</code></span>
<span>${words.madeBy}</span>
</div></footer>`;
  const document = { title: page.title, bodyClass: 'front', body, ...(page.head === undefined ? {} : { head: page.head }) };
  return pageResponse(renderDocument(site, visit, document), {
    ...extra,
    headers: { 'Content-Language': visit.language, ...extra.headers },
  });
}

function entries({ words }: Visit): readonly (readonly [string, string])[] {
  return [
    ['policy', words.policy],
    ['preferences', words.preferences],
    ['statistics', words.statistics],
    ['truth', words.truth],
    ['receipt', words.receipt],
  ];
}

function renderEntry(site: Site, visit: Visit, { path, label }: { path: string; label: string }): Html {
  const here = visit.path.split('/')[0] === path;
  return html`<li><a href="${site.prefix}/${path}"${here && html` aria-current="page"`}>${label}</a></li>`;
}

/** The language choice: links where a language has its own address, else the form that remembers it. */
export function renderLanguages(site: Site, visit: Visit, link?: (language: string) => string): Html | null {
  const { languages } = site.declaration;
  if (languages.length < 2) return null;
  const choices = languages.map((language) => {
    const name = languageName(language);
    if (language === visit.language) return html`<span aria-current="true" lang="${language}">${name}</span>`;
    return link === undefined
      ? html`<button class="plain" name="language" value="${language}" lang="${language}">${name}</button>`
      : html`<a href="${link(language)}" hreflang="${language}" lang="${language}">${name}</a>`;
  });
  if (link !== undefined) return html`<div class="switch" role="group" aria-label="${visit.words.language}">${choices}</div>`;
  return html`<form class="switch" method="post" action="${site.prefix}/language" aria-label="${visit.words.language}"><input type="hidden" name="return" value="${returnAddress(visit)}">${choices}</form>`;
}

// A page that answered a POST has no address to come back to; the path without it does.
function returnAddress(visit: Visit): string {
  return visit.url.pathname + (visit.request.method === 'POST' ? '' : visit.url.search);
}
