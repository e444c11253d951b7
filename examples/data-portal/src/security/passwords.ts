// The one demonstration account. The password is kept as scrypt only, and a wrong name costs as much time as a wrong password.
import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from './random.ts';

const cost = { N: 32_768, r: 8, p: 1, maxmem: 67_108_864 };

function derive(password: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error === null ? resolve(Uint8Array.from(key)) : reject(error)));
  });
}

/** The account's name. */
export const editorName = 'editor';

/** The password that steps.json types, for demonstrations on loopback. */
export const demonstrationPassword = 'low-tide-at-pelican-point';

/** Tells whether a name and a password are the editor's. */
export type CheckPassword = (name: string, password: string) => Promise<boolean>;

/** Derives the key once, at start. */
export function createPasswordCheck(password: string, random: Random): CheckPassword {
  const salt = random(16);
  const expected = derive(password, salt);
  return async (name, given) => {
    const equal = timingSafeEqual(await derive(given, salt), await expected);
    return equal && name === editorName;
  };
}
