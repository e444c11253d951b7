// The two public generations of the policy as declarations, and what they compile to.
import { readFileSync } from 'node:fs';
import { identifyDeclaration, parseDeclaration } from '@candor/core';
import type { Declaration } from '../../src/declaration/types.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import type { PolicyView } from '../../src/policy/view.ts';
import { seedFolder } from './match-file.ts';
import { richDeclaration } from './rich-declaration.ts';

function read(name: string): Declaration {
  const parsed = parseDeclaration(readFileSync(new URL(`${name}.declaration.json`, seedFolder), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.issues.map(({ code, path, message }) => `${code} ${path} ${message}`).join('\n'));
  return parsed.value.declaration;
}

/** The older generation: its text, its four rows, no durations. */
export const older: Declaration = read('older');
/** The newer generation: durations, controller, a way to withdraw. */
export const newer: Declaration = read('newer');

const declarations = { older, newer, 'own-words': richDeclaration } as const;

/** The declarations that have golden files. */
export type Generation = keyof typeof declarations;

/** The declarations that have golden files, and the languages of those files. */
export const generations: readonly Generation[] = ['older', 'newer', 'own-words'];
export const languages: readonly string[] = ['en', 'fr'];

/** A generation's page; the older one declares the columns it had. */
export function compileGeneration(generation: Generation, language: string): PolicyView {
  const declaration = declarations[generation];
  const compiled = compilePolicy(declaration, {
    language,
    profile: declaration.profiles.default,
    declarationId: identifyDeclaration(declaration),
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}

/** A view of any declaration; fails loudly. */
export function compileView(declaration: Declaration, options: Partial<Parameters<typeof compilePolicy>[1]> = {}): PolicyView {
  const compiled = compilePolicy(declaration, {
    language: 'en',
    profile: declaration.profiles.default,
    declarationId: 'ab'.repeat(32),
    ...options,
  });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}
