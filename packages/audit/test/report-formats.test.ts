import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { applyBaseline, renderBaseline } from '../src/baseline/apply-baseline.ts';
import { parseBaseline } from '../src/baseline/baseline.ts';
import { diffReports, keepHistory } from '../src/baseline/diff-reports.ts';
import { renderAuditHtml } from '../src/report/formats/html/page.ts';
import { auditPageStyles } from '../src/report/formats/html/styles.ts';
import { renderAuditJson } from '../src/report/formats/json.ts';
import { renderAuditJunit } from '../src/report/formats/junit.ts';
import { renderAuditMarkdown } from '../src/report/formats/markdown.ts';
import { renderAuditSarif } from '../src/report/formats/sarif.ts';
import { parseReport } from '../src/report/parse-report.ts';
import type { AuditReport, Finding } from '../src/report/report.ts';
import { renderAuditText } from '../src/report/text.ts';
import { unjudgedRules } from '../src/rules/catalogue.ts';

const kept: unknown = JSON.parse(await readFile(new URL('fixtures/lying-portal.json', import.meta.url), 'utf8'));

function lying(): AuditReport {
  const parsed = parseReport(kept);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const declaration = {
  file: 'site/candor.config.ts',
  text: "export default defineDeclaration({\n  purposes: {\n    map_style: {},\n  },\n  trackers: {\n    sessionid: {},\n    map_style: {\n      kind: 'cookie',\n    },\n    'csrftoken': {},\n    \"django_language\": {},\n  },\n});\n",
};

/** The report with every text that a site chooses replaced. */
function chosenBySite(text: string): AuditReport {
  const report = lying();
  const findings = report.findings.map((finding, at): Finding => {
    const setter = { ...finding.evidence.setter, url: text, method: text, redirectTo: text, causedBy: text, stack: [text] };
    const law = [{ ref: text, region: 'EU', date: 'n.d.' }];
    const item = { kind: text, name: text, host: text };
    const evidence = { ...finding.evidence, setter, page: text, request: text };
    const known = { provider: text, category: text, source: text, verified: false };
    const acceptance = { reason: text, expires: '2027-01-31', status: at % 2 === 0 ? 'holds' : 'expired' } as const;
    return { ...finding, message: text, hint: text, snippet: text, item, evidence, law, known, ...(at < 4 ? { acceptance } : {}) };
  });
  const states = report.states.map((state) => ({
    ...state,
    note: text,
    otherHosts: [text],
    pages: state.pages.map((page) => ({ ...page, url: text })),
    cookies: state.cookies.map((cookie) => ({ ...cookie, name: text, domain: text, path: text })),
    storage: state.storage.map((name) => ({ ...name, origin: text, name: text })),
    outOfReach: [{ kind: 'cookie', name: text }],
  }));
  const gap = { declaredNotObserved: [text], notExercised: [text], observedNotDeclared: [text] };
  const unmet = {
    fingerprint: 'f'.repeat(64),
    rule: text,
    item: { kind: text, name: text },
    expires: '2027-01-31',
    status: 'unused',
  } as const;
  return { ...report, findings, states, gap, reasons: [`AUDIT_X: ${text}`, text], baselineUnmet: [unmet] };
}

const evil =
  '</code></details><img src=x onerror=alert(1)>"\'`|\u001b[2J\u202e\u0000\ufffe\ud800 @someone #12 http://evil.example www.evil.example\n# h\n]]>&amp;';

// What a site may choose: the above, and whatever fast-check finds.
const chosen = fc.oneof(
  fc.constant(evil),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[<>&"'`|@#\\[\]()\n:/w.]{0,40}$/),
);

const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

function forEachText(check: (report: AuditReport) => void): void {
  fc.assert(
    fc.property(chosen, (text) => check(chosenBySite(text))),
    { numRuns: 60, examples: [[evil]] },
  );
}

test('A131 JSON is the whole report, and reads back as the same', () => {
  const report = lying();
  expect(parseReport(JSON.parse(renderAuditJson(report)))).toEqual({ ok: true, value: report });
});

// As much of SARIF as the readers of code hosts look at, typed where the test needs it.
type Sarif = {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] } };
      readonly originalUriBaseIds: { readonly [id: string]: { readonly uri: string } };
      readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly unknown[] }[];
      readonly results: readonly SarifResult[];
    },
  ];
};
type SarifPlace = {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: { readonly startLine: number; readonly startColumn?: number };
  };
};
type SarifResult = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifPlace[];
  readonly relatedLocations?: readonly SarifPlace[];
  readonly partialFingerprints: { readonly [name: string]: string };
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly justification: string }[];
};

