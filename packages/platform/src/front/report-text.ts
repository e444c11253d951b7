// A stored audit, read back: the report and the numbers that the pages show.
import type { AuditReport, Finding } from '@candor/audit';
import type { AuditRow } from '../drivers/audit-store.ts';
import type { Words } from '../words/english.ts';

/** The truth gap: what was seen and not declared, plus what was declared and tried and not seen. */
export type Gap = { readonly gap: number; readonly observed: number; readonly missing: number; readonly notExercised: number };

/** How a page shows an audit's conclusion. */
export type Mood = 'good' | 'warn' | 'bad' | 'none';

/** The report of a finished audit; null for any other row. */
export function readReport(row: AuditRow | null): AuditReport | null {
  if (row?.report === null || row?.report === undefined) return null;
  // The text was written by this process from an AuditReport; its hash stands beside it.
  return JSON.parse(row.report) as AuditReport;
}

/** The numbers of the gap; null where no audit is finished. */
export function readGap(row: AuditRow | null): Gap | null {
  const report = readReport(row);
  if (report === null) return null;
  const { observedNotDeclared, declaredNotObserved, notExercised } = report.gap;
  const observed = observedNotDeclared.length;
  const missing = declaredNotObserved.length;
  return { gap: observed + missing, observed, missing, notExercised: notExercised.length };
}

/** Good only where the audit was clean; without an audit nothing is claimed. */
export function moodOf(report: AuditReport | null): Mood {
  if (report === null) return 'none';
  return ({ clean: 'good', findings: 'bad', inconclusive: 'warn' } as const)[report.conclusion];
}

/** The sentence that answers "is it true?". */
export function answerOf(words: Words, report: AuditReport | null): string {
  if (report === null) return words.truthUnknown;
  if (report.conclusion === 'clean') return words.truthYes;
  return report.conclusion === 'findings' ? words.truthNo(report.findings.length) : words.truthPartly;
}

/** The words for a state of the visit; its id where there are none. */
export function nameState(words: Words, state: string): string {
  return Object.entries(words.states).find(([id]) => id === state)?.[1] ?? state;
}

/** How a finding's severity is coloured. */
export function severityMood(severity: Finding['severity']): Mood {
  return ({ info: 'none', low: 'warn', medium: 'warn', high: 'bad', critical: 'bad' } as const)[severity];
}
