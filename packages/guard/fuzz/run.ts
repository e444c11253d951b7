// Fuzzers from the command line: npm run fuzz -- [headers|html] [--cases N] [--seed S]. Without --cases they run until they are stopped.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fuzzHeaders } from './headers.ts';

const ROUND = 10_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string' }, seed: { type: 'string' } },
});
const only = positionals[0];
const cases = values.cases === undefined ? Number.POSITIVE_INFINITY : Number(values.cases);
const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);

/** A run of its own, with the loader and the conditions of this one. */
function fuzzHtml(count: number, seed: number): number {
  const file = fileURLToPath(new URL('./html.ts', import.meta.url));
  return spawnSync(process.execPath, [...process.execArgv, file, String(count), String(seed)], { stdio: 'inherit' }).status === 0 ? 0 : 1;
}

let faults = 0;
for (let done = 0; done < cases && faults < 10; done += ROUND) {
  const count = Math.min(ROUND, cases - done);
  const seed = first + done;
  if (only !== 'html') faults += await fuzzHeaders({ cases: count, seed });
  if (only !== 'headers') faults += fuzzHtml(count, seed);
  console.log(`${done + count} cases from seed ${first}: ${faults} faults`);
}
process.exitCode = faults === 0 ? 0 : 1;
