// The report for a pull request: the conclusion, a table, what changed, and everything else folded away.
import type { ReportDiff } from '../../baseline/diff-reports.ts';
import { readUrl } from '../../collect/request-facts.ts';
import { unjudgedRules } from '../../rules/catalogue.ts';
import type { AuditReport, Finding, StateReport } from '../report.ts';
import { saySetter } from '../setter-text.ts';
import { count } from '../visible.ts';
import { countedFindings, isAccepted, nameOfState, phaseWords, sayConclusion, worstFirst } from '../words.ts';
import { codeBlock, codeSpan, escapeMarkdown } from './markdown-escape.ts';

/** `diff` compares with an earlier report. */
export type MarkdownOptions = { readonly diff?: ReportDiff };

// Code hosts cut comments at 65,536 characters; the JSON report has them all.
const mostFindings = 40;

/** The report as Markdown of the GitHub kind. */
export function renderAuditMarkdown(report: AuditReport, { diff }: MarkdownOptions = {}): string {
  const counted = worstFirst(countedFindings(report.findings));
  const accepted = report.findings.filter(isAccepted);
  const parts = [
    `## ${marks[report.conclusion]} Cookies audit of ${codeSpan(report.url)}`,
    `**${escapeMarkdown(sayConclusion(report))}**`,
    ...renderReasons(report),
    ...renderTable(counted, diff),
    ...(diff === undefined ? [] : renderDiff(diff)),
    ...(counted.length === 0
      ? []
      : [
          fold(
            'Evidence',
            counted
              .slice(0, mostFindings)
              .map((one) => renderFinding(one, report))
              .join('\n\n'),
          ),
        ]),
    ...renderAccepted(accepted, report),
    ...renderVisits(report.states),
    `<sub>${renderFoot(report)}</sub>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const marks = { clean: '✅', findings: '❌', inconclusive: '⚠️' } as const;

function renderReasons({ reasons, conclusion }: AuditReport): readonly string[] {
  if (reasons.length === 0) return [];
  const title = conclusion === 'findings' ? 'There may be more, not everything could be seen:' : 'Not seen, and why:';
  return [[title, '', ...reasons.map((reason) => `- ${escapeMarkdown(reason)}`)].join('\n')];
}

function renderTable(findings: readonly Finding[], diff: ReportDiff | undefined): readonly string[] {
  if (findings.length === 0) return [];
  const isNew = new Set(diff?.new.map(({ fingerprint }) => fingerprint));
  const rows = findings.slice(0, mostFindings).map((finding) => {
    const { severity, rule, item, evidence, states } = finding;
    const fresh = isNew.has(finding.fingerprint) ? ' **new**' : '';
    return `| ${severity}${fresh} | ${codeSpan(rule)} | ${nameItem(item)} | ${phaseWords[evidence.phase]} | ${states.join(' ')} |`;
  });
  const more = findings.length > mostFindings ? [`\n… and ${findings.length - mostFindings} more in the JSON report.`] : [];
  return [['| severity | rule | what | when | states |', '|---|---|---|---|---|', ...rows, ...more].join('\n')];
}

function nameItem({ kind, name, host }: Finding['item']): string {
  return `${escapeMarkdown(kind)} ${codeSpan(name)}${host === undefined || host === name ? '' : ` of ${codeSpan(host)}`}`;
}

function renderDiff(diff: ReportDiff): readonly string[] {
  const since = `Since ${diff.before.startedAt.slice(0, 16).replace('T', ' ')} UTC`;
  const numbers = `${diff.new.length} new, ${diff.gone.length} gone, ${diff.stillThere.length} still there${diff.unseen.length === 0 ? '' : `, ${diff.unseen.length} not looked for this time`}`;
  const names = (title: string, findings: readonly Finding[]): readonly string[] =>
    findings.length === 0 ? [] : [`- ${title}: ${findings.map(({ rule, item }) => `${codeSpan(rule)} ${nameItem(item)}`).join(', ')}`];
  return [
    `**${since}**: ${numbers}`,
    [...names('Gone', diff.gone), ...names('Not looked for this time, so neither gone nor there', diff.unseen)].join('\n'),
  ].filter((part) => part !== '');
}

function renderFinding(finding: Finding, report: AuditReport): string {
  const { evidence, hint, message, rule, snippet, law, firstSeen, acceptance } = finding;
  const site = readUrl(report.url)?.origin ?? '';
  const short = (address: string): string => codeSpan(readUrl(address)?.origin === site ? address.slice(site.length) : address);
  const rows = [
    `- by ${saySetter(evidence.setter, short)}`,
    `- seen in ${finding.states.map(nameOfState).join(' · ')}, first ${phaseWords[evidence.phase]} at ${evidence.at} on ${short(evidence.page)}`,
    ...(evidence.request === undefined ? [] : [`- request ${short(evidence.request)}`]),
    ...(firstSeen === undefined ? [] : [`- known since ${firstSeen.slice(0, 10)}`]),
    ...(acceptance?.status === 'expired' ? [`- was accepted until ${acceptance.expires} only: ${escapeMarkdown(acceptance.reason)}`] : []),
    ...(law === undefined || law.length === 0
      ? []
      : [`- law: ${law.map(({ ref, region, date }) => escapeMarkdown(`${ref} (${region}, ${date})`)).join('; ')}`]),
    `- do: ${escapeMarkdown(hint)}`,
  ];
  const declare = snippet === undefined ? [] : ['', codeBlock(snippet, 'ts')];
  return [`#### ${escapeMarkdown(message)} ${codeSpan(rule)}`, '', ...rows, ...declare].join('\n');
}

function renderAccepted(accepted: readonly Finding[], { baselineUnmet = [] }: AuditReport): readonly string[] {
  const rows = accepted.map(
    ({ rule, item, acceptance }) =>
      `- ${codeSpan(rule)} ${nameItem(item)} until ${acceptance?.expires}: ${escapeMarkdown(acceptance?.reason ?? '')}`,
  );
  const unused = baselineUnmet
    .filter(({ status }) => status === 'unused')
    .map(({ rule, item }) => `- not there any more, take it out of the baseline: ${codeSpan(rule)} ${nameItem(item)}`);
  return rows.length + unused.length === 0 ? [] : [fold(`Accepted in the baseline (${accepted.length})`, [...rows, ...unused].join('\n'))];
}

function renderVisits(states: readonly StateReport[]): readonly string[] {
  if (states.length === 0) return [];
  const rows = states.map(
    ({ state, status, note, pages, requests, cookies }) =>
      `| ${nameOfState(state)} | ${statusWords[status]}${note === null ? '' : `: ${escapeMarkdown(note)}`} | ${pages.length} | ${requests} | ${cookies.length} |`,
  );
  const table = ['| state | how it went | pages | requests | cookies |', '|---|---|---|---|---|', ...rows];
  const unjudged = unjudgedRules().map(({ id }) => codeSpan(id));
  const beyond = unjudged.length === 0 ? [] : ['', `Not judged by this version, so not passed either: ${unjudged.join(', ')}`];
  return [fold('What was visited, and what was not judged', [...table, ...beyond].join('\n'))];
}

const statusWords = { exercised: 'visited', 'not-exercised': 'not visited', incomplete: 'cut short' } as const;

function fold(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function renderFoot({ startedAt, durationMs, declaration, profile, preset, browser, states }: AuditReport): string {
  const pages = states.reduce((sum, state) => sum + state.pages.length, 0);
  return [
    `${startedAt.slice(0, 16).replace('T', ' ')} UTC`,
    `${(durationMs / 1000).toFixed(1)} s`,
    count(pages, 'page'),
    declaration === null ? 'no declaration' : `declaration ${codeSpan(declaration.slice(0, 12))}`,
    `profile ${escapeMarkdown(profile)}`,
    ...(preset === undefined ? [] : [`preset ${codeSpan(preset.id)}`]),
    browser.version === null ? 'no browser' : `Chromium ${escapeMarkdown(browser.version)}`,
  ].join(' · ');
}
