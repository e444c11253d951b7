// Some fields are always present in the language; these say whether somebody stated them or left the mark for "not stated".
import type { Declaration } from '../declaration/types.ts';

/** Whether a text says something: nothing and a lone dash do not. */
export function isStated(text: string | undefined): text is string {
  return text !== undefined && !/^[\s\-\u2013\u2014]*$/u.test(text);
}

/** The version, or null for "0", which stands for a page that nobody numbered. */
export function statedVersion({ version }: Declaration): string | null {
  return isStated(version) && version !== '0' ? version : null;
}

/** The date, or null where it is no ISO date or is the epoch, which stands for a page that nobody dated. */
export function statedDate({ date }: Declaration): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(date) && date !== '1970-01-01' ? date : null;
}

/** The country code, or null for ZZ, which ISO 3166 leaves to mean an unknown one. */
export function statedCountry(code: string): string | null {
  return isStated(code) && code !== 'ZZ' ? code : null;
}
