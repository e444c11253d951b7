// Which file holds the declaration: the one named, or the first usual one in this folder.
import { resolve } from 'node:path';
import { CliError } from './errors.ts';
import { isThere } from './files.ts';

/** Files looked for when none is named, in this order. */
export const usualFiles: readonly string[] = ['candor.config.ts', 'candor.config.mjs', 'candor.config.js', 'candor.json'];

/** The usual file of this folder, or null. */
export async function findUsualFile(): Promise<string | null> {
  for (const name of usualFiles) if (await isThere(resolve(name))) return resolve(name);
  return null;
}

/** The file to read, absolute; throws CLI_FILE where there is none. */
export async function findDeclarationFile(named: string | undefined): Promise<string> {
  if (named !== undefined) return findNamed(named);
  const found = await findUsualFile();
  if (found !== null) return found;
  throw new CliError(
    'CLI_FILE',
    `There is no declaration in this folder: none of ${usualFiles.join(', ')}`,
    'Write one with `candor init`, or name a file',
  );
}

async function findNamed(named: string): Promise<string> {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(named)) {
    throw new CliError(
      'CLI_FILE',
      `"${named}" is an address, and a declaration is read only from a local file`,
      'Download it, look at it, and name the file',
    );
  }
  if (named !== '' && (await isThere(named))) return resolve(named);
  throw new CliError('CLI_FILE', `There is no file "${named}"`, 'Check the path');
}
