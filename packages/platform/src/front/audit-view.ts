// An audit's report for reading: the verdict, what the browser did, the findings. Public pages show what was found and by whom it
// was set; the back office adds the evidence and the way to put it right.
import type { AuditReport, Finding, StateReport } from '@candor/audit';
import type { Html } from '@candor/core';
import { html } from '@candor/core';
import { verdictMarks } from '../page/marks.ts';
import { renderTable } from '../page/table.ts';
import type { Visit } from '../visit.ts';
import { answerOf, moodOf, nameState, severityMood } from './report-text.ts';

/** The answer in one sentence, with what it is based on below. */
export function renderVerdict(visit: Visit, report: AuditReport | null, basis: Html): Html {
  const mood = moodOf(report);
  return html`<section class="verdict ${mood}">${verdictMarks[mood]}<p>${answerOf(visit.words, report)}</p><p>${basis}</p></section>`;
}

/** The states that were visited. */
export function renderStates(visit: Visit, states: readonly StateReport[]): Html {
  const { words, writing } = visit;
  const rows = states.map((state) => [
    html`${nameState(words, state.state)} <small>${state.state}</small>`,
    html`<span class="mark ${stateMoods[state.status]}">${words.stateStatus[state.status]}</span>${state.note !== null && html` <small>${state.note}</small>`}`,
    writing.number(state.pages.length),
    writing.number(state.requests),
    writing.number(state.cookies.length),
  ]);
  const columns = [words.truthState, words.auditState, words.statePages, words.stateRequests, words.stateCookies];
  return renderTable({ caption: words.truthStates, columns, rows, numbers: [2, 3, 4] });
}

const stateMoods = { exercised: 'good', 'not-exercised': 'none', incomplete: 'warn' } as const;

/** The findings, each with its evidence folded away. `full` adds what is for the site's own people. */
export function renderFindings(visit: Visit, findings: readonly Finding[], full: boolean): Html {
  if (findings.length === 0) return html`<p>${visit.words.truthNoFindings}</p>`;
  return html`<div>${findings.map((finding) => renderFinding(visit, finding, full))}</div>`;
}

function renderFinding(visit: Visit, finding: Finding, full: boolean): Html {
  const { words } = visit;
  const { item, severity } = finding;
  const where = item.host !== undefined && item.host !== item.name && html` <span class="quiet">(${item.host})</span>`;
  return html`<article class="finding">
<h3><span class="mark ${severityMood(severity)}">${words.severity[severity]}</span><span><code>${item.name}</code>${where}</span></h3>
<p lang="en">${finding.message}</p>
<details><summary>${words.evidence}</summary>${renderEvidence(visit, finding)}${full && renderRemedy(visit, finding)}</details>
</article>`;
}

function renderRemedy({ words }: Visit, { hint, snippet }: Finding): Html {
  const code = snippet !== undefined && html`<p class="hint">${words.snippet}:</p><pre><code>${snippet}</code></pre>`;
  return html`<p lang="en"><strong>${words.hint}:</strong> ${hint}</p>${code}`;
}

function renderEvidence(visit: Visit, { evidence, states, rule, fingerprint }: Finding): Html {
  const { words, writing } = visit;
  const { setter } = evidence;
  const at = Date.parse(evidence.at);
  const place = setter.line === undefined ? '' : `:${setter.line}${setter.column === undefined ? '' : `:${setter.column}`}`;
  const facts: readonly (readonly [string, Html | string | false])[] = [
    [words.evidenceSetter, html`${words.setters[setter.kind]}${setter.url !== '' && html` <code>${setter.url}${place}</code>`}`],
    [words.evidencePage, html`<code>${evidence.page}</code>`],
    [words.evidenceAt, Number.isNaN(at) ? evidence.at : writing.time(at / 1000)],
    [words.evidenceState, states.map((state) => nameState(words, state)).join(' · ')],
    [
      words.evidenceStack,
      setter.stack !== undefined && setter.stack.length > 0 && html`<pre><code>${setter.stack.join('\n')}</code></pre>`,
    ],
    [words.evidenceRule, html`<code>${rule}</code> <code class="quiet">${fingerprint}</code>`],
  ];
  const rows = facts.flatMap(([term, value]) => (value === false ? [] : [html`<div><dt>${term}</dt><dd>${value}</dd></div>`]));
  return html`<dl class="facts">${rows}</dl>`;
}

/** What makes up the gap, and what was not tried, by name; a side without names is left out. */
export function renderGapNames({ words }: Visit, { gap }: AuditReport): Html | null {
  const sides: readonly (readonly [string, readonly string[]])[] = [
    [words.truthObserved, gap.observedNotDeclared],
    [words.truthMissing, gap.declaredNotObserved],
    [words.truthNotExercised, gap.notExercised],
  ];
  const lists = sides.filter(([, names]) => names.length > 0).map(([title, names]) => renderNames(title, names));
  return lists.length === 0 ? null : html`<div class="lists">${lists}</div>`;
}

function renderNames(title: string, names: readonly string[]): Html {
  return html`<section><h3>${title}</h3><ul>${names.map((name) => html`<li><code>${name}</code></li>`)}</ul></section>`;
}
