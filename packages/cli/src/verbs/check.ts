// `candor check`: parses, lints and compares with what is published.
import type { Issue } from '@candor/core';
import { checkAgainst, checkNotice, checkPolicy, lintDeclaration } from '@candor/core';
import { lookUpIssues } from '../known-trackers.ts';
import { findDeclarationFile, loadDeclaration, requireDeclaration } from '../load-declaration.ts';
import { formatIssues } from '../print-issues.ts';
import type { Verb } from '../verb.ts';
import { textOf } from '../verb.ts';

const hasErrors = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === 'error');

/** The verb `check`. */
export const checkVerb: Verb = {
  usage: 'candor check [file] [--against PUBLISHED] [--json]',
  details: [
    'file       candor.config.ts or a JSON file; without it the first of candor.config.ts, .mjs, .js, candor.json',
    '--against  a published declaration: fails when a material change did not raise a purpose’s revision',
    '--json     issues as JSON on standard output',
    '',
    'Exit: 0 no errors · 1 lint errors · 2 not a declaration at all',
  ].join('\n'),
  options: { against: { type: 'string' } },
  takes: [0, 1],
  run: async ({ values, positionals, terminal }) => {
    const file = await findDeclarationFile(positionals[0]);
    const loaded = await loadDeclaration(file);
    const against = textOf(values, 'against');
    const published = against === undefined ? undefined : await requireDeclaration(against);
    const issues = loaded.ok
      ? [
          ...loaded.value.warnings,
          ...lintDeclaration(loaded.value.declaration),
          ...checkPolicy(loaded.value.declaration),
          ...checkNotice(loaded.value.declaration),
          ...lookUpIssues(loaded.value.declaration),
          ...(published === undefined ? [] : checkAgainst(published.declaration, loaded.value.declaration)),
        ]
      : loaded.issues;
    if (values['json'] === true) {
      terminal.out(JSON.stringify({ file, id: loaded.ok ? loaded.value.id : null, issues }, null, 2));
    } else {
      terminal.out(formatIssues(issues, { file: positionals[0] ?? file, color: terminal.color }));
      if (loaded.ok) terminal.out(`declaration ${loaded.value.id}`);
    }
    if (!loaded.ok) return 2;
    return hasErrors(issues) ? 1 : 0;
  },
};
