// The findings, the worst first: what, who, when, where, what to do, where it is written; the evidence folded below.
import type { Html, HtmlValue } from '@candor/core';
import { html } from '@candor/core';
import { readUrl } from '../../../collect/request-facts.ts';
import { renderSeconds } from '../../../rules/duration.ts';
import type { AuditReport, EvidenceSetter, Finding } from '../../report.ts';
import { titleOf } from '../../rule-text.ts';
import { count } from '../../visible.ts';
import { countedFindings, isAccepted, nameOfState, phaseWords, worstFirst } from '../../words.ts';
import { joinHtml, renderCode, renderFacts, renderId, renderTable, renderTime, renderWords } from './parts.ts';

/** The section of the findings that count. */
export function renderFindings(report: AuditReport): Html | null {
  const findings = worstFirst(countedFindings(report.findings));
  if (findings.length === 0) return null;
  return html`<section aria-labelledby="findings"><h2 id="findings">What is wrong</h2>
${findings.map((finding) => renderFinding(finding, report))}</section>
`;
}

/** The section of findings that somebody answers for, and of entries that have become superfluous. */
export function renderAccepted({ findings, baselineUnmet = [] }: AuditReport): Html | null {
  const accepted = worstFirst(findings.filter(isAccepted));
  if (accepted.length + baselineUnmet.length === 0) return null;
  const rows = accepted.map(({ severity, rule, message, acceptance }) => [
    renderWords(message),
    html`<span class="mark ${severity}">${severity}</span>`,
    renderId(rule),
    renderWords(acceptance?.reason ?? ''),
    acceptance?.expires,
  ]);
  const unmet = baselineUnmet.map(({ rule, item, status }) => [
    html`${renderId(rule)} ${renderWords(item.kind)} ${renderCode(item.name)}`,
    status === 'unused' ? 'Not there any more: take it out of the baseline' : 'Not looked for this time',
  ]);
  return html`<section aria-labelledby="accepted"><h2 id="accepted">What is accepted for now</h2>
<p>These contradict the declaration all the same. They do not count until the day given, because somebody answers for them.</p>
${rows.length > 0 && renderTable({ id: 'accepted-table', caption: 'Accepted findings', columns: ['What', 'Severity', 'Rule', 'Why it is accepted', 'Until'], rows })}
${unmet.length > 0 && renderTable({ id: 'unmet-table', caption: 'Accepted and not met by this audit', columns: ['What', 'What to do'], rows: unmet })}
</section>
`;
}

function renderFinding(finding: Finding, report: AuditReport): Html {
  const { severity, message, rule, certainty, fingerprint } = finding;
  const id = `finding-${fingerprint.slice(0, 12)}`;
  const sure =
    certainty === undefined || certainty === 'certain'
      ? ''
      : certainty === 'likely'
        ? ' · likely, not certain'
        : ' · contested: authorities or courts differ';
  return html`<article class="finding" aria-labelledby="${id}">
<h3 id="${id}"><span class="mark ${severity}">${severity}</span> <span>${renderWords(message)}</span></h3>
<p class="rule">${titleOf(rule)} · ${renderId(rule)}${sure}</p>
${renderStory(finding, report)}
<details><summary>Evidence</summary>${renderEvidence(finding)}</details>
${finding.snippet !== undefined && html`<details class="not-on-paper"><summary>How it would be declared</summary><pre tabindex="0"><code translate="no">${lines(finding.snippet)}</code></pre></details>`}
</article>
`;
}

