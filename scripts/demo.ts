// The main job on real input: the example portal behind the guard, audited in a real browser, with receipts.
// `--lying` audits its twin bare and behind the guard instead. `--once` ends after the summary.
import { parseArgs } from 'node:util';
import { runHonest } from './demo/honest.ts';
import { runLying } from './demo/lying.ts';

const { values } = parseArgs({
  options: {
    lying: { type: 'boolean' },
    once: { type: 'boolean' },
    port: { type: 'string', default: '4400' },
    data: { type: 'string', default: 'data' },
  },
});

const port = Number(values.port ?? '4400');
const options = { port, dataDirectory: values.data ?? 'data', once: values.once === true };

try {
  process.exitCode = values.lying === true ? await runLying(options) : await runHonest(options);
} catch (error) {
  const coded = error instanceof Error && 'code' in error ? `${String(error.code)}: ` : '';
  console.error(`${coded}${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 3;
}
// Servers that a failed start left open must not keep the process alive.
if (process.exitCode !== 0) process.exit();
