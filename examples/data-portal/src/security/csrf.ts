// Django's masked double submit: a secret in the cookie, the same secret under a fresh mask in the form or the header.
// The mask changes with every page, so that compression cannot leak the secret (BREACH).
import { timingSafeEqual } from 'node:crypto';
import type { Cookies } from '../http/cookies.ts';
import { cookieLine, cookieValue, csrfCookie } from '../http/cookies.ts';
import type { Random } from './random.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const secretLength = 32;
const encoder = new TextEncoder();

/** What a page with a form needs: the hidden field's value and the cookie that belongs to it. */
export type IssuedToken = { readonly field: string; readonly setCookie: string };

/** Why a write was refused, in the words of the problem document. */
export type CsrfRefusal = 'CSRF_COOKIE_MISSING' | 'CSRF_TOKEN_MISSING' | 'CSRF_TOKEN_WRONG';

// Bytes of 248 and above are thrown away: 248 is 4 × 62, so that no letter is likelier than another.
function randomLetters(random: Random): string {
  let letters = '';
  while (letters.length < secretLength) {
    for (const byte of random(secretLength)) {
      if (byte < 248 && letters.length < secretLength) letters += alphabet.charAt(byte % alphabet.length);
    }
  }
  return letters;
}

function combine(text: string, mask: string, sign: 1 | -1): string {
  let result = '';
  for (let index = 0; index < secretLength; index += 1) {
    const sum = alphabet.indexOf(text.charAt(index)) + sign * alphabet.indexOf(mask.charAt(index));
    result += alphabet.charAt((sum + alphabet.length) % alphabet.length);
  }
  return result;
}

/** A secret under a fresh mask: 64 letters, mask first. */
export function maskSecret(secret: string, random: Random): string {
  const mask = randomLetters(random);
  return mask + combine(secret, mask, 1);
}

/** The secret of a token of 64 letters (masked) or 32 (bare, as newer releases store it); null for anything else. */
export function unmaskToken(token: string): string | null {
  if (/^[A-Za-z0-9]{32}$/.test(token)) return token;
  return /^[A-Za-z0-9]{64}$/.test(token) ? combine(token.slice(secretLength), token.slice(0, secretLength), -1) : null;
}

/** The token for a form: the visitor's secret, or a new one where the cookie is absent or malformed. */
export function issueToken(cookies: Cookies, random: Random): IssuedToken {
  const secret = unmaskToken(cookieValue(cookies, csrfCookie.name) ?? '') ?? randomLetters(random);
  return { field: maskSecret(secret, random), setCookie: cookieLine(csrfCookie, maskSecret(secret, random)) };
}

/** A new secret: at log-in, so that one planted before is worth nothing after. */
export function rotateToken(random: Random): string {
  return cookieLine(csrfCookie, maskSecret(randomLetters(random), random));
}

/** Null when a write carries the cookie's secret in its form field or header. */
export function checkToken(cookies: Cookies, sent: string | null): CsrfRefusal | null {
  const expected = unmaskToken(cookieValue(cookies, csrfCookie.name) ?? '');
  if (expected === null) return 'CSRF_COOKIE_MISSING';
  if (sent === null || sent === '') return 'CSRF_TOKEN_MISSING';
  const given = unmaskToken(sent);
  if (given === null) return 'CSRF_TOKEN_WRONG';
  return timingSafeEqual(encoder.encode(expected), encoder.encode(given)) ? null : 'CSRF_TOKEN_WRONG';
}
