import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolders } from '@candor/testkit';
import { afterAll, expect, test } from 'vitest';

const folders = createFolders();
afterAll(folders.remove);

test('L24 the example of the README runs, and its receipt verifies', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const folder = folders.create();
  const door = new URL('../src/index.ts', import.meta.url).href;
  const script = example.replace("'@candor/ledger'", `'${door}'`).replace("'log.sqlite'", JSON.stringify(join(folder, 'log.sqlite')));
  writeFileSync(join(folder, 'example.mts'), `${script}\nexport { verified };\n`);
  const { verified } = await import(/* @vite-ignore */ join(folder, 'example.mts'));
  expect(verified).toMatchObject({ ok: true, value: { index: 0, size: 1 } });
});
