// Runs the real command as a process of its own, and looks at every answer for what must never be in one.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { runCommand } from '../src/main.ts';

const bin = fileURLToPath(new URL('../bin/candor.mjs', import.meta.url));

/** How a run ended. */
export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Where and with what the command runs. */
export type RunOptions = { readonly cwd: string; readonly env?: { readonly [name: string]: string }; readonly bin?: string };

/** A command that is running. `said` resolves when standard output holds a text that fits; `ended` when it is over. */
export type Running = {
  readonly child: ChildProcess;
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<Run>;
};

function withoutStack(args: readonly string[], run: Run): Run {
  if (!/^\s+at .+:\d+:\d+\)?$/m.test(run.stdout + run.stderr)) return run;
  throw new Error(`A stack trace from "candor ${args.join(' ')}":\n${run.stdout}${run.stderr}`);
}

/** Starts `candor` with these arguments. */
export function start(args: readonly string[], options: RunOptions): Running {
  const { NO_COLOR: _color, CANDOR_BROWSER: _browser, CANDOR_DEBUG: _debug, ...env } = process.env;
  const child = spawn(process.execPath, [options.bin ?? bin, ...args], {
    cwd: options.cwd,
    env: { ...env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  const ended = once(child, 'close').then(([code]) => {
    const run: Run = { code, ...text };
    return withoutStack(args, run);
  });
  const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(text.stdout);
      if (found !== null) return found;
      const next = await Promise.race([once(child.stdout, 'data').then(() => null), ended]);
      if (next !== null) throw new Error(`It ended with ${next.code} and never said ${pattern}:\n${next.stdout}${next.stderr}`);
    }
  };
  return { child, said, ended };
}

/** Runs `candor` with these arguments to its end. */
export async function candor(args: readonly string[], options: RunOptions): Promise<Run> {
  return start(args, options).ended;
}

/** A folder outside any project that lives as long as the test, with these files in it. */
export async function folder(files: { readonly [name: string]: string | Uint8Array } = {}): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'candor-cli-')));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

/** Runs the command in this process, with a terminal that remembers: quicker, for what has nothing to do with processes. */
export async function inProcess(args: readonly string[]): Promise<Run> {
  const text = { stdout: '', stderr: '' };
  const code = await runCommand(args, {
    color: false,
    out: (line) => void (text.stdout += `${line}\n`),
    error: (line) => void (text.stderr += `${line}\n`),
    progress: () => {},
  });
  return withoutStack(args, { code, ...text });
}
