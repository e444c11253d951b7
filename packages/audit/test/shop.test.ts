// The whole audit on a site that keeps to its declaration, and on the same site with lies.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditBrowser } from '../src/browser/open.ts';
import { openBrowser } from '../src/browser/open.ts';
import { exitCodeFor } from '../src/report/exit-code.ts';
import type { AuditReport, Finding } from '../src/report/report.ts';
import type { AuditOptions } from '../src/run-audit.ts';
import { runAudit } from '../src/run-audit.ts';
import type { ShopLie, ShopNotice } from './sites/shop.ts';
import { openShop } from './sites/shop.ts';
import { shopDeclaration } from './sites/shop-declaration.ts';

const settling = { quiet: 60, least: 60, most: 3000 };
const steps = { logIn: [{ go: '/login' }, { fill: 'input[name=user]', value: 'somebody' }, { click: '#enter' }, { expect: '#who' }] };
let browser: AuditBrowser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function audit(
  lies: readonly ShopLie[],
  options: Partial<AuditOptions> & { readonly notice?: ShopNotice } = {},
): Promise<AuditReport> {
  const { notice, ...rest } = options;
  const shop = await openShop(lies, notice);
  try {
    return await runAudit({ url: shop.url, declaration: shopDeclaration, steps, pages: 3, browser, settling, ...rest });
  } finally {
    await shop.close();
  }
}

function told(report: AuditReport): readonly string[] {
  return report.findings.map(({ rule, item }) => `${rule} ${item.kind} ${item.name}`).toSorted();
}

function findingOf(report: AuditReport, rule: string, name: string): Finding | undefined {
  return report.findings.find((finding) => finding.rule === rule && finding.item.name === name);
}

const expected: { readonly [Lie in ShopLie]: string } = {
  undeclared: 'R-UNDECL cookie ab_test',
  pixel: 'R-PRE-3P request offers.localhost',
  life: 'R-LIFE cookie csrftoken',
  'after-reject': 'R-REJ-STORE cookie promo',
  'language-for-all': 'R-MOMENT cookie language',
  'local-storage': 'R-UNDECL local visitor_id',
  redirect: 'R-UNDECL cookie r_seen',
  survives: 'R-WD-LEFT cookie promo',
  flags: 'R-FLAGS cookie sessionid',
  'script-cookie': 'R-UNDECL cookie js_seen',
  zombie: 'R-REJ-STORE cookie promo',
};

test('A70 the honest shop is clean in every state, and nothing declared is missing that had its chance', async () => {
  const report = await audit([]);
  expect(report.reasons).toEqual([]);
  expect(told(report)).toEqual([]);
  expect(report.conclusion).toBe('clean');
  expect(report.states.map(({ state, status }) => `${state} ${status}`)).toEqual([
    'S0 exercised',
    'S1 exercised',
    'S2 exercised',
    'S3 exercised',
    'S5 exercised',
    'S6 exercised',
    'S9 exercised',
    'language exercised',
    'action not-exercised',
  ]);
  expect(report.gap).toEqual({ declaredNotObserved: [], notExercised: ['newsletter'], observedNotDeclared: [] });
  expect(report.states.find(({ state }) => state === 'S3')?.outOfReach).toEqual([
    { kind: 'cookie', name: 'offers_visitor', host: 'offers.localhost' },
  ]);
  expect(exitCodeFor(report, 'info')).toBe(0);
});

