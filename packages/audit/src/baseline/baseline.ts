// Findings that somebody answers for: each with a reason and a last day. The file is read strictly, because what it accepts by
// mistake is a breach that nobody hears of.
import type { Issue, Result } from '@candor/core';
import { fail, succeed } from '@candor/core';
import type { AuditState } from '../collect/observation.ts';
import type { Misfit } from '../report/json-shape.ts';
import { findMisfits } from '../report/json-shape.ts';
import type { FindingItem } from '../report/report.ts';
import { baselineSchema } from './schema.ts';

/** One accepted finding. `expires` is the last day it holds (YYYY-MM-DD, UTC); `states` and `page` are where it was seen. */
export type AcceptedFinding = {
  readonly fingerprint: string;
  readonly rule: string;
  readonly item: FindingItem;
  readonly states: readonly AuditState[];
  /** The path of the page; null where it was only passed through. */
  readonly page: string | null;
  readonly reason: string;
  readonly expires: string;
  /** Start of the first audit that found it, ISO 8601. */
  readonly firstSeen: string;
};

/** The file: version 1. */
export type Baseline = { readonly v: 1; readonly accepted: readonly AcceptedFinding[] };

/** Reads a baseline from parsed JSON. Issues: AUDIT_BASELINE_SHAPE with the path of what is wrong. */
export function parseBaseline(value: unknown): Result<Baseline> {
  const misfits = findMisfits(value, baselineSchema, { strict: true });
  if (misfits.length > 0) return fail(...misfits.map(issueOf));
  const baseline = value as Baseline;
  const issues = baseline.accepted.flatMap((entry, index) => checkEntry(entry, `accepted[${index}]`, baseline.accepted.slice(0, index)));
  return issues.length > 0 ? fail(...issues.map(issueOf)) : succeed(baseline);
}

function checkEntry(
  { fingerprint, reason, expires }: AcceptedFinding,
  path: string,
  before: readonly AcceptedFinding[],
): readonly Misfit[] {
  return [
    ...(before.some((other) => other.fingerprint === fingerprint)
      ? [{ path: `${path}.fingerprint`, expected: 'each finding once, and this one stands above already' }]
      : []),
    ...(reason.trim() === '' ? [{ path: `${path}.reason`, expected: 'why this is accepted' }] : []),
    ...(isDay(expires) ? [] : [{ path: `${path}.expires`, expected: 'a day of the calendar such as 2027-01-31' }]),
  ];
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function issueOf({ path, expected }: Misfit): Issue {
  return {
    code: 'AUDIT_BASELINE_SHAPE',
    path,
    message: `Expected ${expected}`,
    hint: 'A baseline is written by "candor audit URL --baseline FILE --update-baseline"',
    severity: 'error',
  };
}
