// One lint is one row: a code, how bad it is, and where a declaration has it. Runs on checked declarations only.
import type { Issue } from '../base/result.ts';
import type { Path } from './path.ts';
import type { Basis, Declaration, Tracker } from './types.ts';

/** A place a lint found, and the words that fill its message. */
export type Finding = { readonly path: Path; readonly about?: string };

/** A rule about declarations that are well formed. `message` may hold `{about}`, which the finding fills. */
export type LintRow = {
  readonly code: `LINT_${string}`;
  readonly severity: Issue['severity'];
  readonly message: string;
  readonly hint: string;
  readonly find: (declaration: Declaration) => readonly Finding[];
};

/** Findings of every tracker for which `test` answers with a path below it. */
export function findTrackers(declaration: Declaration, test: (tracker: Tracker, id: string) => Path | null): readonly Finding[] {
  return Object.entries(declaration.trackers).flatMap(([id, tracker]) => {
    const path = test(tracker, id);
    return path === null ? [] : [{ path: ['trackers', id, ...path], about: id }];
  });
}

/** Findings of every basis of every purpose for which `test` holds. */
export function findBases(
  declaration: Declaration,
  test: (basis: Basis, category: Declaration['purposes'][string]['category']) => boolean,
): readonly Finding[] {
  return Object.entries(declaration.purposes).flatMap(([id, purpose]) =>
    Object.entries(purpose.basis)
      .filter(([, basis]) => test(basis, purpose.category))
      .map(([profile]) => ({ path: ['purposes', id, 'basis', profile], about: id })),
  );
}
