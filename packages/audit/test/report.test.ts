import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reasonOfNavigation } from '../src/reasons.ts';
import { exitCodeFor } from '../src/report/exit-code.ts';
import type { AuditReport, Finding } from '../src/report/report.ts';
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

test('A54 A72 the terminal report tells who, when, what to do and what to add, and obeys no site', () => {
  const text = renderAuditText(report([finding]), { color: false });
  expect(text).toContain('R-UNDECL Cookie "ab\\u001b[2J\\u202e" is not declared');
  expect(text).toContain('script http://shop.localhost/a.js:3:5');
  expect(text).toContain('2026-11-23T12:00:00.000Z · S0, S2 · unasked');
  expect(text).toContain('Declare it, or stop setting it');
  expect(text).toContain("add   'ab': { kind: 'cookie', … },");
  expect(text).toContain('Declared, never seen     1: promo');
  expect(text).toMatch(/1 finding: /);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(renderAuditText(report([finding]), { color: true })).toContain('\u001b[31mhigh\u001b[0m');
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
