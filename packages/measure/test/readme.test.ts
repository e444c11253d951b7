import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolders } from '@candor/testkit';
import { afterAll, expect, test } from 'vitest';
import { identified } from './sample.ts';

const folders = createFolders();
afterAll(folders.remove);

test('M1 the example of the README runs and counts its view', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const folder = folders.create();
  const day = new Date().toISOString().slice(0, 10);
  const range = `{ from: '${formatNear(day, -1)}', to: '${formatNear(day, 1)}' }`;
  const script = example
    .replace("'@candor/measure'", `'${new URL('../src/index.ts', import.meta.url).href}'`)
    .replace("'counts.sqlite'", JSON.stringify(join(folder, 'counts.sqlite')))
    .replace(/\{ from: .*? \}/, range);
  const file = join(folder, 'example.mts');
  writeFileSync(file, `const declaration = ${JSON.stringify(identified())};\n${script}\nexport { statistics };\n`);
  const { statistics } = await import(/* @vite-ignore */ file);
  expect(statistics.totals).toEqual({ views: 1, dailyVisitors: 0 });
});

// The example runs on the real clock, in the sample's time zone: one day to either side covers both.
function formatNear(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
