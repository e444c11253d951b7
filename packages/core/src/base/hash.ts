// SHA-256 and nothing else: every id, receipt and leaf in Candor is made of it, synchronously, wherever core runs.
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { encodeHex, encodeUtf8 } from './bytes.ts';

/** The 32 bytes of SHA-256 (FIPS 180-4); a string is hashed as UTF-8. */
export function sha256(input: Uint8Array | string): Uint8Array {
  return nobleSha256(typeof input === 'string' ? encodeUtf8(input) : input);
}

/** SHA-256 as 64 lower-case hex digits; a string is hashed as UTF-8. */
export function sha256Hex(input: Uint8Array | string): string {
  return encodeHex(sha256(input));
}
