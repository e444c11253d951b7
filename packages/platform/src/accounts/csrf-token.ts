// Django's masked double submit: the cookie holds a secret, each form a freshly masked copy of it (so that compression
// side channels learn nothing), and both must meet. Masks add and subtract per position modulo 62.
import { equalInConstantTime } from './constant-time.ts';
import { randomText, tokenAlphabet } from './random-text.ts';

const secretLength = 32;

/** A new secret: 32 letters and digits. */
export function createCsrfSecret(random: (bytes: number) => Uint8Array): string {
  return randomText(random, secretLength);
}

/** A 64-character token for one form: a random mask, then the secret under that mask. */
export function maskCsrfSecret(secret: string, random: (bytes: number) => Uint8Array): string {
  const mask = randomText(random, secretLength);
  return mask + combine(secret, mask, 1);
}

/** The secret in a cookie or token of 32 (plain) or 64 (masked) letters and digits; null for anything else. */
export function readCsrfSecret(value: string): string | null {
  if (!/^[a-zA-Z0-9]+$/.test(value)) return null;
  if (value.length === secretLength) return value;
  if (value.length !== 2 * secretLength) return null;
  return combine(value.slice(secretLength), value.slice(0, secretLength), -1);
}

/** Whether a token belongs to a cookie's value, both in either form. */
export function matchCsrfToken(token: string, cookie: string): boolean {
  const given = readCsrfSecret(token);
  const kept = readCsrfSecret(cookie);
  return given !== null && kept !== null && equalInConstantTime(given, kept);
}

function combine(text: string, mask: string, sign: 1 | -1): string {
  let result = '';
  for (let index = 0; index < secretLength; index += 1) {
    const position = tokenAlphabet.indexOf(text.charAt(index)) + sign * tokenAlphabet.indexOf(mask.charAt(index));
    result += tokenAlphabet.charAt((position + 62) % 62);
  }
  return result;
}
