// Who did what in the back office, and when.
import { html } from '@candor/core';
import { renderTable } from '../page/table.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Words } from '../words/english.ts';
import { officePage } from './office-page.ts';
import type { OfficeVisit } from './office-route.ts';
import { officeGet } from './office-route.ts';

const most = 200;

/** `admin/journal`. */
export function createJournalRoutes(site: Site): readonly Route[] {
  return [officeGet(site, 'admin/journal', (office) => showJournal(site, office))];
}

async function showJournal(site: Site, office: OfficeVisit): Promise<Response> {
  const { words, writing } = office.visit;
  const deeds = await site.store.deeds.recent(most);
  const rows = deeds.map((deed) => [writing.time(deed.at), deed.account, nameDeed(words, deed.action), deed.detail]);
  const columns = [words.when, words.journalWho, words.journalWhat, words.journalDetail];
  const list = rows.length === 0 ? html`<p>${words.journalEmpty}</p>` : renderTable({ caption: words.journalLead, columns, rows });
  return officePage(site, office, {
    title: words.journalTitle,
    main: html`<div class="stack"><h1>${words.journalTitle}</h1>${list}</div>`,
  });
}

function nameDeed(words: Words, action: string): string {
  const found = Object.entries(words.deeds).find(([key]) => key === action);
  return found?.[1] ?? action;
}
