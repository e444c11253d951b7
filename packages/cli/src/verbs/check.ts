// `candor check`: parses, lints and compares with what is published.
import { countTrackers } from '@candor/catalog';
import type { Issue } from '@candor/core';
import { checkAgainst, checkNotice, checkPolicy, checkProjections, lintDeclaration } from '@candor/core';
import { findDeclarationFile, usualFiles } from '../find-declaration.ts';
import { lookUpIssues } from '../known-trackers.ts';
import { findPlaceholders } from '../left-to-fill-in.ts';
import type { LoadedDeclaration } from '../load-declaration.ts';
import { loadDeclaration, requireDeclaration, showPath } from '../load-declaration.ts';
import { formatIssues } from '../print-issues.ts';
import type { Verb, VerbInput } from '../verb.ts';
import { textOf, toJson } from '../verb.ts';

async function findIssues(loaded: LoadedDeclaration, against: string | undefined): Promise<readonly Issue[]> {
  const { declaration } = loaded;
  const published = against === undefined ? undefined : await requireDeclaration(against);
  return loaded.locate([
    ...loaded.warnings,
    ...findPlaceholders(declaration),
    ...lintDeclaration(declaration),
    ...checkPolicy(declaration),
    ...checkNotice(declaration),
    ...checkProjections(declaration),
    ...lookUpIssues(declaration),
    ...(published === undefined ? [] : checkAgainst(published.declaration, declaration)),
  ]);
}

// What the names were held against, and how much of that was read in the owner's own document.
function catalogLine(): string {
  const { total, verified } = countTrackers();
  return `held against ${total} known trackers, ${verified} of them read in their owner’s own document`;
}

async function check({ values, positionals, terminal }: VerbInput): Promise<number> {
  const path = await findDeclarationFile(positionals[0]);
  const file = showPath(path);
  const loaded = await loadDeclaration(path);
  const issues = loaded.ok ? await findIssues(loaded.value, textOf(values, 'against')) : loaded.issues;
  const id = loaded.ok ? loaded.value.id : null;
  if (values['json'] === true) terminal.out(toJson({ file, id, issues }));
  else {
    terminal.out(formatIssues(issues, { file, color: terminal.color }));
    if (id !== null) terminal.out(`declaration ${id}\n${catalogLine()}`);
  }
  if (id === null) return 2;
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The verb `check`. */
export const checkVerb: Verb = {
  takes: '[FILE]',
  count: [0, 1],
  json: 'The file, the declaration’s id and its issues as JSON',
  options: {
    against: { type: 'string', value: 'FILE', says: 'A published declaration: a material change must raise the revision of its purposes' },
  },
  notes: ['FILE is TypeScript or JavaScript that exports a declaration, or JSON.', `Without it: the first of ${usualFiles.join(', ')}.`],
  exits: { 0: 'No errors', 1: 'Lint errors', 2: 'Not a declaration at all, or bad usage' },
  run: check,
};