function sarifOf(report: AuditReport, options?: Parameters<typeof renderAuditSarif>[1]): Sarif['runs'][0] {
  const sarif: Sarif = JSON.parse(renderAuditSarif(report, options));
  expect(sarif.version).toBe('2.1.0');
  return sarif.runs[0];
}

test('A132 a result points at the line that declares its tracker, else at the list of trackers, and names the setter beside it', () => {
  const { results } = sarifOf(lying(), { declaration });
  const places = new Map(results.map((result) => [result.message.text.split('"')[1], result.locations[0]?.physicalLocation]));
  expect(places.get('map_style')).toEqual({ artifactLocation: { uri: 'site/candor.config.ts' }, region: { startLine: 7 } });
  expect(places.get('csrftoken')?.region).toEqual({ startLine: 10 });
  expect(places.get('django_language')?.region).toEqual({ startLine: 11 });
  expect(places.get('tracking_id')?.region).toEqual({ startLine: 5 });
  const script = results.find(({ message }) => message.text.includes('visitor_id'))?.relatedLocations?.[0]?.physicalLocation;
  expect(script).toEqual({ artifactLocation: { uri: 'static/visitor.js', uriBaseId: 'SITE' }, region: { startLine: 6, startColumn: 18 } });
});

test('A132 without a declaration it points at what set it', () => {
  const { results, originalUriBaseIds } = sarifOf(lying());
  expect(originalUriBaseIds['SITE']).toEqual({ uri: 'http://portal.localhost:8123/' });
  expect(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toContain('static/visitor.js');
});

test('A132 JSON declarations have lines too, and a tracker is not looked for before the list', () => {
  const text = '{\n  "purposes": {\n    "map_style": {}\n  },\n  "trackers": {\n    "map_style": {\n';
  const [first] = sarifOf(lying(), { declaration: { file: 'candor.json', text } }).results.filter(({ message }) =>
    message.text.includes('"map_style"'),
  );
  expect(first?.locations[0]?.physicalLocation.region).toEqual({ startLine: 6 });
});

test('A132 fingerprints are the report’s, levels follow the severity, rules have help, and reasons are notifications', () => {
  const report = { ...lying(), reasons: ['AUDIT_PAGE_TIMEOUT: slow'] };
  const { results, tool, invocations } = sarifOf(report);
  expect(results.map(({ partialFingerprints }) => partialFingerprints['candorFinding/v1'])).toEqual(
    report.findings.map(({ fingerprint }) => fingerprint),
  );
  expect(results.map(({ ruleIndex, ruleId }) => tool.driver.rules[ruleIndex]?.id === ruleId)).not.toContain(false);
  expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error']));
  expect(tool.driver.rules.every(({ help }) => help.text !== '')).toBe(true);
  expect(invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ descriptor: { id: 'AUDIT_PAGE_TIMEOUT' } }] },
  ]);
});

