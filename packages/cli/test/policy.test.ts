import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candor, folder, inProcess } from './candor.ts';
import { json, library } from './declaration.ts';

test('X30 the policy comes in every declared language and format, to standard output or a file', async () => {
  const cwd = await folder({ 'candor.json': json(library) });
  const file = join(cwd, 'candor.json');
  const [english, french, html, asJson, out] = await Promise.all([
    candor(['policy'], { cwd }),
    inProcess(['policy', file, '--lang', 'fr', '--profile', 'fr']),
    inProcess(['policy', file, '--format', 'html', '--lang', 'fr']),
    inProcess(['policy', file, '--json']),
    candor(['policy', 'candor.json', '--format', 'html', '--lang', 'fr', '--out', 'a/b/policy.html'], { cwd }),
  ]);
  for (const run of [english, french, html, asJson, out]) expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(english.stdout).toMatch(/^\| Town Library \| Shelf \(front office\) \| `shelf` \| To show the shelf you like \|/m);
  expect(french.stdout).toMatch(/^\| Town Library \| Rayon \(front office\) \| `shelf` \| Montrer le rayon que vous aimez \|/m);
  expect(html.stdout).toMatch(/^<!doctype html>/i);
  expect(html.stdout).toContain('<html lang="fr"');
  expect(JSON.parse(asJson.stdout)).toBeTypeOf('object');
  expect(out.stdout).toBe('');
  expect(await readFile(join(cwd, 'a/b/policy.html'), 'utf8')).toBe(html.stdout);
});

test('X18 X31 what the declaration or the product does not have is refused with what there is', async () => {
  const cwd = await folder({ 'candor.json': json(library), 'broken.json': '{"language": 1, "version": 2}', file: '' });
  const file = join(cwd, 'candor.json');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[file, '--lang', 'de'], /^CLI_USAGE: The declaration has no language "de"\n {2}Its languages: en, fr\n$/],
    [[file, '--format', 'pdf'], /^CLI_USAGE: There is no format "pdf"\n {2}Formats: html, md, json\n$/],
    [[file, '--profile', 'mars'], /^CLI_USAGE: There is no profile "mars"\n {2}Profiles: .*eu-base.*us-ca/],
    [
      [file, '--out', join(cwd, 'file/policy.md')],
      /^CLI_FILE: ".*file\/policy\.md" cannot be written: .*\n {2}Name another place with --out\n$/,
    ],
    [
      [join(cwd, 'broken.json')],
      /^CLI_DECLARATION: ".*broken\.json" is not a valid declaration: \d+ errors, the first in line 1.*\(DECL_[A-Z_]+\)\n {2}See them all with: candor check .*broken\.json\n$/,
    ],
    [['missing.json'], /^CLI_FILE: There is no file "missing\.json"\n/],
  ];
  for (const [args, stderr] of cases) {
    const run = await inProcess(['policy', ...args]);
    expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(stderr);
  }
});
