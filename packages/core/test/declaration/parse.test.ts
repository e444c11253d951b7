import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/base/bytes.ts';
import type { Issue } from '../../src/base/result.ts';
import { declarationCodes } from '../../src/declaration/codes.ts';
import { identifyDeclaration } from '../../src/declaration/identify.ts';
import { locateIssues, parseDeclaration } from '../../src/declaration/parse.ts';
import { portal, portalText, portalWith } from './portal.ts';

function issuesOf(input: Uint8Array | string): readonly Issue[] {
  const parsed = parseDeclaration(input);
  return parsed.ok ? [] : parsed.issues;
}

test('D10 the complete example is read with its id and no warning', () => {
  const parsed = parseDeclaration(encodeUtf8(portalText));
  expect(parsed).toEqual({ ok: true, value: { declaration: portal(), id: identifyDeclaration(portal()), warnings: [] } });
  expect(parseDeclaration(portalText)).toEqual(parsed);
});

test('D1 a text of 10 MB is refused by its length', () => {
  expect(issuesOf(new Uint8Array(10_000_000))).toMatchObject([{ code: 'DECL_TOO_LARGE' }]);
  expect(issuesOf('{'.repeat(10_000_000))).toMatchObject([{ code: 'DECL_TOO_LARGE' }]);
});

test('D1 the limit counts bytes and includes itself', () => {
  const bytes = encodeUtf8(portalText).length;
  expect(bytes).toBeGreaterThan(portalText.length);
  expect(parseDeclaration(portalText, { maxBytes: bytes }).ok).toBe(true);
  expect(parseDeclaration(portalText, { maxBytes: bytes - 1 })).toMatchObject({ issues: [{ code: 'DECL_TOO_LARGE' }] });
});

test('D2 bytes that are not UTF-8 are refused', () => {
  expect(issuesOf(new Uint8Array([0xff, 0xfe, 0x7b, 0x00]))).toMatchObject([{ code: 'DECL_NOT_UTF8' }]);
});

test('D2 one byte order mark is ignored with a warning', () => {
  const parsed = parseDeclaration(encodeUtf8(`\ufeff${portalText}`));
  expect(parsed).toMatchObject({ ok: true, value: { warnings: [{ code: 'DECL_BOM', severity: 'warning' }] } });
  expect(issuesOf(`\ufeff\ufeff${portalText}`)).toMatchObject([{ code: 'DECL_JSON', line: 1 }]);
});

test.each([
  ['', 1, 1],
  ['{\n  "a": 1,\n}', 3, 1],
  ['{"a" 1}', 1, 6],
  ['{"a": 1 "b"}', 1, 9],
  ['[1, 2', 1, 6],
  ['\n\n  [01]', 3, 5],
  ['[1] 2', 1, 5],
  ['[+1]', 1, 2],
  ['[.5]', 1, 2],
  ['[1e999]', 1, 7],
  ['[-]', 1, 2],
  ['[tru]', 1, 2],
  ["['a']", 1, 2],
  ['["a\nb"]', 1, 4],
  ['["\\x"]', 1, 3],
  ['["\\u12"]', 1, 3],
  ['["\\ud800"]', 1, 10],
  ['["a', 1, 4],
  ['{"a": 1, // b\n}', 1, 10],
  ['{a: 1}', 1, 2],
  ['[NaN]', 1, 2],
  ['\u00a0[]', 1, 1],
])('D3 %j is refused with line %i and column %i', (text, line, column) => {
  const [issue, ...more] = issuesOf(text);
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ code: 'DECL_JSON', line, message: expect.stringContaining(`(line ${line}, column ${column})`) });
});

test('D3 escapes and white space of JSON are read', () => {
  const spaced = portalText.replace('"1.0.0"', '\t"\\u0031.0\\u002e0"\r\n');
  expect(parseDeclaration(spaced)).toMatchObject({ ok: true, value: { declaration: { version: '1.0.0' } } });
});

