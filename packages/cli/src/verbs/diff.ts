// `candor diff`: what changed between two declarations, and who must be asked again.
import type { Change, Difference } from '@candor/core';
import { diffDeclarations } from '@candor/core';
import { requireDeclaration } from '../load-declaration.ts';
import type { Verb } from '../verb.ts';
import { toJson } from '../verb.ts';

function formatChange({ path, code, message, material }: Change): string {
  return `${material ? 'material' : 'cosmetic'}  ${path === '' ? code : `${path}: ${code}`}\n    ${message}`;
}

function formatDifference({ kind, changes, askAgain }: Difference): string {
  if (kind === 'same') return 'The same: every value is equal';
  const conclusion = kind === 'material' ? 'Material: visitors must be asked again about' : 'Cosmetic: nobody needs to be asked again';
  const questions = askAgain.map(({ purpose, reasons }) => `  ${purpose}: ${reasons.join('; ')}`);
  return [...changes.map(formatChange), conclusion, ...questions].join('\n');
}

/** The verb `diff`. */
export const diffVerb: Verb = {
  takes: 'BEFORE AFTER',
  count: [2, 2],
  json: 'The changes and who must be asked again as JSON',
  options: {},
  exits: { 0: 'The same, or cosmetic', 1: 'Material: somebody must be asked again', 2: 'Bad usage or input' },
  run: async ({ values, positionals, terminal }) => {
    const before = await requireDeclaration(positionals[0]);
    const after = await requireDeclaration(positionals[1]);
    const difference = diffDeclarations(before.declaration, after.declaration);
    terminal.out(values['json'] === true ? toJson(difference) : formatDifference(difference));
    return difference.kind === 'material' ? 1 : 0;
  },
};
