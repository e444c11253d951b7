// The notice of the declaration with something of everything.

import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { ConsentState } from '../../src/consent/types.ts';
import type { Declaration, ProfileId } from '../../src/declaration/types.ts';
import { compileNotice } from '../../src/notice/compile-notice.ts';
import type { NoticeView } from '../../src/notice/view.ts';
import { richDeclaration } from '../policy/rich-declaration.ts';

/** A stand-in for a declaration's id. */
export const declarationId: string = 'ab'.repeat(32);

/** Where the forms of the tests go and come back to. */
export const forms = { action: '/cookies/preferences', returnTo: '/datasets?q=trees&page=2' } as const;

/** A notice; fails loudly. */
export function viewOf(
  options: { readonly declaration?: Declaration; readonly language?: string; readonly profile?: ProfileId } = {},
): NoticeView {
  const { declaration = richDeclaration, language = 'en', profile = 'eu-base' } = options;
  const compiled = compileNotice(declaration, { language, profile, declarationId });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}

/** A visitor's state by purpose number: granted, denied or objected; nothing said, nothing answered. */
export function stateOf(
  answers: { readonly [number: number]: 'granted' | 'denied' | 'objected' } = {},
  options: { readonly gpc?: boolean; readonly profile?: ProfileId; readonly declaration?: Declaration } = {},
): ConsentState {
  const { gpc = false, profile = 'eu-base', declaration = richDeclaration } = options;
  const revisions = new Map(Object.values(declaration.purposes).map(({ number, revision }) => [number, revision]));
  const given = Object.entries(answers).map(([number, state]) => [number, { state, revision: revisions.get(Number(number)) ?? 1 }]);
  const choice = { answers: Object.fromEntries(given), at: 1_000_000, declaration: declarationId.slice(0, 12) };
  return resolveConsent(declaration, { profile, choice: given.length === 0 ? null : choice, gpc, now: 1_000_001 });
}
