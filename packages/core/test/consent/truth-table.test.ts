import { expect, test } from 'vitest';
import { consentTruthTable } from '../../src/consent/truth-table.ts';

// `npx vitest run --project unit packages/core/test/consent -u` writes it again.
test('C17 docs/truth-table.md is what the state machine says', async () => {
  await expect(consentTruthTable()).toMatchFileSnapshot('../../../../docs/truth-table.md');
});

test('C17 the table holds every basis, every state and every mode of the signal', () => {
  const table = consentTruthTable();
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  expect(rows.length).toBeGreaterThanOrEqual(7 * 14 + 7);
  expect(table).toContain(
    '| nothing chosen | off, asks · default-off | off, asks · default-off | off, asks · default-off | off · gpc-off |',
  );
  expect(table).toContain('| nothing chosen | **on** · default-on | **on** · default-on | off · gpc-off | off · gpc-off |');
  for (const reason of [
    'exempt',
    'granted',
    'denied',
    'objected',
    'default-on',
    'default-off',
    'gpc-off',
    'revised',
    'expired',
    'fail-closed',
  ])
    expect(table).toContain(` · ${reason} |`);
});