test('A132 accepted findings are suppressed with their reason, and a comparison tells new from unchanged', () => {
  const report = lying();
  const { marked, diff } = withHistory(report);
  const { results } = sarifOf(marked, { diff });
  expect(results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(2);
  expect(results[0]?.suppressions?.[0]?.justification).toBe('Agreed (until 2027-01-31)');
  expect(results.filter(({ baselineState }) => baselineState === 'new')).toHaveLength(1);
  expect(results.filter(({ baselineState }) => baselineState === 'unchanged')).toHaveLength(7);
});

/** Two findings accepted, one new since an earlier audit, which also had one that is gone. */
function withHistory(report: AuditReport): { readonly marked: AuditReport; readonly diff: ReturnType<typeof diffReports> } {
  const [first, ...rest] = report.findings;
  if (first === undefined) throw new Error('The portal tells eight lies');
  const old: Finding = { ...first, fingerprint: '0'.repeat(64), message: 'Cookie "old" is not declared' };
  const before: AuditReport = { ...report, startedAt: '2026-10-01T08:00:00.000Z', findings: [old, ...rest] };
  const text = renderBaseline({ ...report, findings: report.findings.slice(0, 2) }, { reason: 'Agreed', expires: '2027-01-31' });
  const baseline = parseBaseline(JSON.parse(text));
  if (!baseline.ok) throw new Error(JSON.stringify(baseline.issues));
  const marked = applyBaseline(keepHistory(before, report), baseline.value, Date.parse('2026-11-24'));
  return { marked, diff: diffReports(before, marked) };
}

test('A132 whatever a site chose, every address is a relative reference without white space', () => {
  forEachText((report) => {
    for (const options of [{}, { declaration }]) {
      const { results } = sarifOf(report, options);
      for (const { locations, relatedLocations = [], message } of results) {
        expect(message.text).not.toMatch(controls);
        for (const { physicalLocation } of [...locations, ...relatedLocations]) {
          expect(physicalLocation.artifactLocation.uri).toMatch(/^(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-F]{2})*$/);
          expect(physicalLocation.artifactLocation.uri).not.toMatch(/^[a-z][a-z0-9+.-]*:|^\//i);
          expect(physicalLocation.region?.startLine ?? 1).toBeGreaterThan(0);
        }
      }
    }
  });
});

/** The elements of an XML text; throws where it is not well-formed as far as we write it. */
function readXml(text: string): readonly string[] {
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/);
  expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  const open: string[] = [];
  const seen: string[] = [];
  const rest = text
    .replace(/^<\?xml version="1.0" encoding="UTF-8"\?>/, '')
    .replace(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g, (tag) => {
      const [, end, name = '', empty] = /^<(\/?)([a-z]+)[\s\S]*?(\/?)>$/.exec(tag) ?? [];
      if (end === '/') expect(open.pop()).toBe(name);
      else {
        seen.push(name);
        if (empty === '') open.push(name);
      }
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#10);)/);
  return seen;
}

test('A133 JUnit has a suite for each state and a case for each rule that is asked there; a finding at the limit is a failure', () => {
  const report = lying();
  const text = renderAuditJunit(report, { failOn: 'high' });
  expect(readXml(text).filter((name) => name === 'failure').length).toBeGreaterThan(8);
  expect(text).toMatch(/<testsuite name="S2 reject" tests="\d+" failures="\d+" errors="0"/);
  expect(text).toMatch(
    /<testcase classname="candor\.S9" name="R-LIFE [^"]+"><failure message="Cookie &quot;csrftoken&quot; lives 400 days, declared 364 days" type="high">/,
  );
  expect(text).toMatch(/<testcase classname="candor\.S2" name="R-SCOPE [^"]+"\/>/);
  for (const { id } of unjudgedRules()) expect(text).not.toContain(`name="${id} `);
});

test('A133 below the limit and accepted is skipped with the reason; not exercised is skipped; cut short and every reason is an error', () => {
  const report = lying();
  const critical = renderAuditJunit(report, { failOn: 'critical' });
  expect(critical).toContain('lives 400 days, declared 364 days: high, below the limit"/>');
  const { marked } = withHistory(report);
  expect(renderAuditJunit(marked, { failOn: 'low' })).toContain('accepted until 2027-01-31, Agreed');
  const states = report.states.map((state) => ({
    ...state,
    status: state.state === 'S0' ? ('incomplete' as const) : ('not-exercised' as const),
  }));
  const blind = renderAuditJunit(
    { ...report, findings: [], states, conclusion: 'inconclusive', reasons: ['AUDIT_TLS: bad'] },
    { failOn: 'low' },
  );
  expect(blind).toContain('<testcase classname="candor.evidence" name="AUDIT_TLS"><error message="bad" type="AUDIT_TLS"/></testcase>');
  expect(readXml(blind)).not.toContain('failure');
  // A case that passed has no child: none did.
  expect(blind).not.toMatch(/<testcase [^>]*\/>/);
});

test('A133 whatever a site chose, the XML is well-formed', () => {
  forEachText((report) => void readXml(renderAuditJunit(report, { failOn: 'low' })));
});

test('A134 Markdown says the conclusion first, has the worst finding on top, and folds the evidence', () => {
  const { marked, diff } = withHistory(lying());
  const text = renderAuditMarkdown(marked, { diff });
  expect(text).toMatch(
    /^## ❌ Cookies audit of `http:\/\/portal\.localhost:8123\/`\n\n\*\*6 findings \([^)]*\), 2 more accepted: the site does not do what it declares\*\*\n/,
  );
  expect(text).toContain('**Since 2026-10-01 08:00 UTC**: 1 new, 1 gone, 7 still there');
  expect(text).toContain('| high | `R-LIFE` | cookie `csrftoken` of `portal.localhost` |');
  expect(text).toContain('<details><summary>Accepted in the baseline (2)</summary>');
  for (const { id } of unjudgedRules()) expect(text).toMatch(new RegExp(`so not passed either: .*\`${id}\``));
  expect(text.indexOf('<details><summary>Evidence')).toBeGreaterThan(text.indexOf('| severity |'));
});

test('A134 a thousand findings stay within what a code host shows of a comment', () => {
  const report = lying();
  const [first] = report.findings;
  const many = Array.from({ length: 1000 }, (_, at) => ({ ...(first as Finding), fingerprint: String(at).padStart(64, '0') }));
  const text = renderAuditMarkdown({ ...report, findings: many });
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('960 more in the JSON report');
});

test('A134 whatever a site chose starts no markup, calls nobody and links nowhere', () => {
  const ours = /<\/?(?:details|summary|sub)>/g;
  forEachText((report) => {
    const text = renderAuditMarkdown(report);
    expect(text).not.toMatch(controls);
    const unfenced = text.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, '');
    const prose = unfenced.replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '').replace(ours, '');
    expect(prose).not.toMatch(/(?<!\\)</);
    expect(prose).not.toMatch(/@\w|#\d|:\/\/|\bwww\./i);
    for (const row of unfenced.match(/^\|.*$/gm) ?? [])
      expect(row.replaceAll(/\\./g, '').split('|').length, row).toSatisfy((columns) => columns === 7);
  });
});