test('A50 ten lies at once are ten findings, each with who, when and from where', async () => {
  const lies: readonly ShopLie[] = [
    'undeclared',
    'pixel',
    'life',
    'after-reject',
    'language-for-all',
    'local-storage',
    'redirect',
    'survives',
    'flags',
    'script-cookie',
  ];
  const report = await audit(lies);
  expect(told(report)).toEqual(lies.map((lie) => expected[lie]).toSorted());
  expect(report.reasons).toEqual([]);
  const { origin } = new URL(report.url);
  expect(findingOf(report, 'R-UNDECL', 'r_seen')?.evidence.setter).toMatchObject({
    kind: 'http-response',
    url: `${origin}/go/offer`,
    status: 302,
    redirectTo: '/items/1',
  });
  expect(findingOf(report, 'R-UNDECL', 'visitor_id')?.evidence.setter).toMatchObject({ kind: 'script', url: `${origin}/shop.js`, line: 2 });
  expect(findingOf(report, 'R-UNDECL', 'js_seen')?.evidence.setter).toMatchObject({ kind: 'script', url: `${origin}/shop.js`, line: 3 });
  expect(findingOf(report, 'R-PRE-3P', 'offers.localhost')?.evidence).toMatchObject({
    setter: { kind: 'markup', url: `${origin}/` },
    request: expect.stringMatching(/pixel\.gif$/),
  });
  expect(findingOf(report, 'R-FLAGS', 'sessionid')?.evidence.setter).toMatchObject({ method: 'POST', url: `${origin}/login` });
  expect(findingOf(report, 'R-WD-LEFT', 'promo')?.evidence).toMatchObject({
    cookie: { path: '/items' },
    phase: 'withdrawn',
    setter: { url: `${origin}/items/1` },
  });
  expect(findingOf(report, 'R-UNDECL', 'ab_test')?.states).toEqual(['S0', 'S1', 'S2', 'S3', 'S5', 'S6', 'S9', 'language']);
  expect(exitCodeFor(report, 'critical')).toBe(1);
  expect(JSON.stringify(report)).not.toContain('secret-value');
});

test.each<readonly [ShopLie, Partial<AuditOptions>]>([
  ['survives', { states: ['S3'], pages: 1 }],
  ['zombie', { states: ['S3'], pages: 1 }],
  ['redirect', { states: ['S0'] }],
])('A50 "%s" alone is found exactly', async (lie, options) => {
  expect(told(await audit([lie], options))).toEqual([expected[lie]]);
});

test('A31 a notice without hooks is driven by its words', async () => {
  const report = await audit(['after-reject', 'survives'], { notice: 'words', states: ['S0', 'S2', 'S3'], pages: 1 });
  expect(report.reasons).toEqual([]);
  expect(told(report)).toEqual([expected['after-reject'], expected.survives].toSorted());
});

test('A31 a notice that is drawn late is waited for', async () => {
  const report = await audit(['after-reject'], { notice: 'late', states: ['S2'], pages: 1 });
  expect(report.reasons).toEqual([]);
  expect(told(report)).toEqual([expected['after-reject']]);
});

test('A37 S1 is the first half of S3, up to the withdrawal', async () => {
  const lies: readonly ShopLie[] = ['undeclared', 'survives'];
  const progress: string[] = [];
  const onProgress: AuditOptions['onProgress'] = (event) => {
    if ('state' in event) progress.push(event.kind === 'page' ? event.state : `${event.state} ${event.kind}`);
  };
  const both = await audit(lies, { pages: 1, states: ['S1', 'S3'], onProgress });
  const [, first, whole] = both.states;
  expect(both.states.map(({ state, status }) => `${state} ${status}`)).toEqual(['S0 exercised', 'S1 exercised', 'S3 exercised']);
  expect(first?.pages.map(({ url, phase }) => `${phase} ${new URL(url).pathname}`)).toEqual([
    'unasked /',
    'accepted /',
    'accepted /items/1',
  ]);
  expect(first?.cookies.map(({ name, path }) => `${name} ${path}`).toSorted()).toEqual([
    'ab_test /',
    'cookies_preferences /',
    'offers_visitor /',
    'promo /',
    'promo /items',
  ]);
  expect(whole?.pages.slice(0, 3)).toEqual(first?.pages);
  expect(whole?.pages.at(-1)?.phase).toBe('withdrawn');
  expect(findingOf(both, 'R-UNDECL', 'ab_test')?.states).toEqual(['S0', 'S1', 'S3']);
  expect(findingOf(both, 'R-WD-LEFT', 'promo')?.states).toEqual(['S3']);
  expect(progress.filter((line) => !line.startsWith('S0') && line.includes(' '))).toEqual([
    'S1 state',
    'S1 state-done',
    'S3 state',
    'S3 state-done',
  ]);
});

test('A32 a declaration with something to ask and no question is inconclusive', async () => {
  const report = await audit([], { notice: 'none', states: ['S0', 'S1', 'S2'], pages: 0 });
  expect(report).toMatchObject({ conclusion: 'inconclusive', findings: [] });
  expect(report.reasons).toEqual([expect.stringMatching(/^AUDIT_NO_NOTICE: /)]);
  expect(exitCodeFor(report, 'low')).toBe(3);
});
