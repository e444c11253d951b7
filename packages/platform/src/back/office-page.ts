// The frame of the back office's pages.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Extra } from '../http/respond.ts';
import { pageResponse } from '../http/respond.ts';
import { renderDocument, textIn } from '../page/document.ts';
import { candorMark } from '../page/marks.ts';
import { renderLanguages } from '../page/public-page.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import type { OfficeVisit } from './office-route.ts';

/** A page: `head` goes into the head element, `main` into the sheet. */
export type OfficePage = { readonly title: string; readonly main: Html; readonly head?: Html };

/** A page for somebody who is logged in. */
export function officePage(site: Site, office: OfficeVisit, page: OfficePage, extra: Extra = {}): Response {
  const { visit, token, session } = office;
  const { words } = visit;
  const account = html`<form class="switch" method="post" action="${site.prefix}/admin/log-out">${token.field()}<a href="${site.prefix}/admin/account">${session.accountName}</a><button class="plain">${words.logOut}</button></form>`;
  const nav = html`<div><nav aria-label="${words.office}"><ul>${entries(visit).map(([path, label]) => renderEntry(site, visit, { path, label }))}</ul></nav></div>`;
  return frame(site, visit, { page, account, nav }, { ...extra, cookies: [...token.cookies, ...(extra.cookies ?? [])] });
}

/** A page before log-in: no navigation. */
export function gatePage(site: Site, visit: Visit, page: OfficePage, extra: Extra = {}): Response {
  return frame(site, visit, { page, account: null, nav: html`<div></div>` }, extra);
}

type Frame = { readonly page: OfficePage; readonly account: Html | null; readonly nav: Html };

function frame(site: Site, visit: Visit, { page, account, nav }: Frame, extra: Extra): Response {
  const { words } = visit;
  const name = textIn(site.declaration.site.name, visit.language);
  const body = html`<a class="skip" href="#content">${words.skip}</a>
<header class="masthead">
<div class="top"><a class="home" href="${site.prefix}/admin">${candorMark}<span>${name} · ${words.office}</span></a><div class="switch">${renderLanguages(site, visit)}${account}</div></div>
${nav}
</header>
<main id="content" class="sheet">
${page.main}
</main>
<footer class="imprint"><div><span><a href="${site.prefix}/policy">${words.officePublic}</a></span><span>${words.declaration(site.declaration.version, visit.writing.day(site.declaration.date))} · <code>${site.declarationId.slice(0, 12)}</code></span></div></footer>`;
  const document = { title: page.title, bodyClass: 'office', body, ...(page.head === undefined ? {} : { head: page.head }) };
  return pageResponse(renderDocument(site, visit, document), extra);
}

function entries({ words }: Visit): readonly (readonly [string, string])[] {
  return [
    ['admin', words.officeOverview],
    ['admin/audits', words.officeAudits],
    ['admin/sessions', words.officeSessions],
    ['admin/journal', words.officeJournal],
  ];
}

function renderEntry(site: Site, visit: Visit, { path, label }: { path: string; label: string }): Html {
  const here = visit.path === path || (path !== 'admin' && visit.path.startsWith(`${path}/`));
  return html`<li><a href="${site.prefix}/${path}"${here && html` aria-current="page"`}>${label}</a></li>`;
}
