// Folders that live as long as a test.
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder and how to remove it. */
export async function createTemporaryFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'candor-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Folders made for one test file. `remove` belongs into its `afterAll`: stores may stay open until then. */
export type Folders = { readonly create: () => string; readonly remove: () => void };

/** No folder yet. */
export function createFolders(): Folders {
  const made: string[] = [];
  return {
    create: () => {
      const path = mkdtempSync(join(tmpdir(), 'candor-'));
      made.push(path);
      return path;
    },
    remove: () => {
      for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
    },
  };
}
