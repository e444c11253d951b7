import { expect, test } from 'vitest';
import { fuzzHeaders } from '../../fuzz/headers.ts';

const cases = process.env['CANDOR_FULL'] === '1' ? 10_000 : 300;

test('G119 attack 5, 6: whatever bytes are sent, nothing undeclared reaches the other side, nothing is rewritten and nothing hangs', async () => {
  const faults: string[] = [];
  await fuzzHeaders({ cases, seed: 20_261_123, log: (line) => faults.push(line) });
  expect(faults.join('\n')).toBe('');
}, 600_000);
