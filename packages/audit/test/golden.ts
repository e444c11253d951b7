// Published bytes are compared with a file; UPDATE_GOLDEN=1 writes it.
import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';

/** Holds a text against a file whose path is relative to this folder. */
export async function matchGolden(path: string, text: string): Promise<void> {
  const file = new URL(path, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(file, text);
  expect(text).toBe(await readFile(file, 'utf8'));
}
