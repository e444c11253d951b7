// The back office: log in, the list of datasets, one dataset's words and licence.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { Dataset } from '../catalog/dataset.ts';
import { licences } from '../catalog/dataset.ts';
import { longestTitle } from '../catalog/edits.ts';
import { formatDay, say } from '../words/format.ts';
import type { Page } from './layout.ts';
import type { View } from './view.ts';

/** The hidden field that Django's forms carry. */
export function renderTokenField(token: string): Html {
  return html`<input type="hidden" name="csrfmiddlewaretoken" value="${token}">`;
}

/** The log-in form. `wrong` says that the last try failed; the name typed comes back. */
export function logInPage(options: { readonly token: string; readonly next: string; readonly wrong: string | null }, view: View): Page {
  const { admin } = view.words;
  const error = options.wrong !== null && html`<p class="error" role="alert" id="log-in-error">${admin.wrong}</p>`;
  const described = options.wrong !== null && html`aria-invalid="true" aria-describedby="log-in-error"`;
  return {
    title: admin.logIn,
    section: 'admin',
    main: html`<div class="wide block narrow"><h1>${admin.logIn}</h1><p class="lead">${admin.lead}</p>
      <form class="panel stack" method="post" action="/admin/login" id="log-in">${renderTokenField(options.token)}<input type="hidden" name="next" value="${options.next}">${error}
        <p class="field"><label for="username">${admin.user}</label><input id="username" name="username" autocomplete="username" autocapitalize="off" required value="${options.wrong}" ${described}></p>
        <p class="field"><label for="password">${admin.password}</label><input id="password" name="password" type="password" autocomplete="current-password" required ${described}></p>
        <p><button>${admin.submit}</button></p></form></div>`,
  };
}

function renderLogOut(token: string, view: View): Html {
  const { admin, navigation } = view.words;
  return html`<form class="who" method="post" action="/admin/logout" id="log-out">${renderTokenField(token)}<span id="who">${admin.hello(view.user ?? '')}</span> <button class="quiet">${navigation.logOut}</button></form>`;
}

/** All datasets with a link to edit each. */
export function backOfficePage(datasets: readonly Dataset[], token: string, view: View): Page {
  const { admin, dataset: words } = view.words;
  const rows = datasets.map(
    (
      dataset,
    ) => html`<tr><th scope="row">${say(dataset.title, view.language)}</th><td>${dataset.licence}</td><td class="date">${formatDay(dataset.updated, view.language, 'short')}</td>
      <td><a href="/admin/datasets/${dataset.id}">${admin.edit}<span class="visually-hidden"> ${say(dataset.title, view.language)}</span></a></td></tr>`,
  );
  return {
    title: admin.title,
    section: 'admin',
    main: html`<div class="wide block"><div class="section-head"><h1>${admin.title}</h1>${renderLogOut(token, view)}</div>
      <div class="table-scroll" role="group" aria-label="${view.words.list.title}" tabindex="0"><table><thead><tr><th scope="col">${view.words.list.title}</th><th scope="col">${words.licence}</th><th scope="col">${words.updated}</th><th scope="col"><span class="visually-hidden">${admin.edit}</span></th></tr></thead><tbody>${rows}</tbody></table></div></div>`,
  };
}

/** What happened to the last save. */
export type SaveState = 'saved' | 'title' | 'licence' | null;

function renderSaveState(state: SaveState, view: View): Html {
  const { admin } = view.words;
  if (state === null) return html`<p id="save-state" role="status"></p>`;
  if (state === 'saved') return html`<p id="save-state" role="status" class="saved" data-saved>${admin.saved}</p>`;
  return html`<p id="save-state" role="status" class="error">${state === 'title' ? admin.badTitle(longestTitle) : admin.badLicence}</p>`;
}

/** The form of one dataset. With scripts on, portal.js sends it as an API write; without, it is a plain form. */
export function editPage(dataset: Dataset, options: { readonly token: string; readonly state: SaveState }, view: View): Page {
  const { admin, dataset: words } = view.words;
  const choices = [...licences.keys()].map((licence) => html`<option ${licence === dataset.licence && html`selected`}>${licence}</option>`);
  return {
    title: admin.editTitle(say(dataset.title, view.language)),
    section: 'admin',
    main: html`<div class="wide block narrow"><h1>${admin.editTitle(say(dataset.title, view.language))}</h1>
      <form class="panel stack" method="post" action="/admin/datasets/${dataset.id}" id="edit" data-api="/api/v2/catalog/datasets/${dataset.id}" data-saved-text="${admin.saved}" data-failed-text="${admin.failed}">${renderTokenField(options.token)}
        <p class="field"><label for="title-en">${admin.titleEnglish}</label><input id="title-en" name="title_en" lang="en" required maxlength="${longestTitle}" value="${dataset.title.en}"></p>
        <p class="field"><label for="title-fr">${admin.titleFrench}</label><input id="title-fr" name="title_fr" lang="fr" required maxlength="${longestTitle}" value="${dataset.title.fr}"></p>
        <p class="field"><label for="licence">${words.licence}</label><select id="licence" name="licence">${choices}</select></p>
        <p class="actions"><button>${admin.save}</button> <a href="/datasets/${dataset.id}">${admin.view}</a> <a href="/admin/">${admin.back}</a></p>
        ${renderSaveState(options.state, view)}</form></div>`,
  };
}