test.each([
  ['lists', '['],
  ['objects', '{"a":'],
])('D4 half a million nested %s are refused without recursing', (_name, open) => {
  expect(issuesOf(open.repeat(Math.floor(500_000 / open.length)))).toMatchObject([{ code: 'DECL_TOO_DEEP', line: 1 }]);
});

test('D5 a repeated key is refused with both lines', () => {
  const text = portalText.replace('"secure": true,', '"secure": true,\n"secure": false,');
  const line = text.split('\n').findIndex((row) => row.includes('"secure": false')) + 1;
  expect(issuesOf(text)).toMatchObject([
    { code: 'DECL_KEY_REPEATED', path: 'trackers.sessionid.secure', line, message: expect.stringContaining(`line ${line - 1}`) },
  ]);
});

test.each(['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])('D5 the key %j is refused anywhere', (key) => {
  const text = portalText.replace('"trackers": {', `"trackers": {"${key}": {},`);
  expect(issuesOf(text)).toMatchObject([{ code: 'DECL_KEY_FORBIDDEN', line: expect.any(Number) }]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test.each([
  ['no object', '[]', 'DECL_TYPE'],
  ['null', 'null', 'DECL_TYPE'],
  ['no version', '{}', 'DECL_LANGUAGE'],
  ['a newer version', '{\n"language": 2}', 'DECL_LANGUAGE'],
  ['a version of another type', '{"language": "1"}', 'DECL_LANGUAGE'],
])('D6 %s is refused', (_name, text, code) => {
  expect(issuesOf(text)).toMatchObject([{ code, line: text.includes('2') ? 2 : 1 }]);
});

test('D7 an issue has path, line and a hint', () => {
  const text = portalText.replace('"httpOnly": true', '"httpOnlly": true');
  const line = text.split('\n').findIndex((row) => row.includes('httpOnlly')) + 1;
  expect(issuesOf(text)).toContainEqual({
    code: 'DECL_FIELD_UNKNOWN',
    path: 'trackers.sessionid.httpOnlly',
    line,
    severity: 'error',
    message: 'There is no field "httpOnlly" here',
    hint: 'Did you mean "httpOnly"',
  });
});

test('D7 no more than 100 issues are listed, and then that there were more', () => {
  const fields = Array.from({ length: 5000 }, (_, index) => `"field${index}": 1`).join(',');
  const issues = issuesOf(`{"language": 1, ${fields}}`);
  expect(issues).toHaveLength(101);
  expect(issues.at(-1)).toMatchObject({ code: 'DECL_TOO_MANY' });
  const repeated = issuesOf(`{${'"a": 1,'.repeat(5000)} "a": 1}`);
  expect(repeated).toHaveLength(101);
});

test('D7 messages hold no control character and no long quotation', () => {
  const hostile = `\u001b[31m\u009b\u202e${'x'.repeat(100_000)}`;
  const text = JSON.stringify(portalWith({ 'trackers.sessionid.provider': hostile, [`["${'k'.repeat(50)}"]`]: 1, version: hostile }));
  const issues = issuesOf(text.replace('"language":1', `"language":1,${JSON.stringify(hostile)}:1`));
  expect(issues.length).toBeGreaterThanOrEqual(4);
  for (const issue of issues) {
    expect(Object.keys(declarationCodes)).toContain(issue.code);
    expect(`${issue.path}${issue.message}${issue.hint ?? ''}`).not.toMatch(/\p{C}/u);
    expect(`${issue.path}${issue.message}${issue.hint ?? ''}`.length).toBeLessThan(1000);
  }
});

test('D8 issues are located by their path', () => {
  const issue = { code: 'X', path: 'trackers.sessionid.names[0].exact', message: 'X', severity: 'warning' } as const;
  const line = portalText.split('\n').findIndex((row) => row.includes('"exact": "sessionid"')) + 1;
  expect(locateIssues(portalText, [issue])).toEqual([{ ...issue, line }]);
  expect(locateIssues(portalText, [{ ...issue, path: '' }])).toEqual([{ ...issue, path: '', line: 1 }]);
  expect(locateIssues('nonsense', [issue])).toEqual([issue]);
});
