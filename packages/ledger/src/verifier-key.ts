// Signed-note verifier keys of C2SP: "name+id+base64(type ‖ key)". Only type 1, Ed25519, is ours.
import type { Result } from '@candor/core';
import { decodeBase64, encodeBase64, encodeHex, encodeUtf8, sha256, succeed } from '@candor/core';
import { bytesEqual, concatBytes } from './byte-strings.ts';
import { refuse } from './errors.ts';

const ed25519Type = 1;

/** A key that signs notes. `id` is its 4 bytes in signature lines, `text` its one written form. */
export type VerifierKey = { readonly name: string; readonly id: Uint8Array; readonly publicKey: Uint8Array; readonly text: string };

/** Whether a text can name a key: not empty, and without white space, control characters, lone surrogates and plus signs. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s\0-\x1f\x7f\x85+]|\p{Surrogate}/u.test(name);
}

/** The verifier key of a name and a 32-byte Ed25519 public key. The name must satisfy `isKeyName`. */
export function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  const typed = concatBytes([Uint8Array.of(ed25519Type), publicKey]);
  const id = sha256(concatBytes([encodeUtf8(`${name}\n`), typed])).slice(0, 4);
  return { name, id, publicKey, text: `${name}+${encodeHex(id)}+${encodeBase64(typed)}` };
}

/** A verifier key from its text. Fails with `LEDGER_KEY_MALFORMED` unless it is exactly what `verifierKeyOf` would write. */
export function parseVerifierKey(text: string): Result<VerifierKey> {
  const [, name, typedText] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/su.exec(text) ?? [];
  if (name === undefined || typedText === undefined || !isKeyName(name)) return refuse('LEDGER_KEY_MALFORMED', 'keys');
  const typed = decodeBase64(typedText);
  if (!typed.ok || typed.value.length !== 33 || typed.value[0] !== ed25519Type) return refuse('LEDGER_KEY_MALFORMED', 'keys');
  const key = verifierKeyOf(name, typed.value.slice(1));
  return key.text === text ? succeed(key) : refuse('LEDGER_KEY_MALFORMED', 'keys');
}

/** Whether a signature line's name and id are this key's. */
export function isKeyOf(key: VerifierKey, name: string, id: Uint8Array): boolean {
  return key.name === name && bytesEqual(key.id, id);
}
