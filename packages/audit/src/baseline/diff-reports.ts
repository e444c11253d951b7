// Two audits of one site, apart in time: what is new, what went away, what is still there, and what was not looked at again.
import type { AuditReport, Finding } from '../report/report.ts';
import { hasLookedAgain, sightingOf } from './looked-again.ts';

/** How two reports differ. `unseen` was found before, and the states or the page it was found on were not visited this time. */
export type ReportDiff = {
  readonly before: Pick<AuditReport, 'url' | 'startedAt' | 'declaration' | 'conclusion'>;
  readonly new: readonly Finding[];
  readonly gone: readonly Finding[];
  readonly stillThere: readonly Finding[];
  readonly unseen: readonly Finding[];
};

/** Compares by fingerprint. Findings in `gone` and `unseen` are the earlier report's, the others the later one's. */
export function diffReports(before: AuditReport, after: AuditReport): ReportDiff {
  const had = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const has = new Set(after.findings.map(({ fingerprint }) => fingerprint));
  const missing = before.findings.filter(({ fingerprint }) => !has.has(fingerprint));
  const isGone = (finding: Finding): boolean => hasLookedAgain(sightingOf(finding, before), after);
  const { url, startedAt, declaration, conclusion } = before;
  return {
    before: { url, startedAt, declaration, conclusion },
    new: after.findings.filter(({ fingerprint }) => !had.has(fingerprint)),
    gone: missing.filter(isGone),
    stillThere: after.findings.filter(({ fingerprint }) => had.has(fingerprint)),
    unseen: missing.filter((finding) => !isGone(finding)),
  };
}

/** The later report with `firstSeen` and `lastSeen` of each finding, as far back as the earlier one knows. */
export function keepHistory(before: AuditReport | null, after: AuditReport): AuditReport {
  const earlier = new Map((before?.findings ?? []).map(({ fingerprint, firstSeen }) => [fingerprint, firstSeen ?? before?.startedAt]));
  const findings = after.findings.map((finding) => {
    const firstSeen = earlier.get(finding.fingerprint) ?? finding.firstSeen ?? after.startedAt;
    return { ...finding, firstSeen, lastSeen: after.startedAt };
  });
  return { ...after, findings };
}
