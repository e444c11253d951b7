import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkToken, issueToken, maskSecret, unmaskToken } from '../src/security/csrf.ts';
import { systemRandom } from '../src/security/random.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const secret = fc.string({ unit: fc.constantFrom(...letters), minLength: 32, maxLength: 32 });

test('B5 unmasking undoes masking', () => {
  fc.assert(
    fc.property(secret, (value) => {
      const token = maskSecret(value, systemRandom);
      expect(token).toMatch(/^[A-Za-z0-9]{64}$/);
      expect(unmaskToken(token)).toBe(value);
    }),
  );
});

test('B5 two tokens of one secret are accepted for each other, tokens of two secrets are not', () => {
  fc.assert(
    fc.property(secret, secret, (one, other) => {
      fc.pre(one !== other);
      const cookies = new Map([['csrftoken', [maskSecret(one, systemRandom)]]]);
      expect(checkToken(cookies, maskSecret(one, systemRandom))).toBeNull();
      expect(checkToken(cookies, one)).toBeNull();
      expect(checkToken(cookies, maskSecret(other, systemRandom))).toBe('CSRF_TOKEN_WRONG');
    }),
  );
});

test('B5 the mask is fresh each time while the secret stays', () => {
  const first = issueToken(new Map(), systemRandom);
  const cookie = /^csrftoken=([A-Za-z0-9]{64});/.exec(first.setCookie)?.[1] ?? '';
  const second = issueToken(new Map([['csrftoken', [cookie]]]), systemRandom);
  expect(second.field).not.toBe(first.field);
  expect(unmaskToken(second.field)).toBe(unmaskToken(first.field));
  expect(unmaskToken(cookie)).toBe(unmaskToken(first.field));
});

test('B5 anything else is no token', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!/^([A-Za-z0-9]{32}|[A-Za-z0-9]{64})$/.test(text));
      expect(unmaskToken(text)).toBeNull();
      expect(checkToken(new Map([['csrftoken', [text]]]), text)).toBe('CSRF_COOKIE_MISSING');
    }),
  );
  const cookies = new Map([['csrftoken', ['A'.repeat(32)]]]);
  expect(checkToken(cookies, null)).toBe('CSRF_TOKEN_MISSING');
  expect(checkToken(cookies, '')).toBe('CSRF_TOKEN_MISSING');
  expect(checkToken(cookies, 'short')).toBe('CSRF_TOKEN_WRONG');
});
