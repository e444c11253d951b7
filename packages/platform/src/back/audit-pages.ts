// Audits in the back office: the list, one that is running, one that is done.
import type { Html } from '@candor/core';
import { html, unescapedHtml } from '@candor/core';
import type { AuditRow } from '../drivers/audit-store.ts';
import { PlatformError } from '../errors.ts';
import { renderFindings, renderGapNames, renderStates, renderVerdict } from '../front/audit-view.ts';
import { moodOf, readGap, readReport } from '../front/report-text.ts';
import { renderGapFigures } from '../front/truth-pages.ts';
import { seeOther } from '../http/respond.ts';
import { renderFacts, renderTable } from '../page/table.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { describeProgress } from './audit-progress.ts';
import { officePage } from './office-page.ts';
import type { OfficeVisit } from './office-route.ts';
import { noteDeed, officeGet, officePost } from './office-route.ts';

const most = 50;

/** `admin/audits` and each audit's page. */
export function createAuditRoutes(site: Site): readonly Route[] {
  return [
    officeGet(site, 'admin/audits', (office) => listPage(site, office)),
    officePost(site, 'admin/audits', (office) => startAudit(site, office)),
    officeGet(site, 'admin/audits/:id', (office) => auditPage(site, office)),
  ];
}

/** The button that starts an audit, or the way to the one that is running. */
export function renderAuditButton(site: Site, { visit, token }: OfficeVisit, label: string): Html {
  const running = site.audits.running();
  if (running !== null) {
    return html`<p class="actions"><span class="mark warn">${visit.words.auditRunning}</span><a href="${site.prefix}/admin/audits/${running.id}">${visit.words.auditWatch}</a></p>`;
  }
  return html`<form class="actions" method="post" action="${site.prefix}/admin/audits">${token.field()}<button class="main">${label}</button></form>`;
}

async function startAudit(site: Site, { session }: OfficeVisit): Promise<Response> {
  const running = site.audits.running();
  const id = running?.id ?? (await site.audits.start(session.accountName));
  if (running === null) {
    site.tally.add('audits');
    await noteDeed(site, session.accountName, 'audit-started', String(id));
  }
  return seeOther(`${site.prefix}/admin/audits/${id}`);
}

async function listPage(site: Site, office: OfficeVisit): Promise<Response> {
  const { visit } = office;
  const { words, writing } = visit;
  const audits = await site.store.audits.recent(most);
  const rows = audits.map((row) => [
    html`<a href="${site.prefix}/admin/audits/${row.id}">${words.auditNumber(row.id)}</a>`,
    writing.time(row.startedAt),
    row.startedBy,
    renderState(visit, row),
    gapText(visit, row),
  ]);
  const columns = [words.officeAudits, words.auditStarted, words.auditBy, words.auditState, words.auditGap];
  const list =
    rows.length === 0 ? html`<p>${words.auditNone}</p>` : renderTable({ caption: words.officeAudits, columns, rows, numbers: [4] });
  const main = html`<div class="stack"><div class="heading"><h1>${words.officeAudits}</h1>${renderAuditButton(site, office, words.runAudit)}</div>${list}</div>`;
  return officePage(site, office, { title: words.officeAudits, main });
}

async function auditPage(site: Site, office: OfficeVisit): Promise<Response> {
  const { words } = office.visit;
  const row = await site.store.audits.find(Number(office.visit.parameters['id'] ?? 0));
  if (row === null) throw new PlatformError('PLATFORM_NOT_FOUND');
  const title = words.auditNumber(row.id);
  const running = site.audits.running();
  const steps = running?.id === row.id ? running.steps : [];
  // Without a script a page follows a running job by renewing itself.
  const head = row.state === 'running' ? unescapedHtml('<meta http-equiv="refresh" content="2">') : html``;
  const body = row.state === 'done' ? renderDone(site, office.visit, row) : renderUndone(office.visit, row, steps.map(describeProgress));
  const again = row.state !== 'running' && renderAuditButton(site, office, words.runAgain);
  const main = html`<div class="stack"><div class="heading"><h1>${title}</h1>${again}</div>${renderHead(office.visit, row)}${body}</div>`;
  return officePage(site, office, { title, main, head });
}

function renderHead(visit: Visit, row: AuditRow): Html {
  const { words, writing } = visit;
  return renderFacts([
    [words.auditState, renderState(visit, row)],
    [words.auditStarted, writing.time(row.startedAt)],
    ...(row.finishedAt === null ? [] : [[words.auditFinished, writing.time(row.finishedAt)] as const]),
    [words.auditBy, row.startedBy],
    [words.truthDeclaration, html`<code>${row.declaration.slice(0, 12)}</code>`],
  ]);
}

function renderUndone(visit: Visit, row: AuditRow, steps: readonly string[]): Html {
  const { words } = visit;
  if (row.state === 'failed') return html`<section class="note bad"><h2>${words.auditFailed}</h2><p lang="en">${row.failure}</p></section>`;
  if (row.state === 'interrupted') return html`<p class="note warn">${words.auditInterrupted}</p>`;
  return html`<h2>${words.auditProgress}</h2><p class="hint">${words.auditProgressText}</p><ol class="steps" lang="en">${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

function renderDone(site: Site, visit: Visit, row: AuditRow): Html {
  const { words, writing } = visit;
  const report = readReport(row);
  if (report === null) return html``;
  const basis = html`${report.url} · ${report.browser.version ?? ''}`;
  const position = row.ledgerIndex === null ? words.truthNotPublished : writing.number(row.ledgerIndex);
  return html`${renderVerdict(visit, report, basis)}
${renderGapFigures(site, visit, report)}
<h2>${words.truthFindings}</h2>
${renderFindings(visit, report.findings, true)}
${renderGapNames(visit, report)}
${renderStates(visit, report.states)}
${report.reasons.length > 0 && html`<h2>${words.truthReasons}</h2><ul lang="en">${report.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${renderFacts([
  [words.hash, html`<code>${row.hash}</code>`],
  [words.truthLedger, position],
])}`;
}

function renderState(visit: Visit, row: AuditRow): Html {
  const { words } = visit;
  const mood = row.state === 'done' ? moodOf(readReport(row)) : row.state === 'running' ? 'warn' : 'bad';
  const conclusion = readReport(row)?.conclusion;
  return html`<span class="mark ${mood}">${conclusion === undefined ? words.auditStateWords[row.state] : words.conclusions[conclusion]}</span>`;
}

function gapText({ writing }: Visit, row: AuditRow): string {
  const gap = readGap(row);
  return gap === null ? '–' : writing.number(gap.gap);
}
