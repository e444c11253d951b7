import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyAction } from '../../src/consent/apply-action.ts';
import { decodeChoice, encodeChoice } from '../../src/consent/choice-codec.ts';
import { resolveConsent } from '../../src/consent/resolve-consent.ts';
import type { Choice, ConsentAction } from '../../src/consent/types.ts';
import { day, declarationId, now, shortId, site } from './declarations.ts';

function apply(action: ConsentAction, choice: Choice | null = null): Choice | null {
  return applyAction(site, { declarationId, profile: 'eu-base', choice, action, now });
}

const earlier: Choice = {
  answers: { 2: { state: 'granted', revision: 3 }, 3: { state: 'granted', revision: 1 }, 77: { state: 'denied', revision: 1, at: 5 } },
  at: now - day,
  declaration: 'ffffffffffff',
};

test('C14 accept all grants everything that is not exempt, at its present revision', () => {
  expect(apply({ do: 'accept-all' })).toEqual({
    answers: {
      2: { state: 'granted', revision: 3 },
      3: { state: 'granted', revision: 1 },
      4: { state: 'granted', revision: 1 },
      5: { state: 'granted', revision: 1 },
    },
    at: now,
    declaration: shortId,
  });
});

test('C14 reject all denies what is asked for and objects to what runs unasked, but leaves what runs on notice alone', () => {
  expect(apply({ do: 'reject-all' })?.answers).toEqual({
    2: { state: 'denied', revision: 3 },
    3: { state: 'objected', revision: 1 },
    4: { state: 'objected', revision: 1 },
  });
});

test('C14 save grants exactly the purposes named and refuses the others; unknown and exempt ids change nothing', () => {
  expect(apply({ do: 'save', grants: ['asked', 'needed', 'nonsense', '__proto__'] })?.answers).toEqual({
    2: { state: 'granted', revision: 3 },
    3: { state: 'objected', revision: 1 },
    4: { state: 'objected', revision: 1 },
  });
});

test('C14b grant says yes to what it names and leaves the rest unanswered', () => {
  expect(apply({ do: 'grant', purposes: ['asked', 'needed', 'nonsense'] })?.answers).toEqual({ 2: { state: 'granted', revision: 3 } });
  const kept = apply({ do: 'grant', purposes: ['told'] }, earlier);
  expect(kept?.answers).toMatchObject({ 2: { at: now - day }, 5: { state: 'granted' } });
  expect(kept?.answers).not.toHaveProperty('4');
});

test('C15 what runs on notice alone is refused by name only, and a later yes lifts that', () => {
  const refused = apply({ do: 'object', purposes: ['told'] });
  expect(refused?.answers[5]).toMatchObject({ state: 'objected' });
  expect(apply({ do: 'withdraw', purposes: 'all' })?.answers[5]).toBeUndefined();
  expect(apply({ do: 'save', grants: [] }, refused)?.answers[5]).toMatchObject({ state: 'objected' });
  expect(apply({ do: 'save', grants: ['told'] }, refused)?.answers[5]).toMatchObject({ state: 'granted' });
  expect(apply({ do: 'accept-all' }, refused)?.answers[5]).toMatchObject({ state: 'granted' });
});

test('C15 withdraw takes back what is named and does not renew the rest', () => {
  expect(apply({ do: 'withdraw', purposes: ['asked'] }, earlier)?.answers).toEqual({
    2: { state: 'denied', revision: 3 },
    3: { state: 'granted', revision: 1, at: now - day },
    77: { state: 'denied', revision: 1, at: 5 },
  });
  const all = apply({ do: 'withdraw', purposes: 'all' }, earlier);
  expect(
    Object.values(resolveConsent(site, { profile: 'eu-base', choice: all, gpc: false, now }).purposes).filter(
      (decision) => decision.allowed,
    ),
  ).toHaveLength(2);
  expect(resolveConsent(site, { profile: 'eu-base', choice: all, gpc: false, now }).ask).toBe(false);
});

test('C15 to object is a no to what runs unasked; consents stay unless they are named', () => {
  expect(apply({ do: 'object', purposes: 'all' }, earlier)?.answers).toMatchObject({
    2: { state: 'granted', revision: 3, at: now - day },
    3: { state: 'objected', revision: 1 },
    4: { state: 'objected' },
  });
  expect(apply({ do: 'object', purposes: ['asked', 'told'] }, earlier)?.answers).toMatchObject({
    2: { state: 'denied' },
    5: { state: 'objected' },
  });
  expect(apply({ do: 'object', purposes: ['told'] }, earlier)?.answers).not.toHaveProperty('4');
});

test('C15 forget is the only action that leaves no choice', () => {
  expect(apply({ do: 'forget' }, earlier)).toBeNull();
});

test('C15 answers to purposes that this declaration does not know survive every action', () => {
  for (const action of [{ do: 'accept-all' }, { do: 'reject-all' }, { do: 'save', grants: [] }] as const) {
    expect(apply(action, earlier)?.answers[77]).toEqual({ state: 'denied', revision: 1, at: 5 });
  }
});

test('C14 C15 any sequence of actions gives a choice that the cookie can hold, and the same action twice is once', () => {
  const ids = fc.subarray(['needed', 'asked', 'counted', 'sold', 'told', 'unknown']);
  const many = fc.oneof(ids, fc.constant<'all'>('all'));
  const action: fc.Arbitrary<ConsentAction> = fc.oneof(
    fc.constant<ConsentAction>({ do: 'accept-all' }),
    fc.constant<ConsentAction>({ do: 'reject-all' }),
    ids.map((grants): ConsentAction => ({ do: 'save', grants })),
    ids.map((purposes): ConsentAction => ({ do: 'grant', purposes })),
    many.map((purposes): ConsentAction => ({ do: 'withdraw', purposes })),
    many.map((purposes): ConsentAction => ({ do: 'object', purposes })),
    fc.constant<ConsentAction>({ do: 'forget' }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(action, fc.nat(1000)), { maxLength: 6 }), action, (steps, last) => {
      let choice: Choice | null = null;
      let clock = now;
      for (const [step, later] of steps) {
        clock += later;
        choice = applyAction(site, { declarationId, profile: 'eu-base', choice, action: step, now: clock });
        if (choice !== null) expect(decodeChoice(encodeChoice(choice))).toEqual({ ok: true, value: choice });
      }
      const once = applyAction(site, { declarationId, profile: 'eu-base', choice, action: last, now: clock });
      expect(applyAction(site, { declarationId, profile: 'eu-base', choice: once, action: last, now: clock })).toEqual(once);
    }),
  );
});
