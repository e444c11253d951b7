// Writes data/rows/*.csv again from the seed. `--check` compares instead and fails when a committed file differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { readFacts } from '../src/catalog/load.ts';
import { generateCsv } from './generate-csv.ts';

const check = process.argv.includes('--check');
for (const facts of readFacts()) {
  const file = new URL(`../data/rows/${facts.id}.csv`, import.meta.url);
  const text = generateCsv(facts);
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`The rows of "${facts.id}" differ from what the seed gives; run "npm run data"`);
    process.exitCode = 1;
  }
}
