// Appends for ever in overlapping groups and prints each receipt once it is acknowledged. Killed by its test.
import { writeSync } from 'node:fs';
import { openLedger } from '../src/open-ledger.ts';
import { choice, options } from './sample-records.ts';

const [, , file] = process.argv;
if (file === undefined) throw new TypeError('Expected a file');
const ledger = await openLedger({ ...options, file });

async function appendForEver(): Promise<never> {
  for (;;) {
    const receipt = await ledger.recordChoice(choice());
    // Synchronous, so that what the test reads was acknowledged and what was acknowledged is read.
    writeSync(1, `${JSON.stringify(receipt)}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, appendForEver));
