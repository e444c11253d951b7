import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/base/canonical-json.ts';
import { encodeCanonicalJson } from '../../src/base/canonical-json.ts';

// JSON has no negative zero: the canonical form of -0 is 0 (RFC 8785, section 3.2.2.3), which is equal but not the same.
const json = fc.jsonValue({ stringUnit: 'binary' }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

test('B4 the canonical form parses to an equal value and is a fixed point', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = encodeCanonicalJson(value);
      const parsed = JSON.parse(text) as Json;
      expect(parsed).toEqual(value);
      expect(encodeCanonicalJson(parsed)).toBe(text);
    }),
  );
});

test('B4 the order in which keys were written does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<Json>), fc.infiniteStream(fc.nat()), (record, picks) => {
      const entries = Object.entries(record);
      const shuffled = entries.toSorted(() => ((picks.next().value as number) % 2) - 0.5);
      expect(encodeCanonicalJson(Object.fromEntries(shuffled))).toBe(encodeCanonicalJson(Object.fromEntries(entries)));
    }),
  );
});
