// What a script learns from an audit.
import type { AuditReport, Severity } from './report.ts';
import { severities } from './report.ts';

/** 1: a finding at or above `failOn`; else 3: something required could not be seen; else 0. `never` fails on no finding. */
export function exitCodeFor(report: Pick<AuditReport, 'findings' | 'reasons'>, failOn: Severity | 'never' = 'low'): 0 | 1 | 3 {
  const limit = failOn === 'never' ? Number.POSITIVE_INFINITY : severities.indexOf(failOn);
  if (report.findings.some((finding) => severities.indexOf(finding.severity) >= limit)) return 1;
  return report.reasons.length > 0 ? 3 : 0;
}
