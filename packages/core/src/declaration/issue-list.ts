// Collects issues up to a limit, so that a hostile text costs no more than an honest one.
import type { Issue } from '../base/result.ts';
import type { DeclarationCode } from './codes.ts';
import { hintFor } from './hints.ts';
import type { Path } from './path.ts';
import { formatPath } from './path.ts';

/** What an issue says beside its code and path. */
export type Complaint = { readonly message: string; readonly hint?: string; readonly line?: number; readonly severity?: Issue['severity'] };

/** A list that stops growing at its limit and then says so. */
export type IssueList = {
  readonly add: (code: DeclarationCode, path: Path, complaint: Complaint) => void;
  readonly full: () => boolean;
  readonly list: () => readonly Issue[];
};

/** An empty list of up to 100 issues, and one more that says so when there were more. `lineOf` finds lines where there was a text. */
export function createIssueList(lineOf?: (path: Path) => number): IssueList {
  const limit = 100;
  const issues: Issue[] = [];
  let left = 0;
  return {
    add: (code, path, { severity = 'error', hint = hintFor(code), ...rest }) => {
      const line = lineOf === undefined ? {} : { line: lineOf(path) };
      if (issues.length < limit) issues.push({ code, path: formatPath(path), severity, hint, ...line, ...rest });
      else left += 1;
    },
    full: () => left > 0,
    list: () => (left === 0 ? issues : [...issues, tooMany(limit)]),
  };
}

function tooMany(limit: number): Issue {
  const message = `More than ${limit} issues were found, the rest is not listed`;
  return { code: 'DECL_TOO_MANY', path: '', message, hint: 'Fix those listed and check again', severity: 'error' };
}