type Node = DefaultTreeAdapterTypes.Node;

function elementsOf(node: Node): readonly DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function tagsOf(text: string): readonly string[] {
  return elementsOf(parse(text)).map(({ tagName, attrs }) => `${tagName}[${attrs.map(({ name }) => name).join(' ')}]`);
}

test('A135 the page is one file: no script, one style element that is the published one, nothing loaded, nothing styled in place', () => {
  const { marked, diff } = withHistory(lying());
  const text = renderAuditHtml(marked, { diff });
  const elements = elementsOf(parse(text));
  expect(text.match(/<style>([\s\S]*?)<\/style>/)?.[1]).toBe(auditPageStyles());
  expect(elements.filter(({ tagName }) => ['script', 'link', 'img', 'iframe', 'object', 'form'].includes(tagName))).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
  const attributes = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
  expect([...attributes].filter((name) => /^on|^style$|^src|^href$/.test(name))).toEqual([]);
  expect(auditPageStyles()).not.toMatch(/url\(|@import|\b(?:left|right|margin-left|padding-left|margin-right|padding-right)\s*:/);
});

test('A135 the conclusion comes before everything else, headings go down one by one, and every table has a caption', () => {
  const { marked, diff } = withHistory(lying());
  const elements = elementsOf(parse(renderAuditHtml(marked, { diff })));
  const verdict = elements.findIndex(({ attrs }) => attrs.some(({ value }) => value.startsWith('verdict')));
  expect(verdict).toBeGreaterThan(0);
  expect(verdict).toBeLessThan(elements.findIndex(({ tagName }) => tagName === 'h2'));
  const levels = elements
    .map(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1])
    .filter((level) => level !== undefined)
    .map(Number);
  expect(levels[0]).toBe(1);
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  const tables = elements.filter(({ tagName }) => tagName === 'table');
  expect(tables.length).toBeGreaterThan(4);
  for (const table of tables) expect(elementsOf(table).map(({ tagName }) => tagName)).toContain('caption');
  const ids = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'id').map(({ value }) => value));
  expect(new Set(ids).size).toBe(ids.length);
});

