// The frame around every page.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import { languages } from '../words/language.ts';
import { mark } from './icons.ts';
import type { View } from './view.ts';

/** A page's own parts. `section` marks the current entry of the navigation. */
export type Page = {
  readonly title: string;
  readonly section?: 'datasets' | 'developers' | 'admin';
  readonly main: Html;
};

function renderLanguageForm(view: View): Html {
  const buttons = [...languages].map(
    ([code, name]) =>
      html`<button name="language" value="${code}" lang="${code}" ${code === view.language ? html`aria-current="true"` : null}>${name}</button>`,
  );
  return html`<form class="language" method="post" action="/i18n/setlang" aria-label="${view.words.site.language}"><input type="hidden" name="next" value="${view.returnTo}">${buttons}</form>`;
}

function renderHeader(view: View, page: Page): Html {
  const { navigation, site } = view.words;
  const current = (section: Page['section']): Html | null => (page.section === section ? html`aria-current="page"` : null);
  return html`<header class="site-header"><div class="wide bar">
    <a class="brand" href="/">${mark}<span><b>${site.name}</b><small>${site.tagline}</small></span></a>
    <nav aria-label="${navigation.label}"><a href="/datasets" ${current('datasets')}>${navigation.datasets}</a><a href="/developers" ${current('developers')}>${navigation.developers}</a></nav>
    ${renderLanguageForm(view)}
  </div></header>`;
}

function renderFooter(view: View): Html {
  const { footer, navigation, site } = view.words;
  return html`<footer class="site-footer"><div class="wide">
    <nav aria-label="${footer.label}"><ul role="list">
      <li><a href="/cookies/policy">${footer.policy}</a></li>
      <li>${view.additions.wayBack ?? html`<a href="/cookies/preferences">${footer.preferences}</a>`}</li>
      <li><a href="/developers">${navigation.developers}</a></li>
      <li><a href="/admin/">${view.user === null ? navigation.logIn : navigation.backOffice}</a></li>
    </ul></nav>
    <p>${site.city}. ${footer.note} ${site.madeUp}</p>
  </div></footer>`;
}

/** A whole document. */
export function renderDocument(view: View, page: Page): Html {
  const { site } = view.words;
  const sheets = ['/static/portal.css', ...view.additions.stylesheets].map((sheet) => html`<link rel="stylesheet" href="${sheet}">`);
  return html`<html lang="${view.language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === site.name ? site.name : `${page.title} · ${site.name}`}</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
${sheets}
<script src="/static/portal.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${site.skip}</a>
${view.additions.top}
${renderHeader(view, page)}
<main id="main" tabindex="-1">${page.main}</main>
${renderFooter(view)}
${view.additions.bottom}
</body>
</html>
`;
}
