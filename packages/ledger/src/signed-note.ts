// C2SP signed notes: a text, an empty line, and a line for each signature.
import type { Result } from '@candor/core';
import { decodeBase64, encodeBase64, encodeUtf8, succeed } from '@candor/core';
import { concatBytes } from './byte-strings.ts';
import { verifyEd25519 } from './ed25519.ts';
import { refuse } from './errors.ts';
import type { VerifierKey } from './verifier-key.ts';
import { isKeyName, isKeyOf } from './verifier-key.ts';

// Verification costs about 0.1 ms a signature: a hostile note must not buy more than this many.
const maxSignatures = 64;

type SignatureLine = { readonly name: string; readonly id: Uint8Array; readonly signature: Uint8Array };

/** A note whose signatures hold: its text (with the last newline) and the pinned keys that signed it, at least one. */
export type OpenNote = { readonly text: string; readonly keys: readonly VerifierKey[] };

/** A signature line, newline included. */
export function formatSignature(key: VerifierKey, signature: Uint8Array): string {
  return `— ${key.name} ${encodeBase64(concatBytes([key.id, signature]))}\n`;
}

/**
 * Opens a note under pinned keys. Fails with `LEDGER_NOTE_MALFORMED`, with `LEDGER_SIGNATURE_WRONG` when a pinned key's
 * signature does not fit, and with `LEDGER_KEY_NOT_PINNED` when there is none.
 */
export function openNote(note: string, keys: readonly VerifierKey[]): Result<OpenNote> {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || /[\0-\x09\x0b-\x1f]|\p{Surrogate}/u.test(note)) return refuse('LEDGER_NOTE_MALFORMED', '');
  const text = note.slice(0, split + 1);
  const lines = note
    .slice(split + 2, -1)
    .split('\n')
    .map(parseSignature);
  if (lines.length > maxSignatures) return refuse('LEDGER_NOTE_MALFORMED', '', `more than ${maxSignatures} signatures`);
  const signedBy: VerifierKey[] = [];
  for (const line of lines) {
    if (line === null) return refuse('LEDGER_NOTE_MALFORMED', '', 'a signature line');
    const key = keys.find((candidate) => isKeyOf(candidate, line.name, line.id));
    if (key === undefined) continue;
    if (!verifyEd25519(key.publicKey, encodeUtf8(text), line.signature)) return refuse('LEDGER_SIGNATURE_WRONG', '', `"${key.name}"`);
    signedBy.push(key);
  }
  return signedBy.length === 0 ? refuse('LEDGER_KEY_NOT_PINNED', '') : succeed({ text, keys: signedBy });
}

function parseSignature(line: string): SignatureLine | null {
  const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return null;
  const bytes = decodeBase64(encoded);
  if (!bytes.ok || bytes.value.length < 5) return null;
  return { name, id: bytes.value.slice(0, 4), signature: bytes.value.slice(4) };
}