function renderStory({ evidence, states, hint, law, acceptance, known }: Finding, report: AuditReport): Html {
  const site = readUrl(report.url)?.origin ?? '';
  const short = (address: string): Html => renderCode(readUrl(address)?.origin === site ? address.slice(site.length) : address);
  const visits = report.states.filter(({ status }) => status !== 'not-exercised').length;
  const where = states.length === visits && visits > 1 ? `all ${visits} visits` : states.map(nameOfState).join(' · ');
  return renderFacts([
    ['Who', renderSetter(evidence.setter, short)],
    ['When', html`${phaseWords[evidence.phase]}; ${renderTime(evidence.at)}`],
    ['Where', html`on ${short(evidence.page)}, in ${where}${evidence.sightings > 1 && ` (${count(evidence.sightings, 'time')})`}`],
    ['What to do', renderWords(hint), 'do'],
    [
      'Looks like',
      known !== undefined &&
        html`${renderWords(known.provider)}, ${renderWords(known.category)} <span class="soft">(${renderWords(known.source)}${!known.verified && ', not checked'})</span>`,
    ],
    [
      'Law',
      law !== undefined &&
        law.length > 0 &&
        joinHtml(
          law.map(({ ref, region, date }) => html`${renderWords(ref)} <span class="soft">(${region}, ${date})</span>`),
          '; ',
        ),
    ],
    [
      'Was accepted',
      acceptance?.status === 'expired' && html`until ${acceptance.expires} only, so it counts again: ${renderWords(acceptance.reason)}`,
    ],
  ]);
}

/** Who did it, with addresses as code. */
function renderSetter(setter: EvidenceSetter, show: (address: string) => Html): Html {
  const address = show(setter.url);
  const { line, column } = setter;
  switch (setter.kind) {
    case 'script':
      return html`A script${line === undefined ? ' on ' : ', '}${address}${line !== undefined && `, line ${line}, column ${column ?? 1}`}`;
    case 'markup':
      return html`The markup of ${address}${line !== undefined && `, line ${line}`}`;
    case 'unknown':
      return html`Nobody who was seen: it was there after ${address}`;
    case 'http-response': {
      const redirect = setter.redirectTo !== undefined && html`, redirecting to ${show(setter.redirectTo)}`;
      const cause = setter.causedBy !== undefined && html`, caused by ${show(setter.causedBy)}`;
      return html`The server’s answer (${setter.status ?? 'no status'}) to ${renderWords(setter.method ?? 'GET')} ${address}${redirect}${cause}`;
    }
  }
}

function renderEvidence({ evidence, rule, fingerprint, item, firstSeen, lastSeen }: Finding): Html {
  const { setter, cookie, request, setAt } = evidence;
  const facts: readonly (readonly [string, HtmlValue])[] = [
    [
      'Item',
      html`${renderWords(item.kind)} ${renderCode(item.name)}${item.host !== undefined && item.host !== item.name && html` of ${renderCode(item.host)}`}`,
    ],
    ['Request', request !== undefined && renderCode(request)],
    ['Page', renderCode(evidence.page)],
    ['Set by', renderCode(`${setter.url}${setter.line === undefined ? '' : `:${setter.line}:${setter.column ?? 1}`}`)],
    ['Set at', setAt !== undefined && renderTime(setAt)],
    ['Cookie', cookie !== undefined && renderCode(describeCookie(cookie, evidence.at))],
    [
      'Stack',
      setter.stack !== undefined &&
        setter.stack.length > 0 &&
        html`<pre tabindex="0"><code translate="no">${lines(setter.stack.join('\n'))}</code></pre>`,
    ],
    [
      'Known since',
      firstSeen !== undefined && html`${renderTime(firstSeen)}${lastSeen !== undefined && html`; last seen ${renderTime(lastSeen)}`}`,
    ],
    ['Rule', renderId(rule)],
    ['Fingerprint', renderCode(fingerprint)],
  ];
  return renderFacts(facts);
}

function describeCookie(cookie: NonNullable<Finding['evidence']['cookie']>, at: string): string {
  const { domain, path, partition, secure, httpOnly, sameSite, expires } = cookie;
  const life = expires === null ? null : expires - Date.parse(at) / 1000;
  const flags = [secure && 'Secure', httpOnly && 'HttpOnly', `SameSite=${sameSite}`, partition !== null && 'Partitioned'];
  return [`Domain=${domain}`, `Path=${path}`, ...flags.filter((flag) => flag !== false), `lives ${renderSeconds(life)}`].join('; ');
}

function lines(text: string): readonly HtmlValue[] {
  return joinHtml(text.trimEnd().split('\n').map(renderWords), '\n');
}
