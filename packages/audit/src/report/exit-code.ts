// What a script learns from an audit.
import type { AuditReport, Finding, Severity } from './report.ts';
import { severities } from './report.ts';
import { isAccepted } from './words.ts';

/** Whether a finding makes the audit fail: at or above the limit, and not accepted. `never` fails on none. */
export function failsAt(finding: Finding, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && severities.indexOf(finding.severity) >= severities.indexOf(failOn) && !isAccepted(finding);
}

/** 1: a finding that counts at or above `failOn`; else 3: something required could not be seen; else 0. `never` fails on no finding. */
export function exitCodeFor(report: Pick<AuditReport, 'findings' | 'reasons'>, failOn: Severity | 'never' = 'low'): 0 | 1 | 3 {
  if (report.findings.some((finding) => failsAt(finding, failOn))) return 1;
  return report.reasons.length > 0 ? 3 : 0;
}
