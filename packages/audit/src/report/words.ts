// What states, phases and verdicts are called, for every form of the report.
import type { Phase } from '../collect/observation.ts';
import type { AuditReport, Finding, Severity } from './report.ts';
import { severities } from './report.ts';
import { count } from './visible.ts';

/** Names of the states of a visit, with the id first; also of states that this version may not visit yet. */
export const stateNames: { readonly [state: string]: string } = {
  S0: 'S0 first visit',
  S1: 'S1 accept',
  S2: 'S2 reject',
  S3: 'S3 accept, then withdraw',
  S4: 'S4 close, scroll, ignore',
  S5: 'S5 Global Privacy Control',
  S6: 'S6 without JavaScript',
  S7: 'S7 return visit',
  S8: 'S8 keyboard, small screen',
  S9: 'S9 logged in',
  S10: 'S10 one purpose only',
  language: 'language choice',
  action: 'action',
};

/** The name of a state; its id where there is none. */
export function nameOfState(state: string): string {
  return Object.hasOwn(stateNames, state) ? (stateNames[state] ?? state) : state;
}

/** When something was seen, as a person says it. */
export const phaseWords: { readonly [P in Phase]: string } = {
  unasked: 'before any answer',
  accepting: 'while accepting',
  accepted: 'after accepting',
  rejecting: 'while rejecting',
  rejected: 'after rejecting',
  withdrawing: 'while withdrawing',
  withdrawn: 'after withdrawing',
};

/** Findings that nobody answers for: those that count. */
export function countedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !isAccepted(finding));
}

/** Whether the baseline accepts a finding today. */
export function isAccepted({ acceptance }: Finding): boolean {
  return acceptance?.status === 'holds';
}

/** From the worst to the least, else as they were. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}

/** How many of each severity, the worst first, without those there are none of. */
export function countSeverities(findings: readonly Finding[]): readonly (readonly [Severity, number])[] {
  return severities
    .toReversed()
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, number]) => number > 0);
}

/** `2 findings (1 critical, 1 high)`. */
export function countFindings(findings: readonly Finding[]): string {
  const parts = countSeverities(findings).map(([severity, number]) => `${number} ${severity}`);
  return `${count(findings.length, 'finding')}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

/** The report's conclusion in one sentence, the same in every form. */
export function sayConclusion(report: AuditReport): string {
  const leftOut = report.preset?.leftOut ?? 0;
  const others = `${count(leftOut, 'finding')} of rules that "${report.preset?.id}" leaves out`;
  if (leftOut === 0) return sayCounted(report);
  return report.conclusion === 'clean' ? `No finding that counts, and ${others}` : `${sayCounted(report)}; besides, ${others}`;
}

function sayCounted(report: AuditReport): string {
  const { conclusion, declaration, findings } = report;
  if (conclusion === 'clean') {
    return declaration === null ? 'Clean: nothing was stored and no other host contacted' : 'Clean: what was seen is what is declared';
  }
  if (conclusion === 'inconclusive') {
    return 'Inconclusive: not everything could be seen, so this neither clears the site nor accuses it';
  }
  const counted = countedFindings(findings);
  if (counted.length === 0) return `${countFindings(findings)}, all accepted in the baseline: the site does not do what it declares`;
  const accepted = findings.length === counted.length ? '' : `, ${findings.length - counted.length} more accepted`;
  const means = declaration === null ? 'this is what a declaration must cover' : 'the site does not do what it declares';
  return `${countFindings(counted)}${accepted}: ${means}`;
}
