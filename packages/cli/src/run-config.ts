// Runs a declaration that is code, and says where it fails. Only local files come here: their owner runs them knowingly.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Issue, Result } from '@candor/core';
import { fail, succeed } from '@candor/core';
import { messageOf } from './errors.ts';

/** Whether a declaration in this file is code and not JSON. */
export function isCode(file: string): boolean {
  return /\.[mc]?[jt]sx?$/.test(file);
}

/** What the file exports as default (or as `declaration`); fails with DECL_CONFIG_FAILED or DECL_CONFIG_EMPTY. Each `reading` runs it anew. */
export async function runConfig(file: string, reading = 0): Promise<Result<unknown>> {
  const explain = (): void => {
    process.stderr.write(`DECL_CONFIG_FAILED: "${file}" never ends: it awaits something that does not come\n`);
    process.exitCode = 2;
  };
  // With nothing left to do, Node ends in the middle of an await that cannot end.
  process.once('exit', explain);
  try {
    const loaded: { readonly default?: unknown; readonly declaration?: unknown } = await import(await addressOf(file, reading));
    const exported = loaded.default ?? loaded.declaration;
    return exported === undefined || exported === null ? fail(empty) : succeed(exported);
  } catch (cause) {
    return fail(describeFailure(file, cause));
  } finally {
    process.off('exit', explain);
  }
}

// Without a package.json that says so, Node takes ".js" for CommonJS; the resolve hook reads the mark.
async function addressOf(file: string, reading: number): Promise<string> {
  // A module is run once for each address that it is asked for by.
  const marks = reading === 0 ? [] : [`candor-read=${reading}`];
  const plain = pathToFileURL(file).href;
  const address = [plain, ...marks].join('?');
  if (!/\.jsx?$/.test(file)) return address;
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\s*(import|export)\b/m.test(text) ? `${plain}?${[...marks, 'candor-module'].join('&')}` : address;
}

const empty: Issue = {
  code: 'DECL_CONFIG_EMPTY',
  path: '',
  message: 'The file was run and exports no declaration',
  hint: 'Export it: export default defineDeclaration({ … })',
  severity: 'error',
};

type Place = { readonly message: string; readonly line?: number };

function describeFailure(file: string, cause: unknown): Issue {
  const { message, line } = placeOfSyntax(cause) ?? placeInStack(file, cause);
  return {
    code: 'DECL_CONFIG_FAILED',
    path: '',
    message: `The file cannot be run: ${message}`,
    hint: 'Correct it there; a declaration is an ES module that exports it as default',
    severity: 'error',
    ...(line === undefined ? {} : { line }),
  };
}

// The compiler's own form: "path:line:column: ERROR: what".
function placeOfSyntax(cause: unknown): Place | null {
  const found = cause instanceof Error ? /:(\d+):\d+: ERROR: (.+)/.exec(cause.message) : null;
  return found === null ? null : { message: found[2] ?? '', line: Number(found[1]) };
}

function placeInStack(file: string, cause: unknown): Place {
  const message = messageOf(cause);
  const stack = cause instanceof Error ? (cause.stack ?? '').split('\n') : [];
  const frame = stack.find((text) => text.includes(file) || text.includes(pathToFileURL(file).href));
  const line = frame === undefined ? null : /:(\d+)(?::\d+)?\)?$/.exec(frame);
  return line === null ? { message } : { message, line: Number(line[1]) };
}
