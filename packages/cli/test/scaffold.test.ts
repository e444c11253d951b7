import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { scaffold } from '../src/scaffold.ts';

test('X40 a new declaration is the one beside this test, which is type-checked with the tests', async () => {
  const golden = await readFile(new URL('scaffold.config.ts', import.meta.url), 'utf8');
  expect(scaffold({ host: 'example.org', date: '2026-01-01' })).toBe(golden);
});
