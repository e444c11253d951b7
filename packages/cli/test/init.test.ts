import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeholders } from '../src/scaffold.ts';
import { candor, folder, inProcess } from './candor.ts';

test('X23 X40 what init writes is accepted and rendered outside any project, and is never overwritten', async () => {
  const cwd = await folder();
  const init = await candor(['init', '--host', 'data.example.org'], { cwd });
  expect(init).toEqual({
    code: 0,
    stdout: 'candor.config.ts is written. Replace what is in CAPITALS in it, then: candor check candor.config.ts\n',
    stderr: '',
  });
  const written = await readFile(join(cwd, 'candor.config.ts'), 'utf8');
  const [check, policy, again, elsewhere, host] = await Promise.all([
    candor(['check', '--json'], { cwd }),
    candor(['policy', '--lang', 'en'], { cwd }),
    candor(['init'], { cwd }),
    inProcess(['init', '--out', join(cwd, 'sites/b.config.ts'), '--json']),
    inProcess(['init', '--host', 'https://example.org', '--out', join(cwd, 'c.ts')]),
  ]);
  const { issues }: { issues: readonly { code: string; severity: string; message: string }[] } = JSON.parse(check.stdout);
  expect(check.code).toBe(0);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const warned = issues.filter(({ code }) => code === 'DECL_PLACEHOLDER').map(({ message }) => message);
  for (const words of placeholders)
    expect(
      warned.some((message) => message.includes(words)),
      words,
    ).toBe(true);
  expect(policy.code).toBe(0);
  expect(policy.stdout).toContain('`cookies_preferences`');
  expect(policy.stdout).toContain('data.example.org');
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toBe('CLI_FILE: "candor.config.ts" exists already and is kept as it is\n  Name another file with --out\n');
  expect(await readFile(join(cwd, 'candor.config.ts'), 'utf8')).toBe(written);
  expect(JSON.parse(elsewhere.stdout)).toEqual({ file: join(cwd, 'sites/b.config.ts'), host: 'example.org' });
  expect(host).toMatchObject({ code: 2, stdout: '' });
  expect(host.stderr).toContain('CLI_USAGE: "https://example.org" is not a host');
});
