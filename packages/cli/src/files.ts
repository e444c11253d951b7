// Reading and writing the files named on a command line; what the system refuses is said in words.
import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError, hasCode, reasonOf } from './errors.ts';

/** Whether something is at this path. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The first `limit` bytes of a file, and how long all of it is: more than the bytes where it is longer. Throws CLI_FILE. */
export async function readHead(file: string, limit: number): Promise<{ readonly bytes: Uint8Array; readonly size: number }> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new CliError('CLI_FILE', `"${file}" cannot be read: ${reasonOf(cause)}`, 'Name a file that is there and that you may read');
  });
  try {
    const buffer = new Uint8Array(limit + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, null);
      filled += bytesRead;
      if (bytesRead === 0 || filled === buffer.length) break;
    }
    // A pipe has no size of its own.
    return { bytes: buffer.subarray(0, Math.min(filled, limit)), size: Math.max(filled, (await handle.stat()).size) };
  } catch (cause) {
    throw new CliError('CLI_FILE', `"${file}" cannot be read: ${reasonOf(cause)}`, 'Name a file, not a folder');
  } finally {
    await handle.close();
  }
}

const jsonLimit = 4 * 1024 * 1024;

/** A JSON file; `what` says in a sentence what it should be. Throws CLI_FILE. */
export async function readJsonFile(file: string, what: string): Promise<unknown> {
  const { bytes, size } = await readHead(file, jsonLimit);
  if (size > jsonLimit) throw new CliError('CLI_FILE', `"${file}" has ${size} bytes, more than the ${jsonLimit} that are read`, what);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CliError('CLI_FILE', `"${file}" is not JSON`, what);
  }
}

/** Writes a text with a line break at its end, and the folders above it. Throws CLI_FILE. */
export async function writeText(file: string, text: string, options: { readonly overwrite: boolean } = { overwrite: true }): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${text.trimEnd()}\n`, { flag: options.overwrite ? 'w' : 'wx' });
  } catch (cause) {
    if (hasCode(cause, 'EEXIST') && !options.overwrite)
      throw new CliError('CLI_FILE', `"${file}" exists already and is kept as it is`, 'Name another file with --out');
    throw new CliError('CLI_FILE', `"${file}" cannot be written: ${reasonOf(cause)}`, 'Name another place with --out');
  }
}
