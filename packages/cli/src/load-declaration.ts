// Reads a declaration from a local file: JSON is parsed as hostile text, a .config.ts is code that the user runs knowingly.
import { access, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Identified, Issue, Result } from '@candor/core';
import { checkDeclaration, fail, identifyDeclaration, parseDeclaration, succeed } from '@candor/core';
import { CliError } from './errors.ts';

/** Files looked for when none is named, in this order. */
export const usualFiles: readonly string[] = ['candor.config.ts', 'candor.config.mjs', 'candor.config.js', 'candor.json'];

const isCode = (file: string): boolean => /\.[mc]?[jt]sx?$/.test(file);
const readLimit = 2 * 1024 * 1024;

/** The file to read: the one named, or the first usual one that is here. */
export async function findDeclarationFile(named: string | undefined): Promise<string> {
  if (named !== undefined && /^[a-z][a-z+.-]+:\/\//i.test(named)) {
    throw new CliError(
      'CLI_FILE',
      `"${named}" is an address, and a declaration is read only from a local file`,
      'Download it and name the file',
    );
  }
  const candidates = named === undefined ? usualFiles : [named];
  for (const candidate of candidates) {
    const file = resolve(candidate);
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  const hint = named === undefined ? 'Run `npx candor init` to make one, or name the file' : 'Check the path';
  throw new CliError('CLI_FILE', `There is no ${candidates.map((name) => `"${name}"`).join(', ')} to read`, hint);
}

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new CliError('CLI_FILE', `"${file}" cannot be opened: ${messageOf(cause)}`, 'Check that it is a file you may read');
  });
  try {
    // One byte past the limit is enough for the parser to say that the file is too large.
    const buffer = new Uint8Array(readLimit + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, null);
      filled += bytesRead;
      if (bytesRead === 0 || filled === buffer.length) return buffer.subarray(0, filled);
    }
  } catch (cause) {
    throw new CliError('CLI_FILE', `"${file}" cannot be read: ${messageOf(cause)}`, 'Name a file, not a folder');
  } finally {
    await handle.close();
  }
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));

async function runConfig(file: string): Promise<Result<unknown>> {
  try {
    const loaded: { readonly default?: unknown; readonly declaration?: unknown } = await import(pathToFileURL(file).href);
    return succeed(loaded.default ?? loaded.declaration);
  } catch (cause) {
    const issue: Issue = {
      code: 'DECL_CONFIG_FAILED',
      path: '',
      message: `The file could not be run: ${messageOf(cause)}`,
      hint: 'Correct the error in the file; it must export the declaration as default',
      severity: 'error',
    };
    return fail(issue);
  }
}

/** Loads, checks and identifies; every problem of the content is an issue, every problem of the file a CliError. */
export async function loadDeclaration(file: string): Promise<Result<Identified & { readonly warnings: readonly Issue[] }>> {
  if (!isCode(file)) return parseDeclaration(await readHead(file));
  const run = await runConfig(file);
  if (!run.ok) return run;
  const checked = checkDeclaration(run.value);
  if (!checked.ok) return checked;
  return succeed({ declaration: checked.value, id: identifyDeclaration(checked.value), warnings: [] });
}

/** As loadDeclaration, for verbs that can do nothing with a broken one. */
export async function requireDeclaration(named: string | undefined): Promise<Identified> {
  const file = await findDeclarationFile(named);
  const loaded = await loadDeclaration(file);
  if (loaded.ok) return { declaration: loaded.value.declaration, id: loaded.value.id };
  const [first] = loaded.issues;
  const more = loaded.issues.length > 1 ? ` and ${loaded.issues.length - 1} more` : '';
  const where = first?.path ? ` at ${first.path}` : '';
  throw new CliError(
    'CLI_DECLARATION',
    `"${file}" is not a valid declaration: ${first?.code}${where}: ${first?.message}${more}`,
    'Run `npx candor check` for all of them',
  );
}
