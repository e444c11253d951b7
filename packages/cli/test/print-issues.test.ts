import type { Issue } from '@candor/core';
import { expect, test } from 'vitest';
import { formatIssue, formatIssues } from '../src/print-issues.ts';

const plain = { file: 'candor.json', color: false } as const;
const error: Issue = {
  code: 'DECL_TYPE',
  path: 'trackers.a.secure',
  message: 'Expected true',
  hint: 'Write true',
  severity: 'error',
  line: 7,
};
const warning: Issue = { code: 'LINT_LOG_MISSING', path: '', message: 'No log', severity: 'warning' };

test('X20 an issue says where, what and what to do, and errors come before warnings', () => {
  expect(formatIssues([warning, error], plain).split('\n')).toEqual([
    'candor.json:7  error  DECL_TYPE  at trackers.a.secure',
    '    Expected true',
    '    Write true',
    'candor.json  warning  LINT_LOG_MISSING',
    '    No log',
    '1 error, 1 warning',
  ]);
  expect(formatIssues([], plain)).toBe('0 errors, 0 warnings');
});

test('X6 colour marks severity and hint only where it is wanted', () => {
  expect(formatIssue(error, { ...plain, color: true })).toBe(
    'candor.json:7  \u001b[31merror\u001b[0m  DECL_TYPE  at trackers.a.secure\n    Expected true\n    \u001b[2mWrite true\u001b[0m',
  );
  expect(formatIssue(warning, { ...plain, color: true })).toContain('\u001b[33mwarning\u001b[0m');
});

test('X25 control and direction characters are shown, not obeyed', () => {
  const hostile: Issue = { code: 'X', path: 'a\u001b]0;b', message: 'c\u0007\r\nd', hint: 'e\u202ef\u009b', severity: 'error' };
  expect(formatIssue(hostile, plain)).toBe('candor.json  error  X  at a\\u001b]0;b\n    c\\u0007\\u000d\\u000ad\n    e\\u202ef\\u009b');
});
