import { createSeededBytes } from '@candor/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCsrfSecret, maskCsrfSecret, matchCsrfToken, readCsrfSecret } from '../src/accounts/csrf-token.ts';

const secrets = fc.integer({ min: 1 }).map((seed) => createCsrfSecret(createSeededBytes(seed)));

test('P64 a masked token unmasks to its secret, and no two masks of it look alike', () => {
  fc.assert(
    fc.property(secrets, fc.integer({ min: 1 }), (secret, seed) => {
      const random = createSeededBytes(seed);
      const first = maskCsrfSecret(secret, random);
      const second = maskCsrfSecret(secret, random);
      expect(first).toMatch(/^[a-zA-Z0-9]{64}$/);
      expect(first).not.toBe(second);
      expect(readCsrfSecret(first)).toBe(secret);
      expect(matchCsrfToken(first, second)).toBe(true);
      expect(matchCsrfToken(first, secret)).toBe(true);
    }),
  );
});

test('P64 a token of another secret, or with one character changed, does not match', () => {
  fc.assert(
    fc.property(secrets, secrets, fc.nat(63), (secret, other, at) => {
      const random = createSeededBytes(9);
      const token = maskCsrfSecret(secret, random);
      fc.pre(secret !== other);
      expect(matchCsrfToken(token, other)).toBe(false);
      const changed = token.slice(0, at) + (token[at] === 'a' ? 'b' : 'a') + token.slice(at + 1);
      expect(matchCsrfToken(changed, secret)).toBe(false);
    }),
  );
});

test('P64 a token masked by Django 4 is read', () => {
  // Mask of thirty-two "b" (1), cipher = secret + 1 at each position.
  expect(readCsrfSecret(`${'b'.repeat(32)}${'bcdefghijklmnopqrstuvwxyzABCDEFG'}`)).toBe('abcdefghijklmnopqrstuvwxyzABCDEF');
  expect(readCsrfSecret(`${'b'.repeat(32)}${'a'.repeat(32)}`)).toBe('9'.repeat(32));
});

test('P64 what is not 32 or 64 letters and digits is no secret', () => {
  for (const value of ['', 'a'.repeat(31), 'a'.repeat(33), 'a'.repeat(63), `${'a'.repeat(31)}-`, `${'a'.repeat(31)}é`]) {
    expect(readCsrfSecret(value)).toBeNull();
  }
});
