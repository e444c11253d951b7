// The rules for a name and a new password, as one complaint in the visitor's language.
import { passwordLimits } from '../accounts/passwords.ts';
import type { Words } from '../words/english.ts';

/** A name as it is stored: lower case, without spaces around it. */
export function normaliseName(given: string | null): string {
  return (given ?? '').trim().toLowerCase();
}

/** What is wrong with a name, or null. */
export function complainOfName(words: Words, name: string): string | null {
  return /^[\p{L}\p{N}._@-]{2,60}$/u.test(name) ? null : words.nameBad;
}

/** What is wrong with a new password and its repetition, or null. */
export function complainOfPassword(words: Words, password: string, again: string): string | null {
  if ([...password].length < passwordLimits.shortest) return words.passwordShort(passwordLimits.shortest);
  if (password.length > passwordLimits.longest) return words.passwordLong;
  return password === again ? null : words.passwordDiffers;
}
