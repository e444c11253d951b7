// `candor diff`: what changed between two declarations, and who must be asked again.
import type { Difference } from '@candor/core';
import { diffDeclarations } from '@candor/core';
import { requireDeclaration } from '../load-declaration.ts';
import type { Verb } from '../verb.ts';

function formatDifference(difference: Difference): string {
  if (difference.kind === 'same') return 'The declarations are the same';
  const changes = difference.changes.map(({ path, message, material }) => `${material ? 'material' : 'cosmetic'}  ${path}: ${message}`);
  const questions = difference.askAgain.map(({ purpose, reasons }) => `ask again: ${purpose} (${reasons.join('; ')})`);
  const conclusion =
    difference.kind === 'material' ? 'Material: visitors must be asked again as listed' : 'Cosmetic: nobody needs to be asked again';
  return [...changes, ...questions, conclusion].join('\n');
}

/** The verb `diff`. */
export const diffVerb: Verb = {
  usage: 'candor diff BEFORE AFTER [--json]',
  details: 'Exit: 0 same or cosmetic · 1 material · 2 bad usage or input',
  options: {},
  takes: [2, 2],
  run: async ({ values, positionals, terminal }) => {
    const before = await requireDeclaration(positionals[0]);
    const after = await requireDeclaration(positionals[1]);
    const difference = diffDeclarations(before.declaration, after.declaration);
    terminal.out(values['json'] === true ? JSON.stringify(difference, null, 2) : formatDifference(difference));
    return difference.kind === 'material' ? 1 : 0;
  },
};
