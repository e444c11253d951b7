import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyBaseline, renderBaseline } from '../src/baseline/apply-baseline.ts';
import type { Baseline } from '../src/baseline/baseline.ts';
import { parseBaseline } from '../src/baseline/baseline.ts';
import { diffReports, keepHistory } from '../src/baseline/diff-reports.ts';
import { baselineSchema } from '../src/baseline/schema.ts';
import { presets } from '../src/presets/presets.ts';
import { countByPreset } from '../src/report/count-by-preset.ts';
import { exitCodeFor } from '../src/report/exit-code.ts';
import { renderAuditHtml } from '../src/report/formats/html/page.ts';
import { renderAuditMarkdown } from '../src/report/formats/markdown.ts';
import { findMisfits } from '../src/report/json-shape.ts';
import { parseReport } from '../src/report/parse-report.ts';
import type { AuditReport, StateReport } from '../src/report/report.ts';
import { auditReportSchema } from '../src/report/schema.ts';
import { renderAuditText } from '../src/report/text.ts';
import { matchGolden } from './golden.ts';

// A report that a browser wrote: the lying portal, all eight lies.
const kept: unknown = JSON.parse(await readFile(new URL('fixtures/lying-portal.json', import.meta.url), 'utf8'));

function lying(): AuditReport {
  const parsed = parseReport(kept);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const today = Date.parse('2026-11-24T12:00:00Z');
const why = { reason: 'Agreed with the DPO until the relaunch', expires: '2026-12-31' };

function baselineOf(report: AuditReport, options: Parameters<typeof renderBaseline>[1] = why): Baseline {
  const parsed = parseBaseline(JSON.parse(renderBaseline(report, options)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function withStates(report: AuditReport, change: (state: StateReport) => StateReport): AuditReport {
  return { ...report, states: report.states.map(change) };
}

test('A130 the published schemas are those that reports and baselines are read with', async () => {
  await matchGolden('../schema/audit-report.schema.json', `${JSON.stringify(auditReportSchema, null, 2)}\n`);
  await matchGolden('../schema/audit-baseline.schema.json', `${JSON.stringify(baselineSchema, null, 2)}\n`);
});

test('A130 a real report fits its schema with nothing left over, also with all that a baseline adds', () => {
  const report = lying();
  const marked = applyBaseline(keepHistory(report, report), baselineOf(report), today);
  expect(findMisfits(kept, auditReportSchema, { strict: true })).toEqual([]);
  expect(findMisfits(JSON.parse(JSON.stringify(marked)), auditReportSchema, { strict: true })).toEqual([]);
});

test.each<readonly [string, (report: Record<string, unknown>) => void, string]>([
  ['another version', (report) => void (report['v'] = 2), 'v: Expected 1'],
  ['no findings', (report) => void delete report['findings'], 'findings: Expected a value, and it is missing'],
  ['a text for a list', (report) => void (report['reasons'] = 'none'), 'reasons: Expected array'],
  ['an unknown conclusion', (report) => void (report['conclusion'] = 'fine'), 'conclusion: Expected one of clean, findings, inconclusive'],
  ['a time that is none', (report) => void (report['startedAt'] = 'yesterday'), 'startedAt: Expected a text like'],
  ['a negative duration', (report) => void (report['durationMs'] = -1), 'durationMs: Expected 0 or more'],
])('A130 %s is no report: AUDIT_REPORT_SHAPE with its path', (_name, breakIt, told) => {
  const report: Record<string, unknown> = structuredClone(lying());
  breakIt(report);
  const parsed = parseReport(report);
  expect(parsed.ok ? [] : parsed.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([
    expect.stringContaining(`AUDIT_REPORT_SHAPE ${told}`),
  ]);
});

test('A130 whatever is broken deep inside is found, and what is added is not', () => {
  const report = lying();
  const [first, ...rest] = report.findings;
  const broken = { ...report, findings: [{ ...first, evidence: { ...first?.evidence, sightings: 'many' } }, ...rest] };
  const parsed = parseReport(broken);
  expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toEqual(['findings[0].evidence.sightings']);
  expect(parseReport({ ...report, later: { version: 1 } }).ok).toBe(true);
  expect(parseReport({ ...report, states: Array.from({ length: 1000 }, () => 1) })).toMatchObject({ issues: { length: 20 } });
});

test('A130 no JSON makes the reader throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseReport(value).ok).toBe(false);
      expect(parseBaseline(value).ok).toBe(false);
    }),
  );
});

test('A137 a preset leaves findings out, and every form says how many', () => {
  const report = lying();
  const regulator = presets.find(({ id }) => id === 'regulator-3');
  if (regulator === undefined) throw new Error('The preset is gone');
  const counted = countByPreset(report, regulator);
  expect(counted.findings.map(({ rule }) => rule).toSorted()).toEqual(['R-PRE-3P', 'R-REJ-STORE']);
  expect(counted).toMatchObject({ conclusion: 'findings', preset: { id: 'regulator-3', leftOut: 6 } });
  expect(findMisfits(counted, auditReportSchema, { strict: true })).toEqual([]);
  const words = 'besides, 6 findings of rules that "regulator-3" leaves out';
  expect(renderAuditText(counted, { color: false })).toContain(`${words}\n`);
  expect(renderAuditMarkdown(counted)).toContain(words);
  expect(renderAuditHtml(counted)).toContain(words.replaceAll('"', '&quot;'));
  const others = report.findings.filter(({ rule }) => rule === 'R-LIFE');
  const none = countByPreset({ ...report, findings: others }, regulator);
  expect(none.conclusion).toBe('clean');
  expect(renderAuditText(none, { color: false })).toMatch(
    /\nNo finding that counts, and 1 finding of rules that "regulator-3" leaves out\n$/,
  );
  expect(countByPreset({ ...report, findings: others, reasons: ['AUDIT_TLS: bad'] }, regulator).conclusion).toBe('inconclusive');
});

test('A140 an accepted finding does not count, and is still a finding', () => {
  const report = lying();
  const accepted = applyBaseline(report, baselineOf(report), today);
  expect(exitCodeFor(report, 'low')).toBe(1);
  expect(exitCodeFor(accepted, 'low')).toBe(0);
  expect(exitCodeFor({ ...accepted, reasons: ['AUDIT_TLS: bad'] }, 'low')).toBe(3);
  expect(accepted).toMatchObject({ conclusion: 'findings', findings: { length: 8 }, baselineUnmet: [] });
  expect(accepted.findings[0]?.acceptance).toEqual({ ...why, status: 'holds' });
  const text = renderAuditText(accepted, { color: false });
  expect(text).toContain(`          but   accepted until 2026-12-31: ${why.reason}\n`);
  expect(text).toMatch(/8 findings \(.*\), all accepted in the baseline: the site does not do what it declares\n$/);
});

test('A141 acceptance holds to the end of its day in UTC, then the finding counts again and says so', () => {
  const report = lying();
  const baseline = baselineOf(report);
  expect(exitCodeFor(applyBaseline(report, baseline, Date.parse('2026-12-31T23:59:59Z')), 'low')).toBe(0);
  const late = applyBaseline(report, baseline, Date.parse('2027-01-01T00:00:00Z'));
  expect(exitCodeFor(late, 'low')).toBe(1);
  expect(late.findings[0]?.acceptance?.status).toBe('expired');
  expect(renderAuditText(late, { color: false })).toContain('accepted until 2026-12-31 only, so it counts again');
});

test('A142 an entry that was looked for and not met is unused; one that was not looked for is unseen', () => {
  const report = lying();
  const baseline = baselineOf(report);
  const honest: AuditReport = { ...report, findings: [], conclusion: 'clean' };
  const statusOf = (one: AuditReport): readonly (readonly [string, string])[] =>
    (applyBaseline(one, baseline, today).baselineUnmet ?? []).map(({ item, status }) => [item.name, status]);
  expect(statusOf(honest)).toContainEqual(['csrftoken', 'unused']);
  expect(statusOf(honest).every(([, status]) => status === 'unused')).toBe(true);
  const withoutReject = withStates(honest, (state) => (state.state === 'S2' ? { ...state, status: 'not-exercised' } : state));
  expect(statusOf(withoutReject)).toContainEqual(['map_style', 'unseen']);
  const elsewhere = withStates(honest, (state) => ({ ...state, pages: [] }));
  expect(statusOf(elsewhere)).toContainEqual(['tracking_id', 'unseen']);
  // The page of this one only redirects: it is on no list of visited pages, neither then nor now.
  expect(statusOf(elsewhere)).toContainEqual(['r_seen', 'unused']);
  expect(renderAuditText(applyBaseline(honest, baseline, today), { color: false })).toContain(
    'Baseline   8 accepted and not there any more: ',
  );
});

test('A143 a new baseline keeps what holds and what was not looked for, renews what expired, and drops what is unused', () => {
  const report = lying();
  const [first, second, ...rest] = report.findings;
  if (first === undefined || second === undefined) throw new Error('The portal tells eight lies');
  const earlier = baselineOf({ ...report, findings: [first, second] });
  const lapsed = { ...earlier, accepted: earlier.accepted.map((entry, at) => (at === 0 ? { ...entry, expires: '2026-01-01' } : entry)) };
  const later = { reason: 'New', expires: '2027-06-30', earlier: lapsed };
  const renewed = baselineOf(applyBaseline(report, lapsed, today), later).accepted;
  expect(renewed.map(({ reason }) => reason)).toEqual(['New', why.reason, ...rest.map(() => 'New')]);
  expect(renewed[0]?.firstSeen).toBe(report.startedAt);
  const fixed = applyBaseline({ ...report, findings: rest }, earlier, today);
  expect(baselineOf(fixed, { ...later, earlier }).accepted).toHaveLength(rest.length);
  const unlooked = withStates(fixed, (state) => ({ ...state, status: 'incomplete' }));
  const again = applyBaseline({ ...unlooked, findings: rest }, earlier, today);
  expect(baselineOf(again, { ...later, earlier }).accepted).toHaveLength(8);
});

test.each<readonly [string, (entry: Record<string, unknown>) => void, string]>([
  ['an empty reason', (entry) => void (entry['reason'] = ' '), 'accepted[0].reason: Expected why this is accepted'],
  ['no expiry', (entry) => void delete entry['expires'], 'accepted[0].expires: Expected a value, and it is missing'],
  ['a day that no calendar has', (entry) => void (entry['expires'] = '2026-02-30'), 'accepted[0].expires: Expected a day of the calendar'],
  ['a fingerprint that is none', (entry) => void (entry['fingerprint'] = '*'), 'accepted[0].fingerprint: Expected a text like'],
  ['an unknown member', (entry) => void (entry['severity'] = 'low'), 'accepted[0].severity: Expected nothing of this name'],
])('A144 %s is refused: AUDIT_BASELINE_SHAPE with its path', (_name, breakIt, told) => {
  const [entry, ...rest] = baselineOf(lying()).accepted;
  const broken: Record<string, unknown> = structuredClone(entry ?? {});
  breakIt(broken);
  const parsed = parseBaseline({ v: 1, accepted: [broken, ...rest] });
  expect(parsed.ok ? [] : parsed.issues.map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([
    expect.stringContaining(`AUDIT_BASELINE_SHAPE ${told}`),
  ]);
});

test('A144 a finding that is accepted twice is refused', () => {
  const { accepted } = baselineOf(lying());
  const parsed = parseBaseline({ v: 1, accepted: [...accepted, accepted[3]] });
  expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toEqual(['accepted[8].fingerprint']);
});

test('A145 two reports differ by what is new, gone, still there, and unseen', () => {
  const after = lying();
  const [gone, ...others] = after.findings;
  const before = { ...after, findings: others, startedAt: '2026-10-01T00:00:00.000Z' };
  const names = (findings: readonly { readonly item: { readonly name: string } }[]): readonly string[] =>
    findings.map(({ item }) => item.name);
  expect(diffReports(before, after)).toMatchObject({ new: [gone], gone: [], unseen: [], before: { startedAt: before.startedAt } });
  expect(diffReports(before, after).stillThere).toEqual(others);
  expect(diffReports(after, before)).toMatchObject({ new: [], gone: [gone], unseen: [] });
  const blind = withStates(before, (state) => (state.state === gone?.state ? { ...state, status: 'incomplete' } : state));
  expect(names(diffReports(after, blind).gone)).toEqual([]);
  expect(names(diffReports(after, blind).unseen)).toEqual([gone?.item.name]);
});

test('A145 the same report is no difference, whichever states were made', () => {
  const report = lying();
  expect(diffReports(report, report)).toMatchObject({ new: [], gone: [], unseen: [], stillThere: report.findings });
});

test('A146 first seen is the earliest audit that a report or a baseline remembers, last seen is this one', () => {
  const report = lying();
  const first = keepHistory(null, { ...report, startedAt: '2026-10-01T00:00:00.000Z' });
  const second = keepHistory(first, { ...report, startedAt: '2026-10-02T00:00:00.000Z' });
  const third = keepHistory(second, report);
  expect(third.findings[0]).toMatchObject({ firstSeen: '2026-10-01T00:00:00.000Z', lastSeen: report.startedAt });
  const remembered = baselineOf(second);
  expect(applyBaseline(report, remembered, today).findings[0]).toMatchObject({ firstSeen: '2026-10-01T00:00:00.000Z' });
  expect(applyBaseline(third, baselineOf(report), today).findings[0]).toMatchObject({ firstSeen: '2026-10-01T00:00:00.000Z' });
});
