// The audit against the twin: exactly the lies that are told, each with who did it and when; nothing on the honest portal, and
// nothing behind the guard. CANDOR_FULL=1 audits twenty subsets in all states and prints a table of them.
import type { AuditReport, EvidenceSetter, Finding } from '@candor/audit';
import { runAudit } from '@candor/audit';
import { createSeededBytes } from '@candor/testkit';
import type { LieName } from '@candor-example/lying-portal';
import { lieNames } from '@candor-example/lying-portal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalDeclaration, portalSteps, startPortal } from '../scripts/demo/portal.ts';
import type { Visitors } from './harness.ts';
import { openVisitors, startStand } from './harness.ts';

const full = process.env['CANDOR_FULL'] === '1';
const seed = 20_261_123;

/** What an audit must say of a lie: the table of examples/lying-portal/README.md. */
type Told = { readonly finding: string; readonly setter: Partial<EvidenceSetter>; readonly at: RegExp };

const told: { readonly [L in LieName]: Told } = {
  'undeclared-cookie': { finding: 'R-UNDECL cookie tracking_id', setter: { kind: 'http-response', method: 'GET', status: 200 }, at: /^\// },
  'pixel-before-choice': { finding: 'R-PRE-3P request embed.localhost', setter: { kind: 'markup' }, at: /^\// },
  'longer-life': { finding: 'R-LIFE cookie csrftoken', setter: { kind: 'http-response' }, at: /^\/admin\/login/ },
  'cookie-after-reject': {
    finding: 'R-REJ-STORE cookie map_style',
    setter: { kind: 'http-response', method: 'GET' },
    at: /^\/datasets\/./,
  },
  'language-for-everyone': { finding: 'R-MOMENT cookie django_language', setter: { kind: 'http-response', method: 'GET' }, at: /^\// },
  'local-storage-id': { finding: 'R-UNDECL local visitor_id', setter: { kind: 'script', line: 6 }, at: /^\/static\/visitor\.js$/ },
  'redirect-cookie': { finding: 'R-UNDECL cookie r_seen', setter: { kind: 'http-response', status: 302 }, at: /^\/r\/./ },
  'survives-withdrawal': { finding: 'R-WD-LEFT cookie map_style', setter: { kind: 'http-response', method: 'GET' }, at: /^\/datasets\/./ },
};

/** Subsets in the order of a seed: eight bits are eight lies. None is empty, none comes twice. */
function drawSubsets(count: number): readonly (readonly LieName[])[] {
  const next = createSeededBytes(seed);
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(next(1)[0] ?? 0);
  drawn.delete(0);
  return [...drawn].map((bits) => lieNames.filter((_, at) => (bits >> at) % 2 === 1));
}

const nameOf = ({ rule, item }: Finding): string => `${rule} ${item.kind} ${item.name}`;
const namesOf = (report: AuditReport): readonly string[] => report.findings.map(nameOf).sort();

// S1 is the first half of S3, and the language choice sees nothing that S0 does not: for the quick run they are left out.
const quick = { states: ['S0', 'S2', 'S3', 'S9'] } as const;

async function auditBare(lies: readonly LieName[]): Promise<AuditReport> {
  const portal = await startPortal({ port: 0, lies, bare: true });
  try {
    return await runAudit({
      url: `http://portal.localhost:${portal.port}/`,
      declaration: portalDeclaration(),
      steps: await portalSteps(),
      browser: visitors.audit,
      ...(full ? {} : quick),
    });
  } finally {
    await portal.close();
  }
}

let visitors: Visitors;
const rows: string[] = [];

beforeAll(async () => {
  visitors = await openVisitors();
});
afterAll(async () => {
  await visitors.close();
  if (full) console.log(['subset → findings', ...rows].join('\n'));
});

function expectEvidence(report: AuditReport, lie: LieName): void {
  const { finding, setter, at } = told[lie];
  const found = report.findings.find((one) => nameOf(one) === finding);
  expect(found?.evidence.setter, lie).toMatchObject(setter);
  expect(new URL(found?.evidence.setter.url ?? '').pathname, lie).toMatch(at);
  expect(new URL(found?.evidence.page ?? '').hostname, lie).toBe('portal.localhost');
  const [from, seen] = [Date.parse(report.startedAt), Date.parse(found?.evidence.at ?? '')];
  expect(seen, lie).toBeGreaterThanOrEqual(from);
  expect(seen, lie).toBeLessThanOrEqual(from + report.durationMs);
  expect(found?.evidence.sightings, lie).toBeGreaterThan(0);
}

const subsets = drawSubsets(full ? 20 : 3);

test('L0 the subsets drawn tell every lie at least once', () => {
  expect([...new Set(subsets.flat())].sort()).toEqual([...lieNames].sort());
});

test.each(subsets.map((lies) => [lies.join(' + '), lies] as const))('L1 exactly %s', async (name, lies) => {
  const report = await auditBare(lies);
  const seconds = (report.durationMs / 1000).toFixed(0);
  rows.push(`${name} → ${report.findings.map((one) => `${nameOf(one)} (${one.evidence.setter.kind})`).join('; ')} [${seconds} s]`);
  expect(report.reasons).toEqual([]);
  expect(namesOf(report)).toEqual(lies.map((lie) => told[lie].finding).sort());
  for (const lie of lies) expectEvidence(report, lie);
});

test('L2 the honest portal has no finding', async () => {
  const report = await auditBare([]);
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ conclusion: 'clean', reasons: [], gap: { declaredNotObserved: [], observedNotDeclared: [] } });
});

test('L3 all eight lies behind the guard: no finding, and nothing declared is missing', async () => {
  const stand = await startStand(lieNames);
  try {
    const report = await stand.system.audit('test');
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ conclusion: 'clean', reasons: [], gap: { declaredNotObserved: [], observedNotDeclared: [] } });
  } finally {
    await stand.close();
  }
});
