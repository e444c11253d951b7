// Random letters and digits from the injected source, without modulo bias.

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Sixty-two letters and digits, in the order in which masked tokens add them. */
export const tokenAlphabet: string = alphabet;

/** `length` characters of `[a-zA-Z0-9]`; bytes from 248 on are thrown away, since 256 is no multiple of 62. */
export function randomText(random: (bytes: number) => Uint8Array, length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < 248 && text.length < length) text += alphabet[byte % 62];
    }
  }
  return text;
}
