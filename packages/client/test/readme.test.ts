import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolders, referenceDeclaration } from '@candor/testkit';
import { afterAll, expect, test, vi } from 'vitest';
import { clientAssets, staticLimits } from '../src/index.ts';

const folders = createFolders();
afterAll(folders.remove);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const door = new URL('../src/index.ts', import.meta.url).href;

test('C50 the example of a static site runs, writes every file, and its tag names the script', async () => {
  const example = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, text = '']) => text)
    .find((text) => text.includes('compileStaticSite'));
  const folder = folders.create();
  const site = join(folder, 'public/candor');
  mkdirSync(site, { recursive: true });
  const core = import.meta.resolve('@candor/core');
  writeFileSync(join(folder, 'declaration.mts'), `export const declaration = ${JSON.stringify(referenceDeclaration())};\n`);
  const script = (example ?? '')
    .replace("'@candor/client'", `'${door}'`)
    .replace("'@candor/core'", `'${core}'`)
    .replace("'./declaration.ts'", "'./declaration.mts'")
    .replace('`public/candor/', `\`${site}/`);
  writeFileSync(join(folder, 'example.mts'), script);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import(/* @vite-ignore */ join(folder, 'example.mts'));
  expect(log.mock.calls).toEqual([[staticLimits.join('\n')]]);
  log.mockRestore();
  const [, named = ''] = /<script src="\/candor\/([^"]+)"><\/script>/.exec(readme) ?? [];
  expect(readdirSync(site)).toContain(named);
  expect(readdirSync(site)).toHaveLength(5);
});

test('C20 what the README hands to a guard is there, and the signal it names has a script', () => {
  expect(Object.keys(clientAssets)).toEqual(['page', 'more', 'projections']);
  expect(clientAssets.projections).toHaveProperty('google-consent-mode-v2');
});
