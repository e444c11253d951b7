// The report as one page that needs nothing else: no script, one style element, no request. The conclusion comes first.
import type { Html, HtmlValue } from '@candor/core';
import { html, renderHtml, unescapedHtml } from '@candor/core';
import type { ReportDiff } from '../../../baseline/diff-reports.ts';
import { readUrl } from '../../../collect/request-facts.ts';
import type { AuditReport, Finding } from '../../report.ts';
import { visible } from '../../visible.ts';
import { countedFindings, countSeverities, sayConclusion } from '../../words.ts';
import { renderAccepted, renderFindings } from './findings.ts';
import { renderCode, renderFacts, renderId, renderList, renderTime, renderWords } from './parts.ts';
import { auditPageStyles } from './styles.ts';
import { renderGap, renderSeen, renderVisits } from './visits.ts';

/** `diff` adds what changed since an earlier report. */
export type AuditPageOptions = { readonly diff?: ReportDiff };

/** A whole HTML document. */
export function renderAuditHtml(report: AuditReport, { diff }: AuditPageOptions = {}): string {
  const host = visible(readUrl(report.url)?.host ?? report.url);
  const page = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Cookies audit of ${host}: ${report.conclusion}</title>
<style>${unescapedHtml(auditPageStyles())}</style>
</head>
<body>
<header>
<p class="over">Cookies audit</p>
<h1><bdi>${host}</bdi></h1>
${renderEdition(report)}
</header>
<main>
${renderVerdict(report)}
${renderNumbers(report)}
${diff !== undefined && renderDiff(diff)}${renderFindings(report)}${renderAccepted(report)}${renderVisits(report)}${renderGap(report)}${renderSeen(report)}${renderReproduce(report)}
</main>
</body>
</html>
`;
  return renderHtml(page);
}

function renderEdition({ startedAt, declaration, profile, preset }: AuditReport): Html {
  const facts: readonly (readonly [string, HtmlValue])[] = [
    ['On', renderTime(startedAt)],
    ['Declaration', declaration === null ? 'none' : renderCode(declaration.slice(0, 12))],
    ['Rules of', renderWords(profile)],
    ...(preset === undefined ? [] : [['Preset', renderWords(preset.id)] as const]),
  ];
  return html`<dl class="edition">${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const marks = {
  clean: unescapedHtml('<path d="M5 13l5 5L20 7"/>'),
  findings: unescapedHtml('<path d="M6 6l12 12M18 6L6 18"/>'),
  inconclusive: unescapedHtml('<path d="M12 4v10M12 19v.5"/>'),
} as const;

function renderVerdict(report: AuditReport): Html {
  const { conclusion, reasons, findings } = report;
  const mood = conclusion === 'findings' && countedFindings(findings).length === 0 ? 'accepted' : conclusion;
  const mark = marks[mood === 'accepted' ? 'inconclusive' : mood];
  const told = reasons.length > 0 && html`<ul>${reasons.map((reason) => html`<li>${renderWords(reason)}</li>`)}</ul>`;
  const before =
    reasons.length > 0 &&
    html`<p>${conclusion === 'findings' ? 'There may be more, because not everything could be seen:' : 'What kept it from seeing:'}</p>`;
  return html`<div class="verdict ${mood}"><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" aria-hidden="true">${mark}</svg>
<div><p class="says">${sayConclusion(report)}</p>${before}${told}</div></div>`;
}

function renderNumbers({ findings, states, gap }: AuditReport): Html {
  const counted = countedFindings(findings);
  const made = states.filter(({ status }) => status !== 'not-exercised');
  const cookies = new Set(states.flatMap((state) => state.cookies.map(({ name, domain, path }) => `${name} ${domain} ${path}`)));
  const hosts = new Set(states.flatMap((state) => state.otherHosts));
  const pages = made.reduce((sum, state) => sum + state.pages.length, 0);
  const apart = gap.declaredNotObserved.length + gap.observedNotDeclared.length;
  const numbers: readonly (readonly [number: number, one: string, more: string])[] = [
    ...countSeverities(counted).map(([severity, number]) => [number, `${severity} finding`, `${severity} findings`] as const),
    ...(counted.length === 0 ? [[0, '', 'findings'] as const] : []),
    [made.length, `of ${states.length} visits made`, `of ${states.length} visits made`],
    [pages, 'page looked at', 'pages looked at'],
    [cookies.size, 'cookie', 'cookies'],
    [hosts.size, 'other host contacted', 'other hosts contacted'],
    [apart, 'difference between declared and seen', 'differences between declared and seen'],
  ];
  return html`<ul class="numbers">${numbers.map(([number, one, more]) => html`<li><strong>${number}</strong> ${number === 1 ? one : more}</li>`)}</ul>`;
}

function renderDiff(diff: ReportDiff): Html {
  const name = ({ rule, message }: Finding): Html => html`${renderWords(message)} ${renderId(rule)}`;
  const lists = [
    renderList('New', diff.new.map(name)),
    renderList('Gone', diff.gone.map(name)),
    renderList('Still there', diff.stillThere.map(name)),
    renderList('Not looked for this time', diff.unseen.map(name)),
  ].filter((list) => list !== null);
  return html`<section aria-labelledby="changes"><h2 id="changes">What changed</h2>
<p>Since the audit of ${renderTime(diff.before.startedAt)}.</p>
${lists.length === 0 ? html`<p>Nothing: no finding then, and none now.</p>` : html`<div class="lists">${lists}</div>`}</section>
`;
}

function renderReproduce({ url, declaration, states, browser, profile, preset, durationMs }: AuditReport): Html {
  const asked = states.map(({ state }) => state).join(',');
  const command = `npx candor audit ${quote(url)} --profile ${profile}${preset === undefined ? '' : ` --preset ${quote(preset.id)}`}${asked === '' ? '' : ` --states ${asked}`}${declaration === null ? '' : ' --declaration FILE'}`;
  return html`<section aria-labelledby="again"><h2 id="again">How to look again</h2>
<pre tabindex="0"><code translate="no">${visible(command)}</code></pre>
${renderFacts([
  ['Declaration', declaration === null ? 'none' : renderCode(declaration)],
  [
    'Browser',
    browser.version === null
      ? 'none'
      : html`Chromium ${renderWords(browser.version)} <span class="soft">(${renderWords(browser.source ?? 'unknown')})</span>`,
  ],
  ['Self-test', canaryWords(browser.canary)],
  ['Took', `${(durationMs / 1000).toFixed(1)} seconds`],
])}
</section>
`;
}

function canaryWords(canary: boolean | null): string {
  if (canary === null) return 'not made';
  return canary
    ? 'passed: the browser stores cookies of other parties, as visitors’ browsers may'
    : 'failed: the browser did not store cookies of other parties';
}

// For a shell, whatever the address holds.
function quote(text: string): string {
  return /^[\w./:@%-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
