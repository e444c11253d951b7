import { createHmac } from 'node:crypto';
import { encodeHex, encodeUtf8 } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256 } from '../src/hmac.ts';

test('L10 HMAC-SHA256 gives the answer of RFC 4231, test case 2', () => {
  const mac = hmacSha256(encodeUtf8('Jefe'), encodeUtf8('what do ya want for nothing?'));
  expect(encodeHex(mac)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

test('L10 HMAC-SHA256 agrees with the platform for keys of every length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), fc.uint8Array({ maxLength: 200 }), (key, message) => {
      expect(encodeHex(hmacSha256(key, message))).toBe(createHmac('sha256', key).update(message).digest('hex'));
    }),
  );
});
