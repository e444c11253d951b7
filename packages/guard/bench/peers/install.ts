// Brings the peers: installed by name into a temporary folder, or taken from a folder that was kept. Nothing of them is in the repository.
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bareName } from './all.ts';

/** Where the peers are. `version` is null of what is not there. */
export type Installed = {
  readonly folder: string;
  readonly modules: string;
  version(name: string): Promise<string | null>;
  remove(): Promise<void>;
};

type Say = (line: string) => void;

const run = promisify(execFile);

/** The first line of whatever was thrown. */
export function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n').find((line) => line.trim() !== '') ?? text;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function install(folder: string, names: readonly string[]): Promise<void> {
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--', ...names];
  await run('npm', options, { cwd: folder, timeout: 120_000 });
}

async function installMissing(folder: string, names: readonly string[], say: Say): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!(await isThere(manifest))) await writeFile(manifest, JSON.stringify({ name: 'candor-bench-peers', private: true }));
  const present = await Promise.all(names.map((name) => isThere(join(folder, 'node_modules', bareName(name), 'package.json'))));
  const missing = names.filter((_, at) => present[at] !== true);
  if (missing.length === 0) return;
  say(`installing ${missing.join(' ')}`);
  const all = await install(folder, missing).then(
    () => true,
    () => false,
  );
  if (all) return;
  // One by one: a peer that cannot be had takes no other with it.
  for (const name of missing) await install(folder, [name]).catch((cause: unknown) => say(`NOT INSTALLED ${name}: ${firstLine(cause)}`));
}

/** Installs what is missing. With CANDOR_BENCH_PEERS the folder of that name is used and stays. */
export async function installPeers(names: readonly string[], say: Say): Promise<Installed> {
  const kept = process.env['CANDOR_BENCH_PEERS'] ?? '';
  const folder = kept === '' ? await mkdtemp(join(tmpdir(), 'candor-peers-')) : kept;
  await installMissing(folder, [...new Set(names)], say);
  const modules = join(folder, 'node_modules');
  return {
    folder,
    modules,
    version: async (name) => {
      const manifest = await readFile(join(modules, bareName(name), 'package.json'), 'utf8').catch(() => null);
      return manifest === null ? null : String((JSON.parse(manifest) as { readonly version?: unknown }).version);
    },
    remove: async () => {
      if (kept === '') await rm(folder, { recursive: true, force: true });
    },
  };
}
