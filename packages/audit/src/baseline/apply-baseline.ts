// What a baseline makes of a report, and the baseline that a report would need.

import type { AuditReport, Finding, UnmetAcceptance } from '../report/report.ts';
import { isAccepted } from '../report/words.ts';
import type { AcceptedFinding, Baseline } from './baseline.ts';
import { hasLookedAgain, sightingOf } from './looked-again.ts';

/**
 * The report with what the baseline says of each finding, since when it is known, and which entries were not met. The
 * conclusion stays: an accepted finding does not count, and it is still one. `now` is Unix milliseconds.
 */
export function applyBaseline(report: AuditReport, baseline: Baseline, now: number): AuditReport {
  const entries = new Map(baseline.accepted.map((entry) => [entry.fingerprint, entry]));
  const met = new Set(report.findings.map(({ fingerprint }) => fingerprint));
  const findings = report.findings.map((finding) => acceptFinding(finding, entries.get(finding.fingerprint), { report, now }));
  const unmet = baseline.accepted.filter(({ fingerprint }) => !met.has(fingerprint)).map((entry) => unmetOf(entry, report));
  return { ...report, findings, baselineUnmet: unmet };
}

function acceptFinding(
  finding: Finding,
  entry: AcceptedFinding | undefined,
  { report, now }: { readonly report: AuditReport; readonly now: number },
): Finding {
  const firstSeen = earliest([entry?.firstSeen, finding.firstSeen, report.startedAt]);
  const seen: Finding = { ...finding, firstSeen, lastSeen: report.startedAt };
  if (entry === undefined) return seen;
  const { reason, expires } = entry;
  return { ...seen, acceptance: { reason, expires, status: now < endOfDay(expires) ? 'holds' : 'expired' } };
}

function earliest(times: readonly (string | undefined)[]): string {
  return times.filter((time) => time !== undefined).toSorted()[0] ?? '';
}

const dayInMilliseconds = 86_400_000;

function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + dayInMilliseconds;
}

function unmetOf(entry: AcceptedFinding, report: AuditReport): UnmetAcceptance {
  const { fingerprint, rule, item, expires } = entry;
  return { fingerprint, rule, item, expires, status: hasLookedAgain(entry, report) ? 'unused' : 'unseen' };
}

/** Why and until when what is not accepted yet shall be; `earlier` is the baseline that was applied to the report. */
export type BaselineOptions = { readonly reason: string; readonly expires: string; readonly earlier?: Baseline };

/**
 * The baseline that accepts every finding of a report, as JSON text: entries that hold stay as they are, those that were not
 * looked for stay too, unused ones go.
 */
export function renderBaseline(report: AuditReport, options: BaselineOptions): string {
  const earlier = new Map((options.earlier?.accepted ?? []).map((entry) => [entry.fingerprint, entry]));
  const met = report.findings.map((finding) => entryOf(finding, { ...options, earlier: earlier.get(finding.fingerprint), report }));
  const kept = (report.baselineUnmet ?? [])
    .filter(({ status }) => status === 'unseen')
    .flatMap(({ fingerprint }) => earlier.get(fingerprint) ?? []);
  const baseline: Baseline = { v: 1, accepted: [...met, ...kept] };
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

type EntryOptions = {
  readonly reason: string;
  readonly expires: string;
  readonly earlier: AcceptedFinding | undefined;
  readonly report: AuditReport;
};

function entryOf(finding: Finding, { reason, expires, earlier, report }: EntryOptions): AcceptedFinding {
  if (earlier !== undefined && isAccepted(finding)) return earlier;
  const { fingerprint, rule, item, firstSeen } = finding;
  const { states, page } = sightingOf(finding, report);
  return { fingerprint, rule, item, states, page, reason, expires, firstSeen: firstSeen ?? earlier?.firstSeen ?? report.startedAt };
}
