// The report for a terminal: a line per state, findings with who, when and what to do, the truth gap, and the conclusion.
import type { AuditReport, EvidenceSetter, Finding, Severity, StateReport } from './report.ts';

type Paint = (style: Style, text: string) => string;
type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

const codes: { readonly [S in Style]: string } = { bold: '1', dim: '2', red: '31', yellow: '33', green: '32' };
const painted: Paint = (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;
const plain: Paint = (_style, text) => text;

const stateNames: { readonly [State in StateReport['state']]: string } = {
  S0: 'first visit',
  S1: 'accept',
  S2: 'reject',
  S3: 'accept, then withdraw',
  S9: 'logged in',
  language: 'a language choice',
  action: 'shipped action',
};

/** Renders a report as text; `color` adds ANSI styles. Ends with a line feed. */
export function renderAuditText(report: AuditReport, options: { readonly color: boolean }): string {
  const paint = options.color ? painted : plain;
  const lines = [
    paint('bold', `Audit of ${report.url}`),
    paint('dim', renderHead(report)),
    '',
    ...report.states.map((state) => renderState(state, paint)),
    ...(report.states.length > 0 ? [''] : []),
    ...report.findings.flatMap((finding, index) => [...renderFinding(finding, index + 1, paint), '']),
    ...renderGap(report, paint),
    renderConclusion(report, paint),
    ...report.reasons.map((reason) => `  ${visible(reason)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(report: AuditReport): string {
  const declaration = report.declaration === null ? 'no declaration' : `declaration ${report.declaration.slice(0, 12)}`;
  const browser = report.browser.version === null ? 'no browser' : `Chromium ${report.browser.version} (${report.browser.source})`;
  return `${declaration} · profile ${report.profile} · ${browser} · ${seconds(report.durationMs)}`;
}

function renderState(state: StateReport, paint: Paint): string {
  const name = `${state.state.padEnd(8)} ${stateNames[state.state].padEnd(22)}`;
  if (state.status === 'not-exercised') return `${name} ${paint('dim', `not exercised: ${visible(state.note ?? '')}`)}`;
  const facts = [
    count(state.pages.length, 'page'),
    count(state.requests, 'request'),
    count(state.cookies.length, 'cookie'),
    count(state.storage.length, 'stored name'),
    count(state.otherHosts.length, 'other host'),
    seconds(state.durationMs),
  ];
  const text = facts.join(' · ');
  return state.status === 'incomplete' ? `${name} ${text} ${paint('yellow', 'incomplete')}` : `${name} ${text}`;
}

const severityStyles: { readonly [S in Severity]: Style } = { info: 'dim', low: 'dim', medium: 'yellow', high: 'red', critical: 'red' };

function renderFinding(finding: Finding, number: number, paint: Paint): readonly string[] {
  const { evidence } = finding;
  const head = `${number}. ${paint(severityStyles[finding.severity], finding.severity)} ${paint('bold', finding.rule)} ${visible(finding.message)}`;
  const times = evidence.sightings > 1 ? ` · seen ${evidence.sightings} times` : '';
  const moment = evidence.setAt === undefined ? evidence.at : `set ${evidence.setAt}, there ${evidence.at}`;
  return [
    head,
    `   who   ${renderSetter(evidence.setter)}`,
    `   when  ${moment} · ${finding.states.join(', ')} · ${evidence.phase} · on ${visible(evidence.page)}${times}`,
    ...(evidence.request === undefined ? [] : [`   what  ${visible(evidence.request)}`]),
    `   do    ${finding.hint}`,
    ...(finding.known === undefined ? [] : [`   like  ${renderKnown(finding.known)}`]),
    ...(finding.snippet === undefined ? [] : [paint('dim', `   add   ${shorten(finding.snippet)}`)]),
  ];
}

function renderKnown({ provider, category, source, verified }: NonNullable<Finding['known']>): string {
  return visible(`${provider}, ${category} (${source}${verified ? '' : ', not checked'})`);
}

// What was observed on one line; the whole snippet is in the JSON report.
function shorten(snippet: string): string {
  const lines = snippet.split('\n').map((line) => line.trim());
  const known = lines.filter((line) => line !== '' && !line.includes("'fill-in'") && !/^(setWhen|recipients):|^\},?$/.test(line));
  return visible(`${known.join(' ')} … },`);
}

function renderSetter(setter: EvidenceSetter): string {
  const place = setter.line === undefined ? visible(setter.url) : `${visible(setter.url)}:${setter.line}:${setter.column ?? 1}`;
  if (setter.kind === 'script') return `script ${place}`;
  if (setter.kind === 'markup') return `markup ${place}`;
  if (setter.kind === 'unknown') return `no write was seen; found on ${place}`;
  const redirect = setter.redirectTo === undefined ? '' : `, redirecting to ${visible(setter.redirectTo)}`;
  const cause = setter.causedBy === undefined ? '' : `, caused by ${visible(setter.causedBy)}`;
  return `response ${setter.status ?? ''} to ${setter.method ?? 'GET'} ${place}${redirect}${cause}`;
}

function renderGap({ gap }: AuditReport, paint: Paint): readonly string[] {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Declared, never seen', gap.declaredNotObserved],
    ['Declared, not exercised', gap.notExercised],
    ['Seen, not declared', gap.observedNotDeclared],
  ];
  return [
    paint('bold', 'Truth gap'),
    ...rows.map(([label, ids]) => `  ${label.padEnd(24)} ${ids.length === 0 ? 'none' : `${ids.length}: ${visible(ids.join(', '))}`}`),
    '',
  ];
}

function renderConclusion({ conclusion, findings }: AuditReport, paint: Paint): string {
  if (conclusion === 'clean') return paint('green', 'Clean: what was seen is what is declared');
  if (conclusion === 'findings') return paint('red', `${count(findings.length, 'finding')}: the site does not do what is declared`);
  return paint('yellow', 'Inconclusive: not everything could be seen');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

// Names and addresses come from the audited site: control characters must not reach the terminal.
function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
