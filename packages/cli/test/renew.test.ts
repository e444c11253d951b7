import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOrigin } from '@candor/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { Running } from './candor.ts';
import { folder, start } from './candor.ts';
import { edited, json, library } from './declaration.ts';

type Health = { readonly status: string; readonly declaration: string; readonly faults: readonly { readonly code: string }[] };

type Served = {
  readonly running: Running;
  readonly file: string;
  readonly cwd: string;
  readonly heard: () => string;
  health(): Promise<Health>;
};

/** The command before a site, with the declaration in one file. */
async function serveFile(name: string, text: string, more: readonly string[] = []): Promise<Served> {
  const site = await startOrigin((_request, response) => response.end('Books'));
  onTestFinished(() => site.close());
  const cwd = await folder({ [name]: text });
  const running = start(['guard', '--upstream', site.url, '--listen', '127.0.0.1:0', ...more], { cwd });
  onTestFinished(() => void running.child.kill('SIGKILL'));
  let heard = '';
  running.child.stderr?.on('data', (piece: string) => {
    heard += piece;
  });
  const [, port] = await running.said(/listening(?:":"| +)127\.0\.0\.1:(\d+)/);
  await running.said(/Ctrl-C/);
  const health = async (): Promise<Health> => (await (await fetch(`http://127.0.0.1:${port}/cookies/healthz`)).json()) as Health;
  return { running, cwd, file: join(cwd, name), heard: () => heard, health };
}

const longer = edited(['"version": "1"', '"version": "2"'], ['To show the shelf you like', 'To show the shelf that you like']);
const silent = edited(['"max": 86400', '"max": 864000']);
const patient = { timeout: 15_000 };

test('X81 a declaration that changes while it is served takes its place, and what changed is said', async () => {
  const { running, file, heard, health } = await serveFile('candor.json', json(library));
  const before = await health();
  // As editors do: a new file in the place of the old one.
  await writeFile(`${file}.new`, longer);
  await rename(`${file}.new`, file);
  await expect.poll(async () => (await health()).declaration, patient).not.toBe(before.declaration);
  await expect.poll(heard, patient).toMatch(/^Declaration [0-9a-f]{12} holds now\n(?: {2}\S+: .*\n)*$/);
  expect(heard()).toContain('trackers.shelf');
  expect(await health()).toMatchObject({ status: 'ok', faults: [] });
  const policy = await fetch(`${(await running.said(/policy +(\S+)/))[1]?.replace('library.localhost', '127.0.0.1')}`);
  expect(await policy.text()).toContain('To show the shelf that you like');
  running.child.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0 });
});

test('X82 what cannot be put to use is said with its place, and the declaration before holds until the file is right again', async () => {
  const { file, heard, health } = await serveFile('candor.json', json(library), ['--no-platform']);
  const before = await health();
  const cases: readonly (readonly [text: string, said: RegExp])[] = [
    ['{', /candor\.json:1 .*error[\s\S]*"candor\.json" is not a valid declaration: declaration [0-9a-f]{12} holds as before\n/],
    [silent, /error[\s\S]*without a higher revision: declaration [0-9a-f]{12} holds as before\n/],
    [edited(['"prefix": "/cookies"', '"prefix": "/privacy"']), /"candor\.json" cannot be put to use while this runs/],
  ];
  for (const [text, said] of cases) {
    const from = heard().length;
    await writeFile(file, text);
    await expect.poll(() => heard().slice(from), patient).toMatch(said);
    expect(await health()).toMatchObject({
      status: 'degraded',
      declaration: before.declaration,
      faults: [{ code: 'DECLARATION_REJECTED' }],
    });
  }
  await writeFile(file, json(library));
  await expect.poll(async () => (await health()).status, patient).toBe('ok');
  expect((await health()).declaration).toBe(before.declaration);
});

test.each(['candor.config.js', 'candor.config.ts'])(
  'X81 SIGHUP asks for %s anew, and with --log json every event is a line of JSON',
  async (name) => {
    const config = (text: string): string => `export default ${text};\n`;
    const { running, file, heard, health } = await serveFile(name, config(json(library)), ['--no-platform', '--log', 'json']);
    const before = await health();
    await writeFile(file, config(longer));
    running.child.kill('SIGHUP');
    await expect.poll(async () => (await health()).declaration, patient).not.toBe(before.declaration);
    running.child.kill('SIGTERM');
    await running.ended;
    const events = heard()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { readonly event: string; readonly at: number });
    expect(events.map(({ event }) => event)).toEqual(['started', 'reloaded', 'declaration', 'stopped']);
    expect(events.every(({ at }) => at > 1_700_000_000)).toBe(true);
  },
);
