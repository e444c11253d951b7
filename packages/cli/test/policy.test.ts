import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candor, folder } from './candor.ts';
import { json, library } from './declaration.ts';

test('X30 the policy comes in every declared language and format, to standard output or a file', async () => {
  const cwd = await folder({ 'candor.json': json(library) });
  const [english, french, html, asJson, out] = await Promise.all([
    candor(['policy'], { cwd }),
    candor(['policy', '--lang', 'fr', '--profile', 'fr'], { cwd }),
    candor(['policy', '--format', 'html', '--lang', 'fr'], { cwd }),
    candor(['policy', '--json'], { cwd }),
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
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['--lang', 'de'], /^CLI_USAGE: The declaration has no language "de"\n {2}Its languages: en, fr\n$/],
    [['--format', 'pdf'], /^CLI_USAGE: There is no format "pdf"\n {2}Formats: html, md, json\n$/],
    [['--profile', 'mars'], /^CLI_USAGE: There is no profile "mars"\n {2}Profiles: .*eu-base.*us-ca/],
    [['--out', 'file/policy.md'], /^CLI_FILE: "file\/policy\.md" cannot be written: .*\n {2}Name another place with --out\n$/],
    [
      ['broken.json'],
      /^CLI_DECLARATION: "broken\.json" is not a valid declaration: \d+ errors, the first in line 1.*\(DECL_[A-Z_]+\)\n {2}See them all with: candor check broken\.json\n$/,
    ],
    [['missing.json'], /^CLI_FILE: There is no file "missing\.json"\n/],
  ];
  const runs = await Promise.all(cases.map(([args]) => candor(['policy', ...args], { cwd })));
  for (const [at, [args, stderr]] of cases.entries()) {
    expect(runs[at], args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    expect(runs[at]?.stderr).toMatch(stderr);
  }
});
