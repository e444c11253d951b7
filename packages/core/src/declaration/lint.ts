// What is well formed and still wrong, or worth a look. The rows are the rules; this only runs them.
import type { Issue } from '../base/result.ts';
import { purposeLints } from './lint-purposes.ts';
import type { LintRow } from './lint-row.ts';
import { siteLints } from './lint-site.ts';
import { trackerLints } from './lint-trackers.ts';
import { formatPath } from './path.ts';
import type { Declaration } from './types.ts';

/** Every lint with its stable code, in the order reported. */
export const declarationLints: readonly LintRow[] = [...siteLints, ...purposeLints, ...trackerLints];

/** What the lints say about a checked declaration, by lint and then in the order declared. `locateIssues` adds lines. */
export function lintDeclaration(declaration: Declaration): readonly Issue[] {
  return declarationLints.flatMap(({ code, severity, message, hint, find }) =>
    find(declaration).map(({ path, about }) => ({
      code,
      path: formatPath(path),
      message: message.replace('{about}', () => about ?? ''),
      hint,
      severity,
    })),
  );
}