test('A135 it says who, when, where, what to do and where that is written, what was not judged, and how to look again', () => {
  const report = lying();
  const law = [{ ref: 'Directive 2002/58/EC, Article 5(3)', region: 'EU', date: '2002-07-12' }];
  const [first, ...rest] = report.findings;
  const text = renderAuditHtml({ ...report, findings: [{ ...(first as Finding), law }, ...rest] });
  expect(text).toContain('A script, <code translate="no">/static/visitor.js</code>, line 6, column 18');
  expect(text).toContain('before any answer; <time datetime="2026-11-24T02:10:05');
  expect(text).toContain('<bdi>Directive 2002/58/EC, Article 5(3)</bdi> <span class="soft">(EU, 2002-07-12)</span>');
  expect(text).toContain(`${unjudgedRules().length} rules that this version does not judge`);
  expect(text).toContain(
    'npx candor audit http://portal.localhost:8123/ --profile eu-base --states S0,S1,S2,S3,S9,language,action --declaration FILE',
  );
});

test('A135 whatever a site chose is text: the page has the same elements and attributes as ever', () => {
  const same = tagsOf(renderAuditHtml(chosenBySite('harmless')));
  forEachText((report) => {
    const text = renderAuditHtml(report);
    expect(text).not.toMatch(controls);
    expect(tagsOf(text).filter((tag) => !/^(?:li|tr|th|td|code|bdi|time)\[/.test(tag))).toEqual(
      same.filter((tag) => !/^(?:li|tr|th|td|code|bdi|time)\[/.test(tag)),
    );
    expect(new Set(tagsOf(text))).toEqual(new Set(same));
  });
});

test('A136 an inconclusive run is never told as a pass, in any form', () => {
  const base = lying();
  const report: AuditReport = { ...base, findings: [], states: [], conclusion: 'inconclusive', reasons: ['AUDIT_UNREACHABLE: gone'] };
  expect(renderAuditMarkdown(report)).toMatch(
    /^## ⚠️ .*\n\n\*\*Inconclusive: .*\*\*\n\nNot seen, and why:\n\n- AUDIT\\_UNREACHABLE: gone\n/,
  );
  expect(renderAuditHtml(report)).toMatch(/class="verdict inconclusive"[\s\S]*<li><bdi>AUDIT_UNREACHABLE: gone<\/bdi><\/li>/);
  expect(renderAuditHtml(report)).toContain('No visit was made');
  expect(sarifOf(report).invocations[0]?.executionSuccessful).toBe(false);
  expect(renderAuditJunit(report, { failOn: 'never' })).toMatch(/errors="[1-9]/);
  expect(renderAuditText(report, { color: false })).toMatch(/\nInconclusive/);
});
