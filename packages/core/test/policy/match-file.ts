// Golden files: what a renderer prints is compared byte by byte with a file of the repository.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The folder of the golden files. */
export const seedFolder: URL = new URL('../fixtures/seed/', import.meta.url);

/** Compares a text with a golden file; CANDOR_UPDATE_GOLDEN=1 writes the file instead. */
export function expectFile(name: string, text: string): void {
  const file = new URL(name, seedFolder);
  if (process.env['CANDOR_UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(text, name).toBe(readFileSync(file, 'utf8'));
}
