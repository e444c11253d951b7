// Starting and ending: nothing is left, and what cannot be is said.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findDjango, startDjango, startLibrary } from '../src/index.ts';
import { found } from './running.ts';

function isRunning(pid: number | undefined): boolean {
  try {
    return process.kill(pid ?? 0, 0);
  } catch {
    return false;
  }
}

// What is left behind is then seen, and gone with the test.
function useOwnTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candor-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function isListening(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

test('S2 a Python that cannot import Django is not one, and one that is not there is not either', async () => {
  expect(await findDjango('/nonexistent/python')).toBeNull();
  expect(await findDjango(process.execPath)).toBeNull();
});

test('S2 a Django that does not start is told by its code, with its own complaint', async () => {
  const started = startDjango({ python: process.execPath, script: 'http://stranger.localhost/' });
  await expect(started).rejects.toMatchObject({ code: 'LIBRARY_DJANGO_FAILED', message: expect.stringContaining('bad option: -B') });
  const nowhere = startDjango({ python: '/nonexistent/python', script: 'http://stranger.localhost/' });
  await expect(nowhere).rejects.toMatchObject({ code: 'LIBRARY_DJANGO_FAILED', message: expect.stringContaining('ENOENT') });
});

describe.skipIf(found === null)('Django', () => {
  test('S1 the end leaves no process, no folder and no open port', async () => {
    const folder = useOwnTemporaryFolder();
    const library = await startLibrary({ port: 0 });
    expect(readdirSync(folder)).toHaveLength(2);
    const { django, guarded, stranger } = library;
    expect(await isListening(`http://127.0.0.1:${guarded.port}/cookies/healthz`)).toBe(true);
    expect(isRunning(django.pid)).toBe(true);
    await library.close();
    expect(isRunning(django.pid)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    for (const url of [django.url, `http://127.0.0.1:${guarded.port}/`, stranger.script]) expect(await isListening(url), url).toBe(false);
  });

  test('S1 a Django whose starter is killed ends by itself', async () => {
    useOwnTemporaryFolder();
    const program = `
      const { startDjango } = await import(process.argv[1]);
      const { url, pid } = await startDjango({ python: process.argv[2], script: 'http://stranger.localhost/' });
      console.log(JSON.stringify({ url, pid }));`;
    const door = fileURLToPath(new URL('../src/start-django.ts', import.meta.url));
    const args = ['--import', 'tsx', '--conditions=@candor/source', '--input-type=module', '-e', program, door, found?.python ?? ''];
    const starter = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await Promise.race([once(createInterface({ input: starter.stdout }), 'line'), once(starter, 'exit')]);
    const { url, pid } = JSON.parse(String(line)) as { readonly url: string; readonly pid: number };
    expect(await isListening(url)).toBe(true);
    starter.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 10_000);
  });
});
