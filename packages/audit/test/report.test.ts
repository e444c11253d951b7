import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reasonOfNavigation } from '../src/reasons.ts';
import { exitCodeFor } from '../src/report/exit-code.ts';
import type { AuditReport, Finding, StateReport } from '../src/report/report.ts';
import { renderAuditText } from '../src/report/text.ts';
import { rules } from '../src/rules/catalogue.ts';

const finding: Finding = {
  rule: 'R-UNDECL',
  severity: 'high',
  state: 'S0',
  states: ['S0', 'S2'],
  item: { kind: 'cookie', name: 'ab', host: 'shop.localhost' },
  tracker: null,
  message: 'Cookie "ab\u001b[2J\u202e" is not declared',
  evidence: {
    at: '2026-11-23T12:00:00.000Z',
    page: 'http://shop.localhost/',
    phase: 'unasked',
    setter: { kind: 'script', url: 'http://shop.localhost/a.js', line: 3, column: 5 },
    sightings: 4,
  },
  fingerprint: 'f'.repeat(64),
  hint: 'Declare it, or stop setting it',
  snippet: "'ab': {\n  kind: 'cookie',\n  provider: 'fill-in',\n},\n",
};

function report(findings: readonly Finding[], reasons: readonly string[] = []): AuditReport {
  return {
    v: 1,
    url: 'http://shop.localhost/',
    declaration: 'a'.repeat(64),
    startedAt: '2026-11-23T12:00:00.000Z',
    durationMs: 1234,
    profile: 'eu-base',
    browser: { version: '147', source: 'bundled', sandbox: false, canary: true },
    states: [],
    findings,
    gap: { declaredNotObserved: ['promo'], notExercised: [], observedNotDeclared: [] },
    conclusion: findings.length > 0 ? 'findings' : reasons.length > 0 ? 'inconclusive' : 'clean',
    reasons,
  };
}

function visit(state: StateReport['state'], changes: Partial<StateReport> = {}): StateReport {
  const page = { url: 'http://shop.localhost/', status: 200, phase: 'unasked' } as const;
  const nothing = { cookies: [], storage: [], refused: [], outOfReach: [], otherHosts: [] };
  return { ...nothing, state, status: 'exercised', note: null, pages: [page, page], requests: 5, durationMs: 1000, ...changes };
}

test('A71 a finding at or above the limit is 1, else a reason is 3, else 0', () => {
  const reason = ['AUDIT_UNREACHABLE: gone'];
  expect(exitCodeFor(report([finding]), 'high')).toBe(1);
  expect(exitCodeFor(report([finding], reason), 'low')).toBe(1);
  expect(exitCodeFor(report([finding]), 'critical')).toBe(0);
  expect(exitCodeFor(report([finding], reason), 'critical')).toBe(3);
  expect(exitCodeFor(report([finding], reason), 'never')).toBe(3);
  expect(exitCodeFor(report([], reason), 'info')).toBe(3);
  expect(exitCodeFor(report([]), 'info')).toBe(0);
});

test('A72 A74 the terminal report tells what, who, when and what to do, and obeys no site', () => {
  const text = renderAuditText({ ...report([finding]), states: [visit('S0')] }, { color: false });
  expect(text).toContain('high      Cookie "ab\\u001b[2J\\u202e" is not declared  R-UNDECL\n');
  expect(text).toContain('by    the script /a.js:3:5\n');
  expect(text).toContain('seen  in S0, S2 (4 times), first before any answer at 12:00:00, on /\n');
  expect(text).toContain('do    Declare it, or stop setting it\n');
  expect(text).toContain('Truth gap  1 declared and never seen: promo\n');
  expect(text).toMatch(/\n1 finding \(1 high\): .*\n$/);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(renderAuditText(report([finding]), { color: true })).toContain('\u001b[31mhigh\u001b[0m');
});

test('A74 three findings of seven visits fit one screen', () => {
  const states = (['S0', 'S1', 'S2', 'S3', 'S9', 'language', 'action'] as const).map((state) => visit(state));
  const text = renderAuditText({ ...report([finding, finding, finding]), states }, { color: false });
  const lines = text.split('\n');
  expect(lines.length).toBeLessThanOrEqual(26);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(text).toContain('Seen      14 pages · 35 requests · 0 cookies · 0 other stored names · no other host');
});

