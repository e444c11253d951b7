// Issues as a person reads them: where, what, what to do.
import type { Issue } from '@candor/core';

const paint = (text: string, code: number, color: boolean): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text);

/** One issue in two or three lines. */
export function formatIssue(issue: Issue, options: { readonly file: string; readonly color: boolean }): string {
  const line = issue.line === undefined ? '' : `:${issue.line}`;
  const severity = issue.severity === 'error' ? paint('error', 31, options.color) : paint('warning', 33, options.color);
  const head = `${options.file}${line}  ${severity}  ${issue.code}${issue.path === '' ? '' : `  at ${issue.path}`}`;
  const hint = issue.hint === undefined ? '' : `\n    ${paint(issue.hint, 2, options.color)}`;
  return `${head}\n    ${issue.message}${hint}`;
}

/** All issues, errors first, and a closing count. */
export function formatIssues(issues: readonly Issue[], options: { readonly file: string; readonly color: boolean }): string {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity !== 'error');
  const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}, ${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`;
  return [...[...errors, ...warnings].map((issue) => formatIssue(issue, options)), count].join('\n');
}
