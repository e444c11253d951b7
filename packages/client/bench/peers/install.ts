// Brings the peers: installed by name into a temporary folder, or taken from a folder that was kept. Nothing of them is in the repository.
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';

/** Where the peers are. */
export type Installed = {
  readonly folder: string;
  read(path: string): Promise<string>;
  version(name: string): Promise<string>;
  bundle(name: string, source: string): Promise<string>;
  remove(): Promise<void>;
};

const run = promisify(execFile);

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function installMissing(folder: string, names: readonly string[], say: (line: string) => void): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!(await isThere(manifest))) await writeFile(manifest, JSON.stringify({ name: 'candor-bench-peers', private: true }));
  const present = await Promise.all(names.map((name) => isThere(join(folder, 'node_modules', name, 'package.json'))));
  const missing = names.filter((_, at) => present[at] !== true);
  // One by one: a peer that cannot be had takes no other with it.
  for (const name of missing) {
    say(`installing ${name}`);
    const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--', name];
    await run('npm', options, { cwd: folder, timeout: 120_000 }).catch((cause: unknown) =>
      say(`NOT INSTALLED ${name}: ${firstLine(cause)}`),
    );
  }
}

/** The first line of whatever was thrown. */
export function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n').find((line) => line.trim() !== '') ?? text;
}

/** Installs what is missing. With CANDOR_BENCH_PEERS the folder of that name is used and stays. */
export async function installPeers(names: readonly string[], say: (line: string) => void): Promise<Installed> {
  const kept = process.env['CANDOR_BENCH_PEERS'] ?? '';
  const folder = kept === '' ? await mkdtemp(join(tmpdir(), 'candor-peers-')) : kept;
  await installMissing(folder, [...new Set(names)], say);
  const read = (path: string): Promise<string> => readFile(join(folder, 'node_modules', path), 'utf8');
  return {
    folder,
    read,
    version: async (name) => String((JSON.parse(await read(`${name}/package.json`)) as { readonly version?: unknown }).version),
    bundle: (name, source) => bundleReact(folder, name, source),
    remove: async () => {
      if (kept === '') await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A React application as a site would ship it: production mode, minified, one classic script. */
async function bundleReact(folder: string, name: string, source: string): Promise<string> {
  const input = join(folder, `${name}.entry.jsx`);
  await writeFile(input, source);
  const bundle = await rolldown({
    input,
    cwd: folder,
    platform: 'browser',
    tsconfig: false,
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false, codeSplitting: false });
  await bundle.close();
  await rm(input);
  return output[0].code;
}
