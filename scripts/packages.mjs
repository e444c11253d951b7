// Checks what would be published: exports and types of every package, and that the command is found as `npx candor`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;
const isPublic = (name) => JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8')).private !== true;
const packages = readdirSync(`${root}packages`).filter(isPublic);

function run(label, command, options, cwd = root) {
  const result = spawnSync(command, options, { cwd, encoding: 'utf8' });
  if (result.status === 0) return true;
  console.error(`${label}: ${result.stdout ?? ''}${result.stderr ?? ''}`);
  return false;
}

const outcomes = packages.flatMap((name) => [
  run(`publint ${name}`, bin('publint'), ['--strict', `packages/${name}`]),
  run(`attw ${name}`, bin('attw'), ['--pack', `packages/${name}`, '--profile', 'esm-only', '--quiet']),
]);
outcomes.push(run('npx candor', 'npx', ['--no-install', 'candor', '--version']));
outcomes.push(run('npx candor in a sub-folder', 'npx', ['--no-install', 'candor', '--version'], `${root}packages/core`));
console.log(`${packages.length} packages looked at`);
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
