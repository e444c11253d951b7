import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeChoice, encodeChoice } from '../../src/consent/choice-codec.ts';
import type { Answer, Choice } from '../../src/consent/types.ts';

const state = fc.constantFrom<Answer['state']>('granted', 'denied', 'objected');
const declaration = fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9a-f]{12}$/));
const letters = '0123456789abcdefghijklmnopqrstuvwxyzGDO._-';

function choices(bounds: {
  readonly number: number;
  readonly at: number;
  readonly ownTimes: boolean;
  readonly size: number;
}): fc.Arbitrary<Choice> {
  const whole = fc.integer({ min: 0, max: bounds.number });
  const time = fc.integer({ min: 0, max: bounds.at });
  const own = bounds.ownTimes ? fc.option(time, { nil: undefined }) : fc.constant(undefined);
  const entries = fc.uniqueArray(fc.tuple(whole, state, whole, own), {
    selector: ([number]) => number,
    maxLength: bounds.size,
    minLength: 0,
  });
  return fc.tuple(entries, time, declaration).map(([list, at, id]) => ({
    answers: Object.fromEntries(
      list.map(([number, given, revision, answeredAt]) => [
        number,
        answeredAt === undefined || answeredAt === at ? { state: given, revision } : { state: given, revision, at: answeredAt },
      ]),
    ),
    at,
    declaration: id,
  }));
}

test('C1 decode is the inverse of encode', () => {
  fc.assert(
    fc.property(choices({ number: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER, ownTimes: true, size: 20 }), (choice) => {
      expect(decodeChoice(encodeChoice(choice))).toEqual({ ok: true, value: choice });
    }),
  );
});

test('C2 what decodes encodes to itself: one choice, one text', () => {
  const near = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 });
  const changed = fc
    .tuple(
      choices({ number: 50, at: 100, ownTimes: true, size: 4 }),
      fc.nat(),
      near.map((text) => text.slice(0, 2)),
    )
    .map(([choice, at, extra]) => {
      const text = encodeChoice(choice);
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + extra + text.slice(cut + (at % 3));
    });
  fc.assert(
    fc.property(
      fc.oneof(
        near.map((text) => `1.0..${text}`),
        near,
        fc.string(),
        changed,
      ),
      (value) => {
        const decoded = decodeChoice(value);
        if (decoded.ok) expect(encodeChoice(decoded.value)).toBe(value);
      },
    ),
    { numRuns: 2000 },
  );
});

test('C3 twelve purposes fit in 200 bytes of cookie-octets', () => {
  const wide = choices({ number: 2 ** 31 - 1, at: Number.MAX_SAFE_INTEGER, ownTimes: false, size: 12 });
  const timed = choices({ number: 36 ** 2 - 1, at: 36 ** 7 - 1, ownTimes: true, size: 12 });
  fc.assert(
    fc.property(fc.oneof(wide, timed), (choice) => {
      const value = encodeChoice(choice);
      expect(value.length).toBeLessThanOrEqual(200);
      expect(value).toMatch(/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/);
    }),
  );
});
