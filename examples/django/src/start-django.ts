// Starts Django as a process of its own with a database of its own, and leaves nothing of either.
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LibraryError } from './errors.ts';

/** `script` is the address of the script that the home page loads without declaring it. `say` is told what Django complains of. */
export type DjangoOptions = { readonly python: string; readonly script: string; readonly say?: (text: string) => void };

/** A running Django. The librarian may log in to its admin with this password. */
export type Django = {
  readonly url: string;
  readonly version: string;
  readonly password: string;
  readonly pid: number | undefined;
  readonly close: () => Promise<void>;
};

type Told = { readonly port: number; readonly django: string };

/** Migrates, makes the librarian and serves on a free port of this machine; throws LIBRARY_DJANGO_FAILED. */
export async function startDjango({ python, script, say }: DjangoOptions): Promise<Django> {
  const folder = await mkdtemp(join(tmpdir(), 'candor-library-'));
  const password = randomBytes(12).toString('base64url');
  const child = launch(python, { LIBRARY_FOLDER: folder, LIBRARY_PASSWORD: password, LIBRARY_SCRIPT: script });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const close = async (): Promise<void> => {
    // The end of its standard input stops it, as it would if this process were killed.
    child.stdin.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { port, django } = await readTold(child, say);
    return { url: `http://127.0.0.1:${port}`, version: django, password, pid: child.pid, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function launch(python: string, own: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
  const folder = fileURLToPath(new URL('../server/', import.meta.url));
  // A group of its own: a Ctrl-C in the terminal is for this process to pass on. -B: no compiled files in the checkout.
  const child = spawn(python, ['-B', 'serve.py'], { cwd: folder, env: { ...process.env, ...own }, detached: true });
  child.stdin.on('error', () => {});
  return child;
}

async function readTold(child: ChildProcessWithoutNullStreams, say: (text: string) => void = () => {}): Promise<Told> {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
    say(text);
  });
  const lines = createInterface({ input: child.stdout });
  const told = await Promise.race([once(lines, 'line'), once(child, 'close')]).catch((error: unknown) => [String(error)]);
  const read = parseTold(String(told[0]));
  if (read === null) throw new LibraryError('LIBRARY_DJANGO_FAILED', `Django did not start: ${complaint.trim() || String(told[0])}`);
  return read;
}

function parseTold(line: string): Told | null {
  if (!line.startsWith('{')) return null;
  const { port, django } = JSON.parse(line) as Partial<Told>;
  return typeof port === 'number' && typeof django === 'string' ? { port, django } : null;
}
