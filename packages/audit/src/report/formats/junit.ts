// JUnit XML as pipelines read it: a suite for each state, in it a case for each rule. What could not be seen is an error, never a
// pass; what was not exercised is skipped.

import { failsAt } from '../exit-code.ts';
import type { AuditReport, Finding, Severity, StateReport } from '../report.ts';
import type { RuleText } from '../rule-text.ts';
import { ruleTextsFor } from '../rule-text.ts';
import { saySetter } from '../setter-text.ts';
import { visible } from '../visible.ts';
import { isAccepted, nameOfState, phaseWords, stateNames } from '../words.ts';
import { splitReason } from './sarif.ts';

/** `failOn` is the least severity that is a failure, as for the exit code. */
export type JunitOptions = { readonly failOn: Severity | 'never' };

/** The report as JUnit XML. */
export function renderAuditJunit(report: AuditReport, { failOn }: JunitOptions): string {
  const rules = ruleTextsFor(report.findings);
  const context = { report, rules, failOn };
  const suites = [reasonSuite(report), wholeSuite(context), ...report.states.map((state) => stateSuite(state, context))];
  const totals = suites.flatMap(({ cases }) => cases);
  const head = attributes({ name: `Candor audit of ${report.url}`, ...countsOf(totals), time: seconds(report.durationMs) });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${head}>`,
    ...suites.filter(({ cases }) => cases.length > 0).flatMap((suite) => renderSuite(suite, report)),
    '</testsuites>',
    '',
  ].join('\n');
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';
type Case = { readonly name: string; readonly outcome: Outcome; readonly type?: string; readonly message?: string; readonly body?: string };
type Suite = { readonly name: string; readonly durationMs: number; readonly cases: readonly Case[] };

// What kept the audit from seeing belongs to no rule.
function reasonSuite({ reasons, durationMs }: AuditReport): Suite {
  const cases = reasons.map((reason): Case => {
    const { code, message } = splitReason(reason);
    return { name: code, outcome: 'error', type: code, message };
  });
  const fine: Case = { name: 'everything asked for could be seen', outcome: 'passed' };
  return { name: 'evidence', durationMs, cases: cases.length === 0 ? [fine] : cases };
}

type Context = { readonly report: AuditReport; readonly rules: readonly RuleText[]; readonly failOn: Severity | 'never' };

function stateSuite(state: StateReport, { report, rules, failOn }: Context): Suite {
  const cases = rules.flatMap((rule): readonly Case[] => {
    const found = report.findings.filter((finding) => finding.rule === rule.id && finding.states.some((one) => one === state.state));
    const isAsked = rule.states.some((one) => one === 'all' || one === state.state);
    return isAsked || found.length > 0 ? [{ name: nameCase(rule), ...judge(state, found, failOn) }] : [];
  });
  return { name: nameOfState(state.state), durationMs: state.durationMs, cases };
}

// Rules that are asked of the declaration or of all visits together. Where no state was made, nothing is passed here either.
function wholeSuite({ report, rules, failOn }: Context): Suite {
  const visits = report.states.some(({ status }) => status === 'exercised');
  const status = visits && report.reasons.length === 0 ? 'exercised' : 'incomplete';
  const note = visits ? 'Not everything could be seen' : 'Nothing was visited';
  const cases = rules
    .filter(({ states }) => !states.some((state) => state === 'all' || Object.hasOwn(stateNames, state)))
    .map((rule): Case => {
      const found = report.findings.filter((finding) => finding.rule === rule.id);
      return { name: nameCase(rule), ...judge({ status, note }, found, failOn) };
    });
  return { name: 'site as a whole', durationMs: report.durationMs, cases };
}

function nameCase({ id, title }: RuleText): string {
  return `${id} ${title}`;
}

function judge(state: Pick<StateReport, 'status' | 'note'>, found: readonly Finding[], failOn: JunitOptions['failOn']): Omit<Case, 'name'> {
  const failing = found.filter((finding) => failsAt(finding, failOn));
  const [first] = failing;
  if (first !== undefined) {
    return {
      outcome: 'failure',
      type: first.severity,
      message: failing.map(({ message }) => message).join('; '),
      body: failing.map(describe).join('\n\n'),
    };
  }
  if (state.status === 'not-exercised') return { outcome: 'skipped', message: state.note ?? 'not exercised' };
  if (state.status === 'incomplete')
    return { outcome: 'error', type: 'AUDIT_INCONCLUSIVE', message: state.note ?? 'The visit was cut short' };
  if (found.length > 0) return { outcome: 'skipped', message: found.map(whyNot).join('; ') };
  return { outcome: 'passed' };
}

function whyNot(finding: Finding): string {
  const { acceptance, message, severity } = finding;
  return isAccepted(finding)
    ? `${message}: accepted until ${acceptance?.expires}, ${acceptance?.reason}`
    : `${message}: ${severity}, below the limit`;
}

function describe({ evidence, hint, fingerprint, message }: Finding): string {
  return [
    message,
    `who   ${saySetter(evidence.setter, (address) => address)}`,
    `when  ${phaseWords[evidence.phase]} at ${evidence.at}`,
    `where ${evidence.page}`,
    `do    ${hint}`,
    `id    ${fingerprint}`,
  ].join('\n');
}

function renderSuite({ name, durationMs, cases }: Suite, { startedAt }: AuditReport): readonly string[] {
  const head = attributes({ name, ...countsOf(cases), time: seconds(durationMs), timestamp: startedAt.slice(0, 19) });
  return [`  <testsuite${head}>`, ...cases.map((one) => `    ${renderCase(one, name)}`), '  </testsuite>'];
}

function renderCase({ name, outcome, type, message, body }: Case, suite: string): string {
  const head = `testcase${attributes({ classname: `candor.${suite.split(' ')[0]}`, name })}`;
  if (outcome === 'passed') return `<${head}/>`;
  const told = attributes({ ...(message === undefined ? {} : { message }), ...(type === undefined ? {} : { type }) });
  return `<${head}><${outcome}${told}${body === undefined ? '/>' : `>${escapeXml(body)}</${outcome}>`}</testcase>`;
}

function countsOf(cases: readonly Case[]): { readonly [name: string]: number } {
  const number = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: number('failure'), errors: number('error'), skipped: number('skipped') };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

// XML 1.0 has no way to write most control characters, not even escaped; line feeds are our own.
function escapeXml(text: string): string {
  const lines = text.split('\n').map(visible).join('\n');
  return lines.replace(/[&<>"']/g, (character) => entities.get(character) ?? character);
}
