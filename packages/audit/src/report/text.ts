// The report for a terminal: what was looked at, the findings from the worst on, the truth gap, and last the conclusion.
import { readUrl } from '../collect/request-facts.ts';
import { renderFinding } from './finding-text.ts';
import type { Paint } from './paint.ts';
import { painted, plain } from './paint.ts';
import type { AuditReport, Finding, StateReport } from './report.ts';
import { severities } from './report.ts';
import { count, visible } from './visible.ts';

const stateNames: { readonly [State in StateReport['state']]: string } = {
  S0: 'S0 first visit',
  S1: 'S1 accept',
  S2: 'S2 reject',
  S3: 'S3 accept, then withdraw',
  S9: 'S9 logged in',
  language: 'language choice',
  action: 'action',
};

/** Renders a report as text; `color` adds ANSI styles. Ends with a line feed. Everything else is in the report itself. */
export function renderAuditText(report: AuditReport, options: { readonly color: boolean }): string {
  const paint = options.color ? painted : plain;
  const site = readUrl(report.url)?.origin ?? '';
  const visits = report.states.filter(({ status }) => status !== 'not-exercised').length;
  const findings = report.findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const lines = [
    paint('bold', `Audit of ${visible(report.url)}`),
    paint('dim', renderHead(report)),
    '',
    ...renderVisits(report.states, paint),
    ...findings.flatMap((finding) => [...renderFinding(finding, { site, visits, paint }), '']),
    ...renderGap(report),
    ...renderConclusion(report, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(report: AuditReport): string {
  const declaration = report.declaration === null ? 'no declaration' : `declaration ${report.declaration.slice(0, 12)}`;
  const browser = report.browser.version === null ? 'no browser' : `Chromium ${report.browser.version} (${report.browser.source})`;
  const started = `${report.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `${started} · ${(report.durationMs / 1000).toFixed(1)} s · ${declaration} · profile ${report.profile} · ${browser}`;
}

function renderVisits(states: readonly StateReport[], paint: Paint): readonly string[] {
  if (states.length === 0) return [];
  const made = states.filter(({ status }) => status !== 'not-exercised');
  const lacking = states.filter(({ status }) => status === 'not-exercised');
  const names = made.map(({ state, status }) =>
    status === 'incomplete' ? `${stateNames[state]} ${paint('yellow', '(cut short)')}` : stateNames[state],
  );
  return [
    ...(made.length === 0 ? [] : [`Visits    ${names.join(' · ')}`, `Seen      ${renderTotals(made)}`]),
    ...lacking.map(({ state, note }) => paint('dim', `Not made  ${stateNames[state]}: ${visible(note ?? '')}`)),
    '',
  ];
}

function renderTotals(states: readonly StateReport[]): string {
  const sum = (numberOf: (state: StateReport) => number): number => states.reduce((all, state) => all + numberOf(state), 0);
  const cookies = new Set(states.flatMap((state) => state.cookies.map(({ name, domain }) => `${name} ${domain}`)));
  const names = new Set(states.flatMap((state) => state.storage.map(({ store, origin, name }) => `${store} ${origin} ${name}`)));
  const hosts = [...new Set(states.flatMap((state) => state.otherHosts))].toSorted();
  return [
    count(
      sum(({ pages }) => pages.length),
      'page',
    ),
    count(
      sum(({ requests }) => requests),
      'request',
    ),
    count(cookies.size, 'cookie'),
    count(names.size, 'other stored name'),
    hosts.length === 0 ? 'no other host' : `${count(hosts.length, 'other host')}: ${visible(listed(hosts))}`,
  ].join(' · ');
}

const mostListed = 8;

function listed(all: readonly string[]): string {
  return all.length > mostListed ? `${all.slice(0, mostListed).join(', ')} and ${all.length - mostListed} more` : all.join(', ');
}

// Without a declaration, or without a page, there is nothing that could be missing.
function renderGap({ declaration, gap, states }: AuditReport): readonly string[] {
  if (declaration === null || states.every(({ pages }) => pages.length === 0)) return [];
  const rows = [
    renderGapRow(gap.declaredNotObserved, 'declared and never seen'),
    renderGapRow(gap.notExercised, 'declared, but its moment did not come'),
    // The findings name them.
    gap.observedNotDeclared.length === 0 ? [] : [`Truth gap  ${gap.observedNotDeclared.length} seen and not declared, see above`],
  ].flat();
  return rows.length === 0 ? ['Truth gap  none: all that is declared was seen, and all that was seen is declared', ''] : [...rows, ''];
}

function renderGapRow(ids: readonly string[], label: string): readonly string[] {
  return ids.length === 0 ? [] : [`Truth gap  ${ids.length} ${label}: ${visible(listed(ids))}`];
}

function renderConclusion({ conclusion, declaration, findings, reasons, url }: AuditReport, paint: Paint): readonly string[] {
  const told = reasons.map((reason) => `  ${visible(reason)}`);
  if (conclusion === 'clean') {
    return [
      paint(
        'green',
        declaration === null ? 'Clean: nothing was stored and no other host contacted' : 'Clean: what was seen is what is declared',
      ),
    ];
  }
  if (conclusion === 'inconclusive') {
    return [paint('yellow', 'Inconclusive: not everything could be seen, so this neither clears the site nor accuses it'), ...told];
  }
  const rest = told.length === 0 ? [] : [paint('yellow', 'There may be more, not everything could be seen:'), ...told];
  const undeclared = findings.some(({ snippet }) => snippet !== undefined)
    ? ['The JSON report has the TypeScript that would declare what is not declared']
    : [];
  if (declaration === null) {
    const draft = `Nothing is declared yet: "candor init ${visible(url)}" drafts a declaration from what was seen`;
    return [...rest, draft, paint('red', `${countBySeverity(findings)}: this is what a declaration must cover`)];
  }
  return [...rest, ...undeclared, paint('red', `${countBySeverity(findings)}: the site does not do what it declares`)];
}

function countBySeverity(findings: readonly Finding[]): string {
  const parts = severities
    .toReversed()
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`);
  return `${count(findings.length, 'finding')} (${parts.join(', ')})`;
}
