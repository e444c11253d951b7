// Issues as a person reads them: where, what, what to do.
import type { Issue } from '@candor/core';

/** The file the issues are about, as it is shown, and whether to colour. */
export type IssueStyle = { readonly file: string; readonly color: boolean };

const paint = (text: string, code: number, color: boolean): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text);

// Names in a declaration come from a file that somebody else may have written: control characters must not reach the terminal.
const visible = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** One issue in two or three lines. */
export function formatIssue(issue: Issue, { file, color }: IssueStyle): string {
  const line = issue.line === undefined ? '' : `:${issue.line}`;
  const severity = issue.severity === 'error' ? paint('error', 31, color) : paint('warning', 33, color);
  const where = issue.path === '' ? '' : `  at ${visible(issue.path)}`;
  const hint = issue.hint === undefined ? [] : [`    ${paint(visible(issue.hint), 2, color)}`];
  return [`${file}${line}  ${severity}  ${issue.code}${where}`, `    ${visible(issue.message)}`, ...hint].join('\n');
}

/** All issues, errors first, and a closing count. */
export function formatIssues(issues: readonly Issue[], style: IssueStyle): string {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity !== 'error');
  const total = `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`;
  return [...[...errors, ...warnings].map((issue) => formatIssue(issue, style)), total].join('\n');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
