import { join } from 'node:path';
import type { Issue } from '@candor/core';
import { expect, test } from 'vitest';
import type { Run } from './candor.ts';
import { candor, folder, inProcess } from './candor.ts';
import { edited, json, library, lineOf } from './declaration.ts';

type Checked = { readonly file: string; readonly id: string | null; readonly issues: readonly Issue[] };
const parsed = ({ stdout }: Run): Checked => JSON.parse(stdout);

test('X20 warnings exit with 0, lint errors with 1, and what is no declaration with 2', async () => {
  const cwd = await folder({
    'candor.json': json(library),
    'lint.json': json({ ...library, trackers: {} }),
    'none.json': '{"language": 1}',
  });
  const [good, lint, none, asJson] = await Promise.all([
    candor(['check'], { cwd }),
    candor(['check', 'lint.json'], { cwd }),
    candor(['check', 'none.json'], { cwd }),
    candor(['check', 'lint.json', '--json'], { cwd }),
  ]);
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout).toMatch(/\n0 errors, \d+ warnings?\ndeclaration [0-9a-f]{64}\nheld against \d+ known trackers, \d+ of them read/);
  expect(lint.code).toBe(1);
  const severities = [...lint.stdout.matchAll(/^lint\.json\S* {2}(error|warning) {2}/gm)].map(([, severity]) => severity);
  expect(new Set(severities)).toEqual(new Set(['error', 'warning']));
  expect(severities).toEqual([...severities].sort());
  expect(none.code).toBe(2);
  expect(none.stdout).toMatch(/^none\.json:1 {2}error {2}DECL_FIELD_MISSING/);
  expect(none.stdout).not.toContain('declaration ');
  expect(asJson.code).toBe(1);
  expect(parsed(asJson).issues.some(({ severity }) => severity === 'error')).toBe(true);
});

test('X20 a signal that nobody can send is a warning', async () => {
  const { notice, ...rest } = library;
  const signals = { ...library.signals, projections: ['google-consent-mode-v2', 'smoke'] };
  const cwd = await folder({ 'signals.json': json({ ...rest, notice, signals }) });
  const run = await inProcess(['check', join(cwd, 'signals.json'), '--json']);
  expect(parsed(run).issues.filter(({ code }) => code === 'SIGNAL_PROJECTION_UNKNOWN')).toEqual([
    expect.objectContaining({ severity: 'warning', message: expect.stringContaining('smoke') }),
  ]);
});

