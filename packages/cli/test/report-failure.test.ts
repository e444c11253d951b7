import { LedgerError } from '@candor/ledger';
import { expect, test } from 'vitest';
import { CliError } from '../src/errors.ts';
import { reportFailure } from '../src/report-failure.ts';

test('X5 expected failures are code, sentence and hint; the exit code is theirs', () => {
  expect(reportFailure(new CliError('CLI_UNREACHABLE', 'Nobody is there', 'Try later'), { debug: true })).toEqual({
    code: 'CLI_UNREACHABLE',
    message: 'Nobody is there',
    hint: 'Try later',
    exit: 3,
    lines: ['CLI_UNREACHABLE: Nobody is there', '  Try later'],
  });
  expect(reportFailure(new CliError('CLI_USAGE', 'No'), { debug: false }).lines).toEqual(['CLI_USAGE: No']);
  const { lines, exit } = reportFailure(new LedgerError('LEDGER_STORE_BUSY'), { debug: false });
  expect(exit).toBe(2);
  expect(lines).toEqual(['LEDGER_STORE_BUSY: The store is held by another connection', '  Try again; nothing was recorded']);
});

test('X5 what nobody expected is one sentence, and a stack only where it is asked for', () => {
  const bug = Object.assign(new TypeError('undefined is not a function\n    at secret'), { code: 'ERR_INVALID_ARG_TYPE' });
  const report = reportFailure(bug, { debug: false });
  expect(report).toMatchObject({ code: 'CLI_BUG', exit: 2 });
  expect(report.lines).toEqual([
    'CLI_BUG: Candor itself failed: undefined is not a function',
    '  Please report it; with CANDOR_DEBUG=1 the command shows where',
  ]);
  expect(reportFailure(bug, { debug: true }).lines.at(-1)).toContain('report-failure.test.ts');
  expect(reportFailure(null, { debug: true }).lines[0]).toBe('CLI_BUG: Candor itself failed: null');
});
