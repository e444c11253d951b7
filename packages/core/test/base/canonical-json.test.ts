import { expect, test } from 'vitest';
import type { Json } from '../../src/base/canonical-json.ts';
import { encodeCanonicalJson } from '../../src/base/canonical-json.ts';

// The value and the bytes of RFC 8785 §3.2.2 and §3.2.3.
test('B4 the example of RFC 8785 comes out as the RFC writes it', () => {
  const value = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\/',
    literals: [null, true, false],
  };
  expect(encodeCanonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('B4 keys are sorted by UTF-16 code units', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(Object.values(JSON.parse(encodeCanonicalJson(value)))).toContain(4);
  expect([...encodeCanonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('2467153');
});

test('B4 minus zero is zero', () => {
  expect(encodeCanonicalJson(-0)).toBe('0');
});

test('B5 a property that is undefined is absent', () => {
  expect(encodeCanonicalJson({ b: 1, a: undefined } as unknown as Json)).toBe('{"b":1}');
});

test.each([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a lone surrogate', 'a\ud800'],
  ['a lone surrogate in a key', { '\udc00': 1 }],
  ['a function', (() => 0) as unknown as Json],
  ['undefined in a list', [undefined] as unknown as Json],
])('B5 %s has no canonical form', (_name, value: Json) => {
  expect(() => encodeCanonicalJson(value)).toThrow(expect.objectContaining({ code: 'CANDOR_BUG_NOT_CANONICAL' }));
});
