// Reads a declaration from a local file: JSON is parsed as hostile text, a .config.ts is code that the user runs knowingly.
import { relative } from 'node:path';
import type { Identified, Issue, Result } from '@candor/core';
import { checkDeclaration, checkNotice, fail, identifyDeclaration, locateIssues, parseDeclaration, succeed } from '@candor/core';
import { CliError } from './errors.ts';
import { readHead } from './files.ts';
import { findDeclarationFile } from './find-declaration.ts';
import { isCode, runConfig } from './run-config.ts';

/** A declaration from a file. `locate` gives issues found later the line of their path, where the file is JSON. */
export type LoadedDeclaration = Identified & {
  readonly warnings: readonly Issue[];
  readonly locate: (issues: readonly Issue[]) => readonly Issue[];
};

const largestText = 1024 * 1024;

/** Loads, checks and identifies; every problem of the content is an issue, every problem of the file a CLI_FILE. Code is run anew for each `reading`. */
export async function loadDeclaration(file: string, reading = 0): Promise<Result<LoadedDeclaration>> {
  return isCode(file) ? loadCode(file, reading) : loadJson(file);
}

async function loadCode(file: string, reading: number): Promise<Result<LoadedDeclaration>> {
  const run = await runConfig(file, reading);
  if (!run.ok) return run;
  const checked = checkDeclaration(run.value);
  if (!checked.ok) return checked;
  return succeed({ declaration: checked.value, id: identifyDeclaration(checked.value), warnings: [], locate: (issues) => issues });
}

async function loadJson(file: string): Promise<Result<LoadedDeclaration>> {
  const { bytes, size } = await readHead(file, largestText);
  if (size > largestText) return fail(tooLarge(size));
  const parsed = parseDeclaration(bytes, { maxBytes: largestText });
  if (!parsed.ok) return parsed;
  const text = new TextDecoder().decode(bytes);
  return succeed({ ...parsed.value, locate: (issues) => locateIssues(text, issues) });
}

function tooLarge(size: number): Issue {
  const megabytes = (size / largestText).toFixed(1);
  return {
    code: 'DECL_TOO_LARGE',
    path: '',
    message: `The file has ${megabytes} MiB, and a declaration has 1 MiB at most`,
    hint: 'Check that this is the right file; a declaration lists trackers, not what they hold',
    severity: 'error',
  };
}

/** The same, for what shows it to visitors: a theme that favours an answer is not shown by anything. */
export async function loadShown(file: string, reading = 0): Promise<Result<LoadedDeclaration>> {
  const loaded = await loadDeclaration(file, reading);
  if (!loaded.ok) return loaded;
  const errors = checkNotice(loaded.value.declaration).filter(({ severity }) => severity === 'error');
  return errors.length === 0 ? loaded : { ok: false, issues: loaded.value.locate(errors) };
}

/** The declaration named or the usual one, for verbs that can do nothing with a broken one. Throws CLI_FILE or CLI_DECLARATION. */
export async function requireDeclaration(named: string | undefined): Promise<Identified> {
  const file = await findDeclarationFile(named);
  const loaded = await loadShown(file);
  if (loaded.ok) return { declaration: loaded.value.declaration, id: loaded.value.id };
  const { issues } = loaded;
  const shown = showPath(file);
  const count = issues.length === 1 ? '1 error' : `${issues.length} errors, the first`;
  throw new CliError(
    'CLI_DECLARATION',
    `"${shown}" is not a valid declaration: ${count}${summaryOf(issues)}`,
    `See ${issues.length === 1 ? 'it' : 'them all'} with: candor check ${shown}`,
  );
}

function summaryOf([issue]: readonly Issue[]): string {
  if (issue === undefined) return '';
  const line = issue.line === undefined ? '' : ` in line ${issue.line}`;
  const path = issue.path === '' ? '' : ` at ${issue.path}`;
  return `${line}${path}: ${issue.message} (${issue.code})`;
}

/** A path as a person reads it: from this folder where it is below it, whole where it is not. */
export function showPath(file: string): string {
  const near = relative(process.cwd(), file);
  return near === '' || near.startsWith('..') ? file : near;
}
