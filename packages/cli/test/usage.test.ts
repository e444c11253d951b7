import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { verbs } from '../src/verbs.ts';
import { candor, folder, inProcess } from './candor.ts';
import { json, library } from './declaration.ts';

const exec = promisify(execFile);

test('X1 X2 the list of verbs and the help of each say everything that can be written', async () => {
  const cwd = await folder();
  const [none, help, version, ...helps] = await Promise.all([
    candor([], { cwd }),
    candor(['--help'], { cwd }),
    candor(['--version'], { cwd }),
    ...verbs.map(({ name }) => inProcess([name, '--help'])),
  ]);
  expect(none).toMatchObject({ code: 2, stderr: '' });
  expect(help).toMatchObject({ code: 0, stdout: none.stdout });
  expect(version.stdout).toMatch(/^candor \d+\.\d+\.\d+\n$/);
  for (const [at, { name, summary, load }] of verbs.entries()) {
    expect(help.stdout).toContain(`${name.padEnd(6)}  ${summary}`);
    const { code, stdout } = helps[at] ?? { code: null, stdout: '' };
    expect(code, name).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${summary}\n\nUsage: candor ${name} .*\\[options\\]\n`));
    const verb = await load();
    for (const option of [...Object.keys(verb.options), 'json', 'help'])
      expect(stdout, name).toMatch(new RegExp(`^  --${option} +\\S`, 'm'));
    for (const [exit, meaning] of Object.entries(verb.exits)) expect(stdout, name).toContain(`  ${exit}  ${meaning}\n`);
  }
  expect(verbs.map(({ name }) => name)).toEqual(['init', 'check', 'policy', 'static', 'diff', 'audit', 'guard', 'serve', 'verify']);
});

test('X3 X4 bad usage is said in one sentence with the usage line, also as JSON', async () => {
  const cwd = await folder();
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['chekc'], 'CLI_USAGE: There is no verb "chekc"\n  Verbs: init, check, policy, static, diff, audit, guard, serve, verify\n'],
    [
      ['check', '--foo'],
      'CLI_USAGE: "check" has no option "--foo"\n  Usage: candor check [FILE] [options]; candor check --help lists the options\n',
    ],
    [
      ['check', '-x'],
      'CLI_USAGE: "check" has no option "-x"\n  Usage: candor check [FILE] [options]; candor check --help lists the options\n',
    ],
    [
      ['check', '--against'],
      'CLI_USAGE: "--against" needs a value\n  Usage: candor check [FILE] [options]; candor check --help lists the options\n',
    ],
    [
      ['policy', '--json=1'],
      'CLI_USAGE: "--json" takes no value\n  Usage: candor policy [FILE] [options]; candor policy --help lists the options\n',
    ],
    [['check', 'a', 'b'], 'CLI_USAGE: "check" takes at most 1 argument, 2 given\n  Usage: candor check [FILE] [options]\n'],
    [['diff', 'a'], 'CLI_USAGE: "diff" takes 2 arguments, 1 given\n  Usage: candor diff BEFORE AFTER [options]\n'],
    [['init', 'a'], 'CLI_USAGE: "init" takes no argument, 1 given\n  Usage: candor init [options]\n'],
  ];
  const runs = await Promise.all(cases.map(([args]) => inProcess(args)));
  for (const [at, [, stderr]] of cases.entries()) expect(runs[at]).toEqual({ code: 2, stdout: '', stderr });
  const [asJson, help] = await Promise.all([candor(['diff', 'a', '--json'], { cwd }), inProcess(['help', 'diff'])]);
  expect(asJson.code).toBe(2);
  expect(JSON.parse(asJson.stdout)).toEqual({
    error: { code: 'CLI_USAGE', message: '"diff" takes 2 arguments, 1 given', hint: 'Usage: candor diff BEFORE AFTER [options]' },
  });
  expect(help.stdout).toMatch(/^Says what changed/);
});

test('X7 a reader that stops early changes nothing', async () => {
  const cwd = await folder({ 'candor.json': json({ ...library, trackers: {} }) });
  const bin = fileURLToPath(new URL('../bin/candor.mjs', import.meta.url));
  // The command is given a pipe whose reading end is closed already.
  const script = `sleep 0 | { exec 3>&1; (node "${bin}" check --json; echo "exit $?" >&3) | exec true; }`;
  const { stdout, stderr } = await exec('bash', ['-c', script], { cwd });
  expect(stdout).toBe('exit 1\n');
  expect(stderr).toBe('');
});
