// HMAC-SHA256 (RFC 2104) on the one hash of core, so that a commitment can be checked wherever core runs.
import { sha256 } from '@candor/core';
import { concatBytes } from './byte-strings.ts';

const blockLength = 64;

/** The 32 bytes of HMAC-SHA256. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockLength);
  block.set(key.length > blockLength ? sha256(key) : key);
  const inner = sha256(concatBytes([block.map((byte) => byte ^ 0x36), message]));
  return sha256(concatBytes([block.map((byte) => byte ^ 0x5c), inner]));
}
