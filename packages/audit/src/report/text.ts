// The report for a terminal: what was looked at, the findings from the worst on, the truth gap, and last the conclusion.
import type { ReportDiff } from '../baseline/diff-reports.ts';
import { readUrl } from '../collect/request-facts.ts';
import { renderFinding } from './finding-text.ts';
import type { Paint } from './paint.ts';
import { painted, plain } from './paint.ts';
import type { AuditReport, StateReport } from './report.ts';
import { count, visible } from './visible.ts';
import { countedFindings, nameOfState, sayConclusion, worstFirst } from './words.ts';

/** Renders a report as text; `color` adds ANSI styles, `diff` what changed since an earlier report. Ends with a line feed. Everything else is in the report itself. */
export function renderAuditText(report: AuditReport, options: { readonly color: boolean; readonly diff?: ReportDiff }): string {
  const paint = options.color ? painted : plain;
  const site = readUrl(report.url)?.origin ?? '';
  const visits = report.states.filter(({ status }) => status !== 'not-exercised').length;
  const counted = countedFindings(report.findings);
  const findings = [...worstFirst(counted), ...worstFirst(report.findings.filter((finding) => !counted.includes(finding)))];
  const lines = [
    paint('bold', `Audit of ${visible(report.url)}`),
    paint('dim', renderHead(report)),
    '',
    ...renderVisits(report.states, paint),
    ...findings.flatMap((finding) => [...renderFinding(finding, { site, visits, paint }), '']),
    ...renderGap(report),
    ...renderUnmet(report),
    ...(options.diff === undefined ? [] : renderDiff(options.diff)),
    ...renderConclusion(report, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(report: AuditReport): string {
  const declaration = report.declaration === null ? 'no declaration' : `declaration ${report.declaration.slice(0, 12)}`;
  const browser = report.browser.version === null ? 'no browser' : `Chromium ${report.browser.version} (${report.browser.source})`;
  const started = `${report.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `${started} · ${(report.durationMs / 1000).toFixed(1)} s · ${declaration} · profile ${report.profile}${report.preset === undefined ? '' : ` · preset ${visible(report.preset.id)}`} · ${browser}`;
}

function renderVisits(states: readonly StateReport[], paint: Paint): readonly string[] {
  if (states.length === 0) return [];
  const made = states.filter(({ status }) => status !== 'not-exercised');
  const lacking = states.filter(({ status }) => status === 'not-exercised');
  const names = made.map(({ state, status }) =>
    status === 'incomplete' ? `${nameOfState(state)} ${paint('yellow', '(cut short)')}` : nameOfState(state),
  );
  return [
    ...(made.length === 0 ? [] : [`Visits    ${names.join(' · ')}`, `Seen      ${renderTotals(made)}`]),
    ...lacking.map(({ state, note }) => paint('dim', `Not made  ${nameOfState(state)}: ${visible(note ?? '')}`)),
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

function renderConclusion(report: AuditReport, paint: Paint): readonly string[] {
  const { conclusion, declaration, findings, reasons, url } = report;
  const told = reasons.map((reason) => `  ${visible(reason)}`);
  const verdict = sayConclusion(report);
  if (conclusion === 'clean') return [paint('green', verdict)];
  if (conclusion === 'inconclusive') return [paint('yellow', verdict), ...told];
  const rest = told.length === 0 ? [] : [paint('yellow', 'There may be more, not everything could be seen:'), ...told];
  const isOpen = countedFindings(findings).length > 0;
  if (declaration === null) {
    const draft = `Nothing is declared yet: "candor init ${visible(url)}" drafts a declaration from what was seen`;
    return [...rest, draft, paint(isOpen ? 'red' : 'yellow', verdict)];
  }
  const undeclared = findings.some(({ snippet }) => snippet !== undefined)
    ? ['The JSON report has the TypeScript that would declare what is not declared']
    : [];
  return [...rest, ...undeclared, paint(isOpen ? 'red' : 'yellow', verdict)];
}

// Accepted findings that were not met: the baseline can be shorter.
function renderUnmet(report: AuditReport): readonly string[] {
  const unused = (report.baselineUnmet ?? []).filter(({ status }) => status === 'unused');
  if (unused.length === 0) return [];
  const names = unused.map(({ rule, item }) => `${rule} ${item.kind} ${item.name}`);
  return [`Baseline   ${unused.length} accepted and not there any more: ${visible(listed(names))}`, ''];
}

function renderDiff(diff: ReportDiff): readonly string[] {
  const since = `${diff.before.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const rows = [
    ['new', diff.new],
    ['gone', diff.gone],
    ['still there', diff.stillThere],
    ['not looked for', diff.unseen],
  ] as const;
  const told = rows.filter(([, findings]) => findings.length > 0);
  if (told.length === 0) return [`Since      ${since}: no finding then, none now`, ''];
  const names = (findings: ReportDiff['new']): string => visible(listed(findings.map(({ rule, item }) => `${rule} ${item.name}`)));
  return [`Since      ${since}`, ...told.map(([title, findings]) => `           ${findings.length} ${title}: ${names(findings)}`), ''];
}
