// The only file of the room that touches node:crypto: Ed25519 by seed and raw public key (RFC 8032).
import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url } from '@candor/core';
import { LedgerError } from './errors.ts';

// PKCS #8 wants the seed behind this fixed DER head (RFC 8410 §7).
const pkcs8Head = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20);

/** A signing key: its 32-byte public half, and a function that signs. */
export type SigningKey = { readonly publicKey: Uint8Array; readonly sign: (message: Uint8Array) => Uint8Array };

/** The key of a 32-byte seed. Throws `LEDGER_SEED_INVALID` for another length. */
export function signingKeyOf(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new LedgerError('LEDGER_SEED_INVALID');
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
  return { publicKey: rawPublicKey(key), sign: (message) => new Uint8Array(sign(null, message, key)) };
}

/** Whether the 64-byte signature of the message is by this 32-byte public key. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64Url(publicKey) }, format: 'jwk' });
  return verify(null, message, key, signature);
}

function rawPublicKey(key: KeyObject): Uint8Array {
  const bytes = decodeBase64Url(createPublicKey(key).export({ format: 'jwk' }).x ?? '');
  if (!bytes.ok) throw new LedgerError('LEDGER_SEED_INVALID');
  return bytes.value;
}