test('X14 JSON that is no declaration gives coded issues with path and line', async () => {
  const types = edited(['"secure": true', '"secure": "yes"'], ['"version": "1"', '"version": 1']);
  const unknown = edited(['"httpOnly": false', '"httpOnly": false,\n      "maxAge": 3600']);
  const proto = edited(['"provider": "library"', '"provider": "library",\n    "__proto__": {"polluted": true}']);
  const repeated = edited(['"revision": 1', '"revision": 1,\n      "revision": 2']);
  const files = {
    'types.json': types,
    'unknown.json': unknown,
    'proto.json': proto,
    'repeated.json': repeated,
    'deep.json': `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'utf8.json': new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
    'empty.json': '',
    'broken.json': '{\n  "language": 1,\n  oops\n}',
    noname: json(library),
    'bom.json': `\uFEFF${json(library)}`,
  };
  const cwd = await folder(files);
  const names = Object.keys(files);
  // Those that could end a process run in one.
  const deadly = ['deep.json', 'utf8.json', 'proto.json'];
  const runs = await Promise.all(
    names.map((name) =>
      deadly.includes(name) ? candor(['check', name, '--json'], { cwd }) : inProcess(['check', join(cwd, name), '--json']),
    ),
  );
  const found = new Map(names.map((name, at) => [name, runs[at]] as const));
  const issuesOf = (name: string): readonly Issue[] => {
    const run = found.get(name);
    return run === undefined ? [] : parsed(run).issues;
  };
  const expectIssue = (name: string, issue: Partial<Issue>): void => {
    expect(found.get(name)?.code, name).toBe(2);
    expect(issuesOf(name), name).toContainEqual(expect.objectContaining(issue));
  };
  const choiceCookie = 'trackers.cookies_preferences';
  expectIssue('types.json', { code: 'DECL_TYPE', path: `${choiceCookie}.secure`, line: lineOf(types, '"secure": "yes"') });
  expectIssue('types.json', { code: 'DECL_TYPE', path: 'version', line: lineOf(types, '"version": 1') });
  expectIssue('unknown.json', { code: 'DECL_FIELD_UNKNOWN', path: `${choiceCookie}.maxAge`, line: lineOf(unknown, '"maxAge"') });
  expectIssue('proto.json', { code: 'DECL_KEY_FORBIDDEN', line: lineOf(proto, '"__proto__"') });
  expectIssue('repeated.json', { code: 'DECL_KEY_REPEATED', line: lineOf(repeated, '"revision": 2') });
  expectIssue('deep.json', { code: 'DECL_TOO_DEEP', line: 1 });
  expectIssue('utf8.json', { code: 'DECL_NOT_UTF8' });
  expectIssue('empty.json', { code: 'DECL_JSON', line: 1 });
  expectIssue('broken.json', { code: 'DECL_JSON', line: 3 });
  expect(found.get('noname')?.code).toBe(0);
  expect(found.get('bom.json')?.code).toBe(0);
  expect(issuesOf('bom.json')).toContainEqual(expect.objectContaining({ code: 'DECL_BOM', severity: 'warning' }));
  for (const name of names) expect(found.get(name)?.stderr, name).toBe('');
});

test('X11 X12 X13 what is not a readable file of at most 1 MiB is refused in words', async () => {
  const cwd = await folder({ 'big.json': new Uint8Array(10_000_000).fill(0x20), 'sub/x.json': '{}' });
  const [big, directory, missing, below, address, nothing] = await Promise.all([
    candor(['check', 'big.json'], { cwd }),
    candor(['check', 'sub'], { cwd }),
    inProcess(['check', 'missing.json']),
    inProcess(['check', `${cwd}/sub/x.json/y.json`]),
    inProcess(['check', 'http://127.0.0.1:9/candor.json']),
    candor(['check'], { cwd: `${cwd}/sub` }),
  ]);
  for (const run of [big, directory, missing, below, address, nothing]) expect(run.code).toBe(2);
  expect(big.stdout).toContain('big.json  error  DECL_TOO_LARGE\n    The file has 9.5 MiB, and a declaration has 1 MiB at most\n');
  expect(directory.stderr).toBe('CLI_FILE: "' + cwd + '/sub" cannot be read: it is a folder\n  Name a file, not a folder\n');
  expect(missing.stderr).toBe('CLI_FILE: There is no file "missing.json"\n  Check the path\n');
  expect(below.stderr).toMatch(/^CLI_FILE: There is no file ".*sub\/x\.json\/y\.json"/);
  expect(address.stderr).toContain('CLI_FILE: "http://127.0.0.1:9/candor.json" is an address');
  expect(nothing.stderr).toMatch(
    /^CLI_FILE: There is no declaration in this folder: none of candor\.config\.ts.*\n {2}Write one with `candor init`/,
  );
});

test('X21 X23 X24 what lints, catalog and init know has a line', async () => {
  const source = edited(
    ['"exact": "shelf"', '"exact": "_ga"'],
    ['"advice"\n      ],\n      "locations"', '"platform"\n      ],\n      "locations"'],
    ['"name": "Town Library"', '"name": "YOUR ORGANISATION"'],
    ['"verified": true', '"verified": false'],
  );
  const cwd = await folder({ 'candor.json': source });
  const [asJson, asText] = await Promise.all([candor(['check', '--json'], { cwd }), candor(['check'], { cwd })]);
  const { issues } = parsed(asJson);
  const at = (code: string): Issue | undefined => issues.find((issue) => issue.code === code);
  expect(at('LINT_BASIS_UNVERIFIED')?.line).toBe(lineOf(source, '"default": {\n          "kind": "exempt"'));
  expect(at('DECL_KNOWN_TRACKER')).toMatchObject({
    path: 'trackers.shelf.purposes',
    message: expect.stringContaining('"_ga" is known as'),
  });
  expect(at('DECL_PLACEHOLDER')).toMatchObject({ path: 'providers.library.name', line: lineOf(source, '"name": "YOUR ORGANISATION"') });
  for (const { line, code } of issues) expect(line, code).toBeGreaterThan(0);
  expect(asText.stdout).toMatch(
    new RegExp(`^candor\\.json:${at('DECL_PLACEHOLDER')?.line} {2}warning {2}DECL_PLACEHOLDER {2}at providers\\.library\\.name$`, 'm'),
  );
});

test('X22 a material change against what is published needs a raised revision', async () => {
  const wider = {
    ...library,
    version: '2',
    date: '2026-02-01',
    trackers: { ...library.trackers, shelf: { ...library.trackers['shelf'], life: { kind: 'seconds', max: 864_000, extended: false } } },
  };
  const raised = { ...wider, purposes: { ...library.purposes, advice: { ...library.purposes['advice'], revision: 2 } } };
  const cwd = await folder({ 'old.json': json(library), 'wider.json': json(wider), 'raised.json': json(raised), 'broken.json': '{}' });
  const [same, silent, asked, broken] = await Promise.all([
    inProcess(['check', `${cwd}/old.json`, '--against', `${cwd}/old.json`]),
    candor(['check', 'wider.json', '--against', 'old.json'], { cwd }),
    inProcess(['check', `${cwd}/raised.json`, '--against', `${cwd}/old.json`]),
    candor(['check', 'old.json', '--against', 'broken.json'], { cwd }),
  ]);
  expect(same.code).toBe(0);
  expect(silent.code).toBe(1);
  expect(silent.stdout).toMatch(/^wider\.json:\d+ {2}error {2}DECL_REVISION_NOT_RAISED {2}at purposes\.advice\.revision$/m);
  expect(asked.code).toBe(0);
  expect(broken.code).toBe(2);
  expect(broken.stderr).toMatch(/^CLI_DECLARATION: "broken\.json" is not a valid declaration: /);
});
