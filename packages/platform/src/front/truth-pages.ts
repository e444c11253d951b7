// The public answer to "is this policy true today?", and the report it rests on, byte for byte.
import type { AuditReport } from '@candor/audit';
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import type { AuditRow } from '../drivers/audit-store.ts';
import { PlatformError } from '../errors.ts';
import { respond } from '../http/respond.ts';
import { publicPage } from '../page/public-page.ts';
import { renderFacts, renderFigures } from '../page/table.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { renderFindings, renderGapNames, renderStates, renderVerdict } from './audit-view.ts';
import { readReport } from './report-text.ts';

const caching = { 'Cache-Control': 'no-cache' };

/** `truth` and `truth.json`. */
export function createTruthRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', path: 'truth', personal: false, answer: (visit) => showTruth(site, visit) },
    { method: 'GET', path: 'truth.json', personal: false, answer: () => showReport(site) },
  ];
}

async function showReport(site: Site): Promise<Response> {
  const row = await site.store.audits.latestDone();
  if (row?.report === null || row?.report === undefined) throw new PlatformError('PLATFORM_NOT_FOUND');
  return respond(row.report, 'application/json; charset=utf-8', { headers: { ...caching, ETag: `"${row.hash ?? ''}"` } });
}

async function showTruth(site: Site, visit: Visit): Promise<Response> {
  const { words } = visit;
  const row = await site.store.audits.latestDone();
  const report = readReport(row);
  const content =
    row === null || report === null
      ? html`${renderVerdict(visit, null, html`${words.truthUnknownText}`)}`
      : renderTruth(site, visit, { row, report });
  const main = html`<div class="stack"><h1>${words.truthTitle}</h1><p class="lead">${words.truthLead}</p>${content}</div>`;
  return publicPage(site, visit, { title: words.truthTitle, main }, { headers: { ...caching, Vary: 'Accept-Language, Cookie' } });
}

function renderTruth(site: Site, visit: Visit, { row, report }: { row: AuditRow; report: AuditReport }): Html {
  const { words, writing } = visit;
  const stale = row.declaration !== site.declarationId && html`<p class="note warn">${words.truthStale}</p>`;
  const when = html`<time datetime="${report.startedAt}">${writing.time(row.startedAt)}</time> · <code>${row.declaration.slice(0, 12)}</code>`;
  return html`${stale}
${renderVerdict(visit, report, when)}
${renderGapFigures(site, visit, report)}
<h2>${words.truthFindings}</h2>
${renderFindings(visit, report.findings, false)}
${renderGapNames(visit, report)}
${renderStates(visit, report.states)}
${report.reasons.length > 0 && html`<h2>${words.truthReasons}</h2><ul lang="en">${report.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
<h2>${words.truthProof}</h2>
<p>${words.truthProofText}</p>
${renderProof(site, visit, row)}`;
}

/** The three numbers of the gap, each against what it is counted of. */
export function renderGapFigures(site: Site, visit: Visit, report: AuditReport): Html {
  const { words, writing } = visit;
  const declared = Object.keys(site.declaration.trackers).length;
  const { observedNotDeclared, declaredNotObserved, notExercised } = report.gap;
  const of = (count: number, total: number) =>
    html`${writing.number(count)} <small>${words.truthOfTotal(writing.number(Math.max(total, count)))}</small>`;
  return renderFigures([
    [words.truthObserved, writing.number(observedNotDeclared.length)],
    [words.truthMissing, of(declaredNotObserved.length, declared - notExercised.length)],
    [words.truthNotExercised, of(notExercised.length, declared)],
    [words.truthFindings, writing.number(report.findings.length)],
  ]);
}

function renderProof(site: Site, visit: Visit, row: AuditRow): Html {
  const { words, writing } = visit;
  const position =
    row.ledgerIndex === null
      ? words.truthNotPublished
      : html`${writing.number(row.ledgerIndex)} · <a href="${site.prefix}/log/checkpoint">${words.overviewCheckpoint}</a>`;
  return renderFacts([
    [words.truthReport, html`<a href="${site.prefix}/truth.json">truth.json</a>`],
    [words.hash, html`<code>${row.hash}</code>`],
    [words.truthLedger, position],
    [words.truthDeclaration, html`<code>${row.declaration}</code>`],
  ]);
}
