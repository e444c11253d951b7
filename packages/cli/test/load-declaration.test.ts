import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { identifyDeclaration } from '@candor/core';
import { expect, test } from 'vitest';
import { readHead } from '../src/files.ts';
import { findDeclarationFile } from '../src/find-declaration.ts';
import { loadDeclaration, requireDeclaration, showPath } from '../src/load-declaration.ts';
import { folder } from './candor.ts';
import { edited, json, library, lineOf } from './declaration.ts';

test('X14 X21 a JSON file is identified, and issues found later get its lines', async () => {
  const text = `\uFEFF${json(library)}`;
  const cwd = await folder({ 'candor.json': text });
  const loaded = await loadDeclaration(join(cwd, 'candor.json'));
  if (!loaded.ok) throw new Error(json(loaded.issues));
  expect(loaded.value.id).toBe(identifyDeclaration(library));
  expect(loaded.value.warnings.map(({ code }) => code)).toEqual(['DECL_BOM']);
  const [located] = loaded.value.locate([{ code: 'X', path: 'trackers.shelf.life', message: '', severity: 'warning' }]);
  expect(located?.line).toBe(lineOf(text, '"shelf": {') + 17);
  expect(text.split('\n')[(located?.line ?? 0) - 1]).toContain('"life": {');
});

test('X13 exactly 1 MiB is read, one byte more is not', async () => {
  const limit = 1024 * 1024;
  const text = json(library);
  const padding = limit - new TextEncoder().encode(text).length;
  const cwd = await folder({ 'full.json': text + ' '.repeat(padding), 'over.json': text + ' '.repeat(padding + 1) });
  expect((await loadDeclaration(join(cwd, 'full.json'))).ok).toBe(true);
  expect(await loadDeclaration(join(cwd, 'over.json'))).toMatchObject({ ok: false, issues: [{ code: 'DECL_TOO_LARGE' }] });
  expect(await readHead(join(cwd, 'over.json'), 4)).toEqual({ bytes: new TextEncoder().encode(text.slice(0, 4)), size: limit + 1 });
});

test('X18 a broken declaration is refused with a count, the first place and the way to all of them', async () => {
  const cwd = await folder({ 'one.json': edited(['"secure": true', '"secure": 1']), 'two.json': '{"language": 1, "version": 2}' });
  const one = join(cwd, 'one.json');
  await expect(requireDeclaration(one)).rejects.toMatchObject({
    code: 'CLI_DECLARATION',
    message: expect.stringMatching(
      /one\.json" is not a valid declaration: 1 error in line \d+ at trackers\.cookies_preferences\.secure: .* \(DECL_TYPE\)$/,
    ),
    hint: `See it with: candor check ${one}`,
  });
  await expect(requireDeclaration(join(cwd, 'two.json'))).rejects.toMatchObject({
    message: expect.stringMatching(/: \d\d errors, the first in line 1/),
  });
});

test('X18 a theme that favours an answer is refused before anything starts, with both values and the contrasts', async () => {
  const theme = { accept: { button: '#0b5563', buttonText: '#fff' }, reject: { button: '#eee', buttonText: '#999' } };
  const cwd = await folder({ 'pushy.json': json({ ...library, notice: { ...library.notice, theme } }) });
  await expect(requireDeclaration(join(cwd, 'pushy.json'))).rejects.toMatchObject({
    code: 'CLI_DECLARATION',
    message: expect.stringMatching(/at notice\.theme: .*#0b5563 for accept and #eee for reject.*\d\.\d.*\(NOTICE_THEME_UNEQUAL\)$/),
  });
});

test('X11 X12 only local files that may be read are read', async () => {
  const cwd = await folder({ 'closed.json': '{}' });
  for (const address of ['https://example.org/candor.json', 'FILE:///etc/hosts', 'git+ssh://host/x']) {
    await expect(findDeclarationFile(address)).rejects.toMatchObject({
      code: 'CLI_FILE',
      message: expect.stringContaining('is an address'),
    });
  }
  await expect(findDeclarationFile('')).rejects.toMatchObject({ code: 'CLI_FILE' });
  await chmod(join(cwd, 'closed.json'), 0);
  // Root may read everything.
  if (process.getuid?.() === 0) return;
  await expect(loadDeclaration(join(cwd, 'closed.json'))).rejects.toMatchObject({
    message: expect.stringContaining('permission is denied'),
  });
});

test('X18 a path is shown from this folder where it is below it', () => {
  expect(showPath(join(process.cwd(), 'a/b.json'))).toBe('a/b.json');
  expect(showPath('/elsewhere/b.json')).toBe('/elsewhere/b.json');
});