test('A74 the worst finding comes first, and one that all visits saw says so', () => {
  const states = [visit('S0'), visit('S2')];
  const worse: Finding = { ...finding, severity: 'critical', rule: 'R-REJ-STORE' };
  const text = renderAuditText({ ...report([finding, worse]), states }, { color: false });
  expect(text.indexOf('R-REJ-STORE')).toBeLessThan(text.indexOf('R-UNDECL'));
  expect(text).toContain('seen  in all 2 visits (4 times)');
  expect(text).toContain('2 findings (1 critical, 1 high): ');
});

test.each<readonly [Finding['evidence']['setter'], string]>([
  [{ kind: 'script', url: 'http://shop.localhost/' }, 'a script on /'],
  [{ kind: 'markup', url: 'http://shop.localhost/', line: 4, column: 2 }, 'the markup of / in line 4'],
  [{ kind: 'unknown', url: 'http://shop.localhost/a' }, 'nobody who was seen: it was there after /a'],
  [
    { kind: 'http-response', url: 'http://shop.localhost/go', method: 'GET', status: 302, redirectTo: 'https://other.example/' },
    'the answer 302 to GET /go, redirecting to https://other.example/',
  ],
  [
    { kind: 'http-response', url: 'https://other.example/p', method: 'POST', status: 200, causedBy: 'http://shop.localhost/a.js:1:2' },
    'the answer 200 to POST https://other.example/p, caused by /a.js:1:2',
  ],
])('A74 who did it: %o', (setter, words) => {
  const one: Finding = { ...finding, evidence: { ...finding.evidence, setter } };
  expect(renderAuditText(report([one]), { color: false })).toContain(`by    ${words}\n`);
});

test('A74 states that were not made or cut short say so, and a run without a page has no gap', () => {
  const states = [visit('S0', { status: 'incomplete', pages: [] }), visit('S9', { status: 'not-exercised', note: 'no steps', pages: [] })];
  const text = renderAuditText({ ...report([], ['AUDIT_UNREACHABLE: gone']), states }, { color: false });
  expect(text).toContain('Visits    S0 first visit (cut short)\n');
  expect(text).toContain('Not made  S9 logged in: no steps\n');
  expect(text).not.toContain('Truth gap');
});

test('A74 findings with reasons say that there may be more; without a declaration the way to one is named', () => {
  expect(renderAuditText(report([finding], ['AUDIT_PAGE_TIMEOUT: slow']), { color: false })).toMatch(
    /There may be more.*\n {2}AUDIT_PAGE_TIMEOUT: slow\n[\s\S]*1 finding/,
  );
  const undeclared = renderAuditText({ ...report([finding]), declaration: null, states: [visit('S0')] }, { color: false });
  expect(undeclared).toContain('"candor init http://shop.localhost/"');
  expect(undeclared).not.toContain('Truth gap');
});

test('A70 the last line says clean, or inconclusive with its reasons', () => {
  expect(renderAuditText(report([]), { color: false })).toMatch(/\nClean: .*\n$/);
  expect(renderAuditText(report([], ['AUDIT_TLS: bad']), { color: false })).toMatch(/\nInconclusive: .*\n {2}AUDIT_TLS: bad\n$/);
});

test('A70 failed navigations have their reasons, downloads have none', () => {
  const code = (text: string) => reasonOfNavigation(new Error(text), 'https://example.org/')?.code ?? null;
  expect(code('page.goto: net::ERR_CONNECTION_REFUSED at https://example.org/')).toBe('AUDIT_UNREACHABLE');
  expect(code('page.goto: net::ERR_NAME_NOT_RESOLVED at https://example.org/')).toBe('AUDIT_UNREACHABLE');
  expect(code('page.goto: net::ERR_CERT_AUTHORITY_INVALID at https://example.org/')).toBe('AUDIT_TLS');
  expect(code('page.goto: net::ERR_SSL_PROTOCOL_ERROR at https://example.org/')).toBe('AUDIT_TLS');
  expect(code('page.goto: Timeout 15000ms exceeded.')).toBe('AUDIT_PAGE_TIMEOUT');
  expect(code('page.goto: Page crashed')).toBe('AUDIT_PAGE_CRASHED');
  expect(code('page.goto: Download is starting')).toBeNull();
  expect(code('page.goto: net::ERR_ABORTED at https://example.org/')).toBeNull();
});

test('A50 SPEC.md has a row for each rule with its severity, in the order of the table of rules', async () => {
  const spec = await readFile(new URL('../SPEC.md', import.meta.url), 'utf8');
  const rows = [...spec.matchAll(/^\| (R-[A-Z0-9-]+) *\| (\w+) *\|/gm)].map(([, id, severity]) => `${id} ${severity}`);
  expect(rows).toEqual(rules.map((rule) => `${rule.id} ${rule.severity}`));
});
