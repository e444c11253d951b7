import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodeBase64,
  decodeBase64Url,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeBase64Url,
  encodeHex,
  encodeUtf8,
} from '../../src/base/bytes.ts';

test('B2 what an encoder wrote is read back, and agrees with Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(decodeHex(encodeHex(bytes))).toEqual({ ok: true, value: bytes });
      expect(decodeBase64(encodeBase64(bytes))).toEqual({ ok: true, value: bytes });
      expect(decodeBase64Url(encodeBase64Url(bytes))).toEqual({ ok: true, value: bytes });
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});

test('B2 what a decoder accepts is what its encoder writes', () => {
  const character = fc.constantFrom(...'ABQgwZ09+/-_=\n ');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
      const text = characters.join('');
      const padded = decodeBase64(text);
      if (padded.ok) expect(encodeBase64(padded.value)).toBe(text);
      const url = decodeBase64Url(text);
      if (url.ok) expect(encodeBase64Url(url.value)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('B3 well-formed strings survive UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toEqual({ ok: true, value: text });
    }),
  );
});
