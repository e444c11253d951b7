import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { staticLimits } from '@candor/client';
import { expect, test } from 'vitest';
import { candor, folder, inProcess } from './candor.ts';
import { json, library } from './declaration.ts';

test('X32 X33 the files of a static site are written, and the tag fits the bytes that were', async () => {
  const cwd = await folder({ 'candor.json': json(library) });
  const out = join(cwd, 'public/candor');
  const run = await candor(['static', '--lang', 'fr', '--profile', 'fr', '--out', 'public/candor'], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const files = ['candor.fr.fr.js', 'candor.more.js', 'candor.fr.fr.json', 'candor.fr.fr.html', 'candor.css'];
  expect((await readdir(out)).sort()).toEqual([...files].sort());
  const script = await readFile(join(out, 'candor.fr.fr.js'), 'utf8');
  const hash = createHash('sha256').update(script).digest('base64');
  expect(run.stdout).toContain(`<script src="/candor/candor.fr.fr.js" integrity="sha256-${hash}"></script>`);
  expect(run.stdout).toContain(`${Buffer.byteLength(script)} bytes, `);
  for (const limit of staticLimits) expect(run.stdout).toContain(limit);
  for (const file of files) expect(run.stdout).toContain(join('public/candor', file));
  expect(script).toContain('Conseils');
});

test('X4 X33 as JSON it says the same to a program; a second language lies beside the first', async () => {
  const cwd = await folder({ 'candor.json': json(library) });
  const out = join(cwd, 'candor');
  const runs = [];
  for (const lang of ['en', 'fr']) runs.push(await inProcess(['static', join(cwd, 'candor.json'), '--lang', lang, '--out', out, '--json']));
  const [first] = runs.map(({ stdout }) => JSON.parse(stdout));
  const script = await readFile(join(out, 'candor.en.eu-base.js'), 'utf8');
  expect(first).toEqual({
    files: ['candor.en.eu-base.js', 'candor.more.js', 'candor.en.eu-base.json', 'candor.en.eu-base.html', 'candor.css'].map((file) =>
      join(out, file),
    ),
    script: 'candor.en.eu-base.js',
    tag: expect.stringContaining(first.integrity),
    integrity: `sha256-${createHash('sha256').update(script).digest('base64')}`,
    bytes: Buffer.byteLength(script),
    brotli: expect.any(Number),
    policy: "script-src 'self'; style-src 'self'; connect-src 'self'",
    limits: staticLimits,
  });
  expect(await readdir(out)).toHaveLength(8);
});

test('X18 X31 X32 what cannot be written is refused with what there is', async () => {
  const cwd = await folder({ 'candor.json': json(library), 'broken.json': '{}', file: '' });
  const file = join(cwd, 'candor.json');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[file, '--lang', 'de'], /^CLI_USAGE: The declaration has no language "de"\n {2}Its languages: en, fr\n$/],
    [[file, '--profile', 'mars'], /^CLI_USAGE: There is no profile "mars"\n/],
    [
      [file, '--out', join(cwd, 'file/below')],
      /^CLI_FILE: ".*candor\.en\.eu-base\.js" cannot be written: .*\n {2}Name another place with --out\n$/,
    ],
    [[join(cwd, 'broken.json')], /^CLI_DECLARATION: /],
  ];
  for (const [args, stderr] of cases) {
    const run = await inProcess(['static', ...args]);
    expect(run, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(stderr);
  }
});
