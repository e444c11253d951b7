// Millions of documents that try to be read in two ways, without a browser: what the rewriter leaves of each is read by parse5.
//   npx tsx --conditions=@candor/source packages/guard/fuzz/html.ts [documents] [first seed]
import { checkDocument } from '../test/html-check.ts';

const documents = Number(process.argv[2] ?? 1_000_000);
const first = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));

let loads = 0;
const faults: string[] = [];
for (let seed = first; seed < first + documents && faults.length < 10; seed += 1) {
  const checked = checkDocument(seed);
  loads += checked.loads;
  if (checked.fault !== null) faults.push(`${seed}: ${checked.fault}`);
}
console.log(`${documents} documents from seed ${first}, ${loads} things that would have loaded, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
