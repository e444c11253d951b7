// What pipelines are given calls what the command has.
import { execFile } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { auditVerb } from '../src/verbs/audit.ts';
import { folder } from './candor.ts';

const exec = promisify(execFile);
const root = new URL('../../../', import.meta.url);
const action = await readFile(new URL('action.yml', root), 'utf8');
const guide = await readFile(new URL('docs/guides/audit-in-ci.md', root), 'utf8');

type Input = { readonly description?: string; readonly default?: string };
type Step = { readonly id?: string; readonly run?: string; readonly uses?: string; readonly env?: { readonly [name: string]: string } };
type Action = {
  readonly inputs: { readonly [name: string]: Input };
  readonly outputs: { readonly [name: string]: unknown };
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};
type Yaml = { readonly parse: (text: string) => unknown };

// A reader of YAML comes with other tools of the workspace and is no dependency of ours.
const readerName: string = 'yaml';
const yaml: Yaml | null = await import(readerName).catch(() => null);
if (yaml === null) console.warn('There is no reader of YAML here: action.yml and the recipes were NOT TESTED');

function readAction(): Action | null {
  return yaml === null ? null : (yaml.parse(action) as Action);
}

const optionsOfAudit = new Set(Object.keys(auditVerb.options));

/** The options in a text that are meant for the audit. */
function optionsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w-])--([a-z][a-z-]+)/g)].map(([, name]) => name ?? '');
}

test('X58 action.yml is a composite action whose inputs are described, used, and handed on as environment', () => {
  const read = readAction();
  if (read === null) return;
  expect(read.runs.using).toBe('composite');
  for (const [name, { description, default: value }] of Object.entries(read.inputs)) {
    expect(description, name).toMatch(/^\S.{10,}/);
    expect(value, name).toBeTypeOf('string');
  }
  const used = new Set([...action.matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(read.inputs).sort());
  for (const { run = '' } of read.runs.steps) expect(run).not.toContain('${{');
});

test('X58 every option that the action gives is one of the audit', () => {
  const script = readAction()?.runs.steps.find(({ id }) => id === 'audit')?.run;
  if (script === undefined) return;
  const given = optionsIn(script).filter((name) => name !== 'yes');
  expect(given.length).toBeGreaterThan(8);
  expect(given.filter((name) => !optionsOfAudit.has(name))).toEqual([]);
});

test('X58 the script of the action runs: it passes what was asked for as it is, and hands on the exit code', {
  timeout: 90_000,
}, async () => {
  const step = readAction()?.runs.steps.find(({ id }) => id === 'audit');
  if (step?.run === undefined) return;
  const bin = fileURLToPath(new URL('../bin/candor.mjs', import.meta.url));
  // In place of npx: it notes what it was given and runs this checkout's command.
  const cwd = await folder({
    'bin/npx': `#!/bin/sh\nprintf '%s\\n' "$@" > given.txt\nshift 2\nexec '${process.execPath}' '${bin}' "$@"\n`,
  });
  await chmod(join(cwd, 'bin/npx'), 0o755);
  const given = Object.fromEntries(Object.keys(step.env ?? {}).map((name) => [name, '']));
  const env = {
    ...process.env,
    ...given,
    PATH: `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`,
    CANDOR_BROWSER: join(cwd, 'no-such-browser'),
    GITHUB_OUTPUT: join(cwd, 'output.txt'),
    GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    URL: 'http://127.0.0.1:9/a b;$(touch broken)',
    OUT: 'kept here',
    FAIL_ON: 'low',
    INTERACT: 'true',
    DIRECTORY: '.',
    VERSION: '1.2.3',
  };
  await exec('bash', ['-c', step.run], { cwd, env });
  expect((await readFile(join(cwd, 'given.txt'), 'utf8')).trimEnd().split('\n')).toEqual([
    ...['--yes', 'candor@1.2.3', 'audit', '--out', 'kept here', '--format', 'sarif,junit,md,html', '--fail-on', 'low', '--interact', '--'],
    'http://127.0.0.1:9/a b;$(touch broken)',
  ]);
  expect(await readFile(join(cwd, 'output.txt'), 'utf8')).toBe('exit=3\nreport=./kept here\n');
  expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toMatch(/^## ⚠️ Cookies audit of `http:\/\/127\.0\.0\.1:9\//);
});

test('X58 the recipes of the guide are YAML and JSON, and call what there is', () => {
  const blocks = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }));
  const commands = blocks
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => line.includes('npx candor audit'));
  expect(commands.length).toBeGreaterThan(4);
  for (const command of commands)
    expect(
      optionsIn(command).filter((name) => !optionsOfAudit.has(name)),
      command,
    ).toEqual([]);
  for (const { language, text } of blocks) if (language === 'json') expect(JSON.parse(text)).toBeTypeOf('object');
  const read = readAction();
  if (read === null || yaml === null) return;
  for (const { language, text } of blocks) if (language === 'yaml') expect(yaml.parse(text)).toBeTypeOf('object');
  const given = /uses: OWNER\/candor@\w+\n +with:\n((?: {10}[a-z-]+: .*\n)+)/.exec(guide)?.[1] ?? '';
  const names = [...given.matchAll(/^ +([a-z-]+):/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => !Object.hasOwn(read.inputs, name))).toEqual([]);
});

test('X58 the guide names every exit code and every file that the audit keeps', () => {
  for (const code of Object.keys(auditVerb.exits)) expect(guide).toContain(`| ${code} |`);
  for (const [, name, file] of (auditVerb.notes ?? []).map((line) => /^ {2}(\w+) +(audit\.[\w.]+)$/.exec(line) ?? [])) {
    if (name !== undefined) expect(guide).toContain(`| \`${name}\` | \`${file}\` |`);
  }
});
