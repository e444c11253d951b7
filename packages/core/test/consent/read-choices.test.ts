import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeChoice } from '../../src/consent/choice-codec.ts';
import { readChoices } from '../../src/consent/read-choices.ts';
import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { Answer, Choice } from '../../src/consent/types.ts';
import { day, now, shortId, site } from './declarations.ts';

function value(answers: Choice['answers'], at = now): string {
  return encodeChoice({ answers, at, declaration: shortId });
}

const grant: Answer = { state: 'granted', revision: 3 };
const denial: Answer = { state: 'denied', revision: 3 };

function askedIn(values: readonly string[]): { readonly allowed: boolean; readonly ask: boolean } {
  const { purposes, ask } = resolveConsent(site, { profile: 'eu-base', choice: readChoices(values), gpc: false, now });
  return { allowed: purposes['asked']?.allowed ?? true, ask };
}

test('C4 one value is read as it is, unreadable ones do not count, none is no choice', () => {
  expect(readChoices([value({ 2: grant })])).toEqual({ answers: { 2: grant }, at: now, declaration: shortId });
  expect(readChoices([value({ 2: grant }), value({ 2: grant })])).not.toHaveProperty('conflicting');
  expect(readChoices(['x', value({ 2: grant }), '']), 'unreadable').toEqual({ answers: { 2: grant }, at: now, declaration: shortId });
  expect(readChoices([])).toBeNull();
  expect(readChoices(['', 'accept', '2.0..'])).toBeNull();
});

test('C5 two values grant only what both grant, under the older revision and the earlier time', () => {
  const both = readChoices([value({ 2: grant, 7: grant }), value({ 2: { state: 'granted', revision: 2 } }, now - day)]);
  expect(both).toEqual({
    answers: { 2: { state: 'granted', revision: 2 }, 7: { state: 'denied', revision: 3, at: now } },
    at: now - day,
    declaration: shortId,
    conflicting: true,
  });
});

test('C5 a refusal in one value is kept, from its latest time', () => {
  expect(readChoices([value({ 2: grant }), value({ 2: denial }, now - day)])?.answers).toEqual({ 2: denial });
  expect(readChoices([value({ 2: denial }, now - 9), value({ 2: { state: 'objected', revision: 1 } }, now - day)])?.answers).toEqual({
    2: { state: 'objected', revision: 1, at: now - 9 },
  });
});

test('C5 a planted value neither grants nor brings back a question', () => {
  const own = value({ 2: denial }, now - day);
  for (const planted of [
    value({ 2: grant }),
    value({}, 0),
    value({ 2: denial }, 0),
    value({ 2: grant }, 0),
    value({ 2: grant }, now + 900 * day),
  ]) {
    expect(askedIn([own, planted]), planted).toEqual({ allowed: false, ask: false });
  }
  const granted = value({ 2: grant }, now - day);
  for (const planted of [value({}), value({ 2: denial }), value({ 2: grant }, 0), value({ 2: { state: 'granted', revision: 1 } })]) {
    expect(askedIn([granted, planted]), planted).toEqual({ allowed: false, ask: false });
  }
  expect(askedIn([granted, value({ 2: grant })])).toEqual({ allowed: true, ask: false });
});

test('C5 the order of the values and repeats do not matter, and the result grants no more than any of them', () => {
  const answer = fc.record({
    state: fc.constantFrom<Answer['state']>('granted', 'denied', 'objected'),
    revision: fc.integer({ min: 1, max: 3 }),
  });
  const choice = fc.tuple(
    fc.dictionary(fc.constantFrom('1', '2', '3'), answer),
    fc.integer({ min: 1, max: 20 }),
    fc.constantFrom('', shortId),
  );
  fc.assert(
    fc.property(fc.array(choice, { minLength: 1, maxLength: 4 }), (list) => {
      const values = list.map(([answers, at, declaration]) => encodeChoice({ answers: { ...answers }, at, declaration }));
      const merged = readChoices(values);
      expect(readChoices([...values].reverse())).toEqual(merged);
      expect(readChoices([...values, ...values])).toEqual(merged);
      for (const [number, { state, revision }] of Object.entries(merged?.answers ?? {})) {
        for (const [answers] of list) {
          if (state === 'granted') expect(answers[number]).toMatchObject({ state: 'granted' });
          expect(revision).toBeLessThanOrEqual(answers[number]?.revision ?? revision);
        }
      }
      for (const [answers] of list)
        for (const [number, { state }] of Object.entries(answers))
          if (state !== 'granted') expect(merged?.answers[Number(number)]?.state).not.toBe('granted');
    }),
  );
});
