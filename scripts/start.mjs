// `npm start`: installs what is missing, builds, and runs the demonstration from source.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstall } from './ensure-install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function build() {
  const run = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-b'], { cwd: root, stdio: 'inherit' });
  return run.status ?? 1;
}

const code = ensureInstall() || build();
if (code !== 0) process.exit(code);
const options = ['--import', 'tsx', '--conditions=@candor/source', 'scripts/demo.ts', ...process.argv.slice(2)];
const child = spawn(process.execPath, options, { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the whole process group; the child closes what it opened, and this process waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (status, signal) => process.exit(signal === null ? (status ?? 1) : 130));
