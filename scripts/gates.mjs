// Runs the gates of a merge one after another and ends with one table. `test`: all; `check`: the quick part; `full`: the long part too.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;

const gates = [
  { name: 'types', sets: ['check', 'test', 'full'], run: [bin('tsc'), '-b'] },
  { name: 'types of tests', sets: ['check', 'test', 'full'], run: [bin('tsc'), '-p', 'tsconfig.test.json'] },
  { name: 'lint', sets: ['check', 'test', 'full'], run: [bin('biome'), 'check', '--max-diagnostics=50', '.'] },
  { name: 'import law', sets: ['check', 'test', 'full'], run: ['node', 'scripts/arch.mjs'] },
  { name: 'dead code', sets: ['check', 'test', 'full'], run: [bin('knip')] },
  { name: 'documents', sets: ['check', 'test', 'full'], run: ['node', 'scripts/documents.mjs'] },
  { name: 'unit tests', sets: ['check', 'test', 'full'], run: [bin('vitest'), 'run', '--project', 'unit'], counts: true },
  { name: 'packages', sets: ['test', 'full'], run: ['node', 'scripts/packages.mjs'] },
  { name: 'browser tests', sets: ['test', 'full'], run: [bin('vitest'), 'run', '--project', 'e2e'], counts: true },
];

function countsOf(output) {
  const line = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? '';
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

function runGate(gate, set) {
  const started = Date.now();
  const [command = '', ...options] = gate.run;
  const run = spawnSync(command, options, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...(set === 'full' ? { CANDOR_FULL: '1' } : {}), FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  const output = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`;
  const ok = run.status === 0;
  const loud = output.split('\n').filter((line) => line.includes('NOT TESTED'));
  for (const line of new Set(loud)) console.log(line.trim());
  if (!ok) console.log(output);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counts = gate.counts ? countsOf(output) : undefined;
  if (gate.counts && ok && counts?.passed === 0) return { ...gate, ok: false, seconds, counts };
  return { ...gate, ok, seconds, counts };
}

// What the long set should hold and does not yet: said, so that a green table promises nothing it did not look at.
const missing = ['PostgreSQL (no driver yet)', 'a second Node', 'mutation tests of enforce and consent'];

function main(set) {
  const results = [];
  if (set === 'full') for (const part of missing) console.log(`NOT TESTED: ${part}`);
  for (const gate of gates.filter(({ sets }) => sets.includes(set))) {
    process.stdout.write(`${gate.name} …\n`);
    results.push(runGate(gate, set));
  }
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log(`\n${'gate'.padEnd(width)}  result  seconds  tests`);
  for (const { name, ok, seconds, counts } of results) {
    console.log(`${name.padEnd(width)}  ${ok ? 'ok    ' : 'FAILED'}  ${seconds.padStart(7)}  ${counts ? counts.passed : ''}`);
  }
  const sum = (key) => results.reduce((total, { counts }) => total + (counts?.[key] ?? 0), 0);
  const failedGates = results.filter(({ ok }) => !ok).length;
  console.log(`\n${sum('passed')} passed, ${Math.max(sum('failed'), failedGates)} failed, ${sum('skipped')} skipped`);
  process.exitCode = failedGates === 0 ? 0 : 1;
}

main(process.argv[2] ?? 'test');
