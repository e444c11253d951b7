import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeChoice, encodeChoice } from '../../src/consent/choice-codec.ts';
import type { Declaration } from '../../src/declaration/types.ts';
import { adoptForeignChoice } from '../../src/switching/adopt-foreign-choice.ts';
import type { ForeignChoice } from '../../src/switching/foreign-choice.ts';
import { foreignRemovals } from '../../src/switching/foreign-removals.ts';
import { readForeignChoices } from '../../src/switching/read-foreign-choices.ts';
import { day, declarationId, now, site } from '../consent/declarations.ts';
import * as records from './records.ts';

const names = ['klaro', 'orejime', 'eu-consent', 'tarteaucitron', 'cc_cookie', 'CookieConsent', 'OptanonConsent', 'OptanonAlertBoxClosed'];
const samples = Object.values(records).filter((record) => typeof record === 'string');

/** A real record with a piece cut out and another put in, or any text. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
  fc.json().map(encodeURIComponent),
  fc
    .tuple(fc.constantFrom(...samples), fc.nat(400), fc.nat(40), fc.string({ maxLength: 10 }))
    .map(([sample, at, length, piece]) => sample.slice(0, at) + piece + sample.slice(at + length)),
);
const cookie = fc.record({ name: fc.oneof(fc.constantFrom(...names), fc.string()), value });

test('X5 no text in any place throws, is found more than 16 times, or leaves by another line than a deletion', () => {
  fc.assert(
    fc.property(fc.array(cookie, { maxLength: 30 }), fc.option(value), fc.string(), (cookies, stored, host) => {
      const found = readForeignChoices({ cookies, local: () => stored });
      expect(found.length).toBeLessThanOrEqual(16);
      adoptForeignChoice(site, { found, profile: 'eu-base', declarationId, now });
      for (const line of foreignRemovals(found, { host }).lines)
        expect(line).toMatch(/^[\w-]+=; Path=\/(; Domain=[a-zA-Z\d.-]+)?; Max-Age=0$/);
    }),
    { numRuns: 1000 },
  );
});

const ids = ['asked', 'counted', 'sold', 'told', 'needed', 'analytics', 'marketing', 'necessary', 'matomo', 'gtag'];
const choices: fc.Arbitrary<ForeignChoice> = fc.record({
  tool: fc.constantFrom('klaro' as const, 'orejime' as const),
  places: fc.constant([]),
  at: fc.option(fc.integer({ min: 0, max: now + 400 * day })),
  answers: fc.array(fc.record({ id: fc.constantFrom(...ids), state: fc.constantFrom('granted' as const, 'denied' as const) }), {
    maxLength: 8,
  }),
});
const purposes = fc.uniqueArray(fc.constantFrom('asked', 'counted', 'sold', 'told', 'needed'), { maxLength: 3 });
const mapping = fc.dictionary(fc.constantFrom(...ids), purposes, { maxKeys: 4 });
const declarations: fc.Arbitrary<Declaration> = fc
  .record({ klaro: mapping, orejime: mapping })
  .map((switching) => ({ ...site, switching }));

test('X6 X7 X10 no purpose is granted that a record refuses, or that no record grants by its id or a mapping', () => {
  fc.assert(
    fc.property(declarations, fc.array(choices, { maxLength: 3 }), (declaration, found) => {
      const choice = adoptForeignChoice(declaration, { found, profile: 'eu-base', declarationId, now });
      for (const [id, { number }] of Object.entries(declaration.purposes)) {
        if (choice?.answers[number]?.state !== 'granted') continue;
        const about = found.flatMap(({ tool, answers }) => {
          const mapped = declaration.switching?.[tool] ?? {};
          return answers.filter((answer) => (Object.hasOwn(mapped, answer.id) ? mapped[answer.id]?.includes(id) : answer.id === id));
        });
        expect(about.length).toBeGreaterThan(0);
        expect(about.every(({ state }) => state === 'granted')).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('X11 X12 what is adopted is kept by the cookie as it is, and nothing in it is later than now', () => {
  fc.assert(
    fc.property(declarations, fc.array(choices, { maxLength: 3 }), (declaration, found) => {
      const choice = adoptForeignChoice(declaration, { found, profile: 'eu-base', declarationId, now });
      if (choice === null) return;
      expect(decodeChoice(encodeChoice(choice))).toEqual({ ok: true, value: choice });
      for (const at of [choice.at, ...Object.values(choice.answers).map((answer) => answer.at ?? 0)]) expect(at).toBeLessThanOrEqual(now);
    }),
    { numRuns: 1000 },
  );
});

test('X10 the order of records changes nothing', () => {
  fc.assert(
    fc.property(declarations, fc.array(choices, { maxLength: 3 }), (declaration, found) => {
      const options = { profile: 'eu-base', declarationId, now } as const;
      expect(adoptForeignChoice(declaration, { ...options, found: found.toReversed() })).toEqual(
        adoptForeignChoice(declaration, { ...options, found }),
      );
    }),
  );
});
