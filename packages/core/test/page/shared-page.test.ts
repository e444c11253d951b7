import { referenceDeclaration } from '@candor/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { Choice } from '../../src/consent/types.ts';
import { profileIds } from '../../src/declaration/language.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { compileEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { compilePageState } from '../../src/page/page-state.ts';
import { compileSharedConsent, declareLive } from '../../src/page/shared-page.ts';
import { everything } from '../declaration/everything.ts';
import { portal } from '../declaration/portal.ts';

const because = { source: 'https://law.example', asOf: '2026-07-01', verified: true };
const exempt = { kind: 'exempt', ground: 'Security', because } as const;

function allowedIn(declaration: Declaration): readonly string[] {
  const { purposes } = compileSharedConsent(declaration);
  return Object.keys(purposes).filter((id) => purposes[id]?.allowed);
}

test('S6 what is exempt under every profile is allowed, and nothing else', () => {
  const exempted = Object.entries(portal().purposes).filter(([, { basis }]) => Object.values(basis).every(({ kind }) => kind === 'exempt'));
  expect(allowedIn(portal())).toEqual(exempted.map(([id]) => id));
  expect(allowedIn(portal()).length).toBeGreaterThan(0);
  expect(compileSharedConsent(portal()).ask).toBe(false);
});

test('S6 what is exempt under one profile only, or where all are offered but not for everybody, is not', () => {
  // Audience statistics are exempt where offered profiles say so; under an unknown one they are not.
  expect(allowedIn(portal({ 'purposes.audience.basis': { default: exempt } }))).not.toContain('audience');
  expect(allowedIn(everything)).toEqual(['a']);
  const basis = { default: exempt, de: { kind: 'consent' } } as const;
  const only = Object.entries(everything.purposes).map(([id, purpose]) => [id, { ...purpose, basis }]);
  expect(allowedIn({ ...everything, purposes: Object.fromEntries(only) })).toEqual([]);
});

test('S6 no choice, profile or signal takes away what is allowed before they are known', () => {
  const state = fc.constantFrom('granted' as const, 'denied' as const, 'objected' as const);
  for (const declaration of [portal(), everything]) {
    const allowed = allowedIn(declaration);
    const numbers = Object.values(declaration.purposes).map(({ number }) => number);
    const choice = fc.dictionary(fc.constantFrom(...numbers.map(String)), fc.record({ state, revision: fc.constantFrom(1, 2) }));
    fc.assert(
      fc.property(fc.constantFrom(...profileIds), fc.option(choice), fc.boolean(), (profile, answers, gpc) => {
        const given: Choice | null = answers === null ? null : { answers, at: 0, declaration: '' };
        const { purposes } = resolveConsent(declaration, { profile, choice: given, gpc, now: 1 });
        for (const id of allowed) expect(purposes[id]?.allowed).toBe(true);
      }),
      { numRuns: 100 },
    );
  }
});

test('S7 the state of a shared page says so, and a yes never asks for it anew', () => {
  const declaration = { ...referenceDeclaration(), notice: { ...referenceDeclaration().notice, onGrant: 'reload' as const } };
  const consent = compileSharedConsent(declaration);
  const options = { enforcement: compileEnforcement(declaration), consent, files: { more: '/m.js', words: '/w' }, projections: {} };
  expect(compilePageState(declareLive(declaration), { ...options, shared: true })).toMatchObject({
    shared: true,
    onGrant: 'live',
    consent,
  });
  expect('shared' in compilePageState(declaration, options)).toBe(false);
});
