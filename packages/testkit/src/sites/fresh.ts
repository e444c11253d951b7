// Values of cookies: different for each visit, and of no meaning.
import { createRandom } from '../statistics.ts';

const random = createRandom(0x5eed);

/** Sixteen hexadecimal digits, as identifiers look. */
export function invent(): string {
  return Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');
}
