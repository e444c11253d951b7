// The site on one screen: is it true, what is declared, what is in the log, what did visitors choose, how many came.
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { PublicationRow } from '../drivers/publication-store.ts';
import { renderFindings, renderVerdict } from '../front/audit-view.ts';
import { readReport } from '../front/report-text.ts';
import { renderVisitFigures } from '../front/statistics-view.ts';
import { renderGapFigures } from '../front/truth-pages.ts';
import { textIn } from '../page/document.ts';
import { renderFacts, renderTable } from '../page/table.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { isoDay } from '../words/dates.ts';
import { languageName } from '../words/pick.ts';
import { renderAuditButton } from './audit-pages.ts';
import { renderChoiceSummary } from './choice-summary.ts';
import { officePage } from './office-page.ts';
import type { OfficeVisit } from './office-route.ts';
import { officeGet } from './office-route.ts';

/** `admin`. */
export function createOverviewRoutes(site: Site): readonly Route[] {
  return [officeGet(site, 'admin', (office) => showOverview(site, office))];
}

async function showOverview(site: Site, office: OfficeVisit): Promise<Response> {
  const { words, language } = office.visit;
  const name = textIn(site.declaration.site.name, language);
  const panels = [
    await auditPanel(site, office),
    declarationPanel(site, office),
    await ledgerPanel(site, office),
    await choicePanel(site, office),
  ];
  const visits = await visitPanel(site, office);
  const main = html`<div class="stack"><h1>${name}</h1><div class="panels">${panels}${visits}</div></div>`;
  return officePage(site, office, { title: words.officeOverview, main });
}

async function auditPanel(site: Site, office: OfficeVisit): Promise<Html> {
  const { visit } = office;
  const { words, writing } = visit;
  const row = await site.store.audits.latestDone();
  const report = readReport(row);
  const button = renderAuditButton(site, office, row === null ? words.runAudit : words.runAgain);
  const heading = html`<div class="heading"><h2>${words.overviewAudit}</h2>${button}</div>`;
  if (row === null || report === null) {
    return html`<section class="panel wide">${heading}${renderVerdict(visit, null, html`${words.overviewNever}`)}</section>`;
  }
  const stale = row.declaration !== site.declarationId && html`<p class="note warn">${words.truthStale}</p>`;
  const link = html`<a href="${site.prefix}/admin/audits/${row.id}">${words.auditSee}</a>`;
  return html`<section class="panel wide">${heading}${stale}
${renderVerdict(visit, report, html`${writing.time(row.startedAt)} · ${link}`)}
${renderGapFigures(site, visit, report)}
${report.findings.length > 0 && renderFindings(visit, report.findings, true)}</section>`;
}

function declarationPanel(site: Site, { visit }: OfficeVisit): Html {
  const { words, writing } = visit;
  const { declaration } = site;
  const size = (record: object) => writing.number(Object.keys(record).length);
  return html`<section class="panel"><h2>${words.overviewDeclaration}</h2>${renderFacts([
    [words.overviewVersion, declaration.version],
    [words.overviewDate, writing.day(declaration.date)],
    [words.overviewLanguages, declaration.languages.map(languageName).join(', ')],
    [words.overviewTrackers, size(declaration.trackers)],
    [words.overviewPurposes, size(declaration.purposes)],
    [words.overviewProviders, size(declaration.providers)],
    [words.overviewProfiles, declaration.profiles.offered.join(', ')],
    [words.hash, html`<code>${site.declarationId}</code>`],
  ])}</section>`;
}

async function ledgerPanel(site: Site, { visit }: OfficeVisit): Promise<Html> {
  const { words, writing } = visit;
  const state = await readLedger(site);
  const published = await site.store.publications.list(site.declarationId);
  const body =
    state === null
      ? html`<p class="note bad">${words.overviewLedgerDown}</p>`
      : html`${renderFacts([
          [words.overviewEntries, writing.number(state.size)],
          [words.overviewPublished, words.overviewPublishedCount(published.length)],
        ])}${renderPublished(visit, published)}<details><summary>${words.overviewCheckpoint}</summary><pre><code>${state.checkpoint}</code></pre></details>`;
  return html`<section class="panel"><h2>${words.overviewLedger}</h2>${body}</section>`;
}

function renderPublished({ words, writing }: Visit, published: readonly PublicationRow[]): Html | null {
  if (published.length === 0) return null;
  const rows = published.map(({ kind, language, profile, ledgerIndex }) => [
    words.publicationKinds[kind],
    [language, profile].filter((part) => part !== '').join(' · '),
    writing.number(ledgerIndex),
  ]);
  const columns = [words.journalWhat, words.journalDetail, words.receiptIndex];
  return html`<details><summary>${words.overviewPublished}</summary>${renderTable({ caption: words.overviewPublished, columns, rows, numbers: [2], slim: true })}</details>`;
}

async function readLedger(site: Site): Promise<{ readonly size: number; readonly checkpoint: string } | null> {
  try {
    return { size: await site.ledger.size(), checkpoint: await site.ledger.checkpoint() };
  } catch (failure) {
    site.onFailure(failure);
    return null;
  }
}

async function choicePanel(site: Site, { visit }: OfficeVisit): Promise<Html> {
  const since = isoDay(site.now(), site.declaration.site.timeZone, -29);
  const counts = await site.store.choiceCounts.since(since);
  return html`<section class="panel"><h2>${visit.words.overviewChoices}</h2>${renderChoiceSummary(site, visit, counts)}</section>`;
}

async function visitPanel(site: Site, { visit }: OfficeVisit): Promise<Html> {
  const figures = await renderVisitFigures(site, visit);
  return html`<section class="panel"><h2>${visit.words.overviewVisits}</h2>${figures}<p><a href="${site.prefix}/statistics">${visit.words.statistics}</a></p></section>`;
}
