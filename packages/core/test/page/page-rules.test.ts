import { referenceDeclaration } from '@candor/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConsentState } from '../../src/consent/types.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { compileEnforcement } from '../../src/enforce/compile-enforcement.ts';
import { decide } from '../../src/enforce/decide.ts';
import type { Enforcement, TrackerRule } from '../../src/enforce/types.ts';
import { compilePageRules } from '../../src/page/page-rules.ts';
import { compilePageState } from '../../src/page/page-state.ts';
import { decisionDeclaration } from '../enforce/decision-declaration.ts';
import { decisionQuestions } from '../enforce/decisions.ts';

const rules = compileEnforcement(decisionDeclaration);
const purposes = Object.keys(decisionDeclaration.purposes);

function allowing(allowed: readonly string[]): ConsentState {
  const decisions = purposes.map((id) => [id, { state: 'unset', allowed: allowed.includes(id), reason: 'granted', ask: false }] as const);
  return { profile: 'eu-base', gpc: false, purposes: Object.fromEntries(decisions), ask: false };
}

const everyAnswer = (held: Enforcement, consent: ConsentState): readonly string[] =>
  Object.entries(decisionQuestions).map(([id, question]) => {
    const { code, append = '' } = decide(held, consent, question);
    return `${id}: ${code}${append}`;
  });

test('S1 under the rules of a page every question has the same code, whatever is allowed', () => {
  fc.assert(
    fc.property(fc.subarray(purposes), (allowed) => {
      expect(everyAnswer(compilePageRules(rules), allowing(allowed))).toEqual(everyAnswer(rules, allowing(allowed)));
    }),
    { numRuns: 40 },
  );
});

test('S1 also when rules differ in nothing but their names, and when there are several of one name', () => {
  const named = rules.trackers.flatMap((rule): readonly TrackerRule[] =>
    rule.kind === 'request' ? [rule] : [rule, { ...rule, id: `${rule.id}-too`, names: [{ exact: 'another' }] }],
  );
  fc.assert(
    fc.property(fc.subarray([...named], { minLength: 1 }), fc.subarray(purposes), (trackers, allowed) => {
      const held: Enforcement = { ...rules, trackers };
      expect(everyAnswer(compilePageRules(held), allowing(allowed))).toEqual(everyAnswer(held, allowing(allowed)));
    }),
    { numRuns: 60 },
  );
});

test('S2 rules that differ only in what they name are one, and nothing that is named is lost', () => {
  const whole = compileEnforcement(referenceDeclaration());
  const short = compilePageRules(whole);
  const namesOf = ({ trackers }: Enforcement): readonly string[] =>
    trackers.flatMap((rule) => (rule.kind === 'request' ? rule.match.hosts : rule.names.map((name) => JSON.stringify(name)))).toSorted();
  expect(namesOf(short)).toEqual(namesOf(whole));
  expect(short.trackers.length).toBeLessThan(whole.trackers.length);
  expect(short.trackers.every(({ id }) => id === '')).toBe(true);
  expect(short.declaration).toBe(whole.declaration.slice(0, 12));
});

test('S3 inline scripts of other scripts: none, those with a nonce, or as the policy of the page says', () => {
  const inlineOf = (scripts: Declaration['scripts']): string => {
    const declaration = { ...referenceDeclaration(), scripts };
    const files = { more: '/more.js', words: '/words' };
    return compilePageState(declaration, { enforcement: rules, consent: allowing([]), files, projections: {} }).inline;
  };
  const hashes = [{ sha256: 'qmmnKw9M1t+rCJSMTVS2n+IboJd9rwpD5uyoAf3m274=', purposes: ['platform'] }];
  expect(inlineOf({ inline: 'hashes', hashes: [] })).toBe('none');
  expect(inlineOf({ inline: 'hashes', hashes })).toBe('any');
  expect(inlineOf({ inline: 'origin-nonce', hashes: [] })).toBe('nonce');
  expect(inlineOf({ inline: 'unsafe-inline', hashes: [] })).toBe('any');
});

test('S4 the state is plain JSON, and says nothing of signals where none are declared', () => {
  const options = { enforcement: rules, consent: allowing([]), files: { more: '/more.js', words: '/words' } };
  const state = compilePageState(decisionDeclaration, { ...options, projections: {} });
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  expect('projections' in state).toBe(false);
  expect(compilePageState(decisionDeclaration, { ...options, projections: { a: 1 } }).projections).toEqual({ a: 1 });
});
