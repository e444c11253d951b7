// Installs what the lock file asks for when it has changed since the last time. Built-ins only: nothing is there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.candor-lock`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Installs when needed; the exit code of npm, or 0. */
export function ensureInstall() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Candor needs Node 20.19 or newer, this is ${process.versions.node}`);
    return 2;
  }
  if (isInstalled()) return 0;
  return alone(() => (isInstalled() ? 0 : install()));
}

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

// Several commands may be started at once after a change: one installs, the others wait for it.
function alone(step) {
  const lock = `${root}.candor-installing`;
  const patience = Date.now() + 300_000;
  while (Date.now() < patience) {
    try {
      mkdirSync(lock);
      try {
        return step();
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } catch (error) {
      if (error?.code !== 'EEXIST') throw error;
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 300_000)
        rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  return step();
}

function install() {
  console.error('Installing what package-lock.json asks for …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync(npm, options, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (run.status === 0) {
    writeFileSync(stamp, wanted);
    return 0;
  }
  if (existsSync(`${root}node_modules/typescript`) && existsSync(`${root}node_modules/tsx`)) {
    console.error('The install failed; going on with the modules that are there, which may be older than the lock file');
    return 0;
  }
  console.error('The install failed and there are no modules to go on with: check the network and the npm registry, then try again');
  return run.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = ensureInstall();
