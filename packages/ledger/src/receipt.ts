// What a visitor takes away: record, salt, and the proof that their commitment is in a tree the site signed.
import type { Result } from '@candor/core';
import { decodeHex, encodeHex, succeed } from '@candor/core';
import { bytesEqual } from './byte-strings.ts';
import { openCheckpoint } from './checkpoint.ts';
import { refuse } from './errors.ts';
import { rootFromInclusion } from './inclusion.ts';
import { leafOf, saltLength } from './leaf.ts';
import { hashLeaf } from './merkle-hash.ts';
import type { LedgerRecord } from './record.ts';
import { parseRecord } from './record.ts';
import { decodeTlogProof } from './tlog-proof.ts';
import type { VerifierKey } from './verifier-key.ts';
import { parseVerifierKey } from './verifier-key.ts';

/** Plain JSON. `salt` is 64 lower-case hex digits, `index` the leaf's place, `proof` a c2sp.org/tlog-proof@v1 text. */
export type Receipt = {
  readonly v: 1;
  readonly record: LedgerRecord;
  readonly salt: string;
  readonly index: number;
  readonly proof: string;
};

/** A receipt that holds: what was recorded, where, in the tree of which size and root (hex), under which pinned key. */
export type VerifiedReceipt = {
  readonly record: LedgerRecord;
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly origin: string;
  readonly key: string;
};

type Parts = { readonly record: LedgerRecord; readonly salt: Uint8Array; readonly index: number; readonly proof: string };

/**
 * Verifies a receipt offline against pinned verifier keys. Fails with `LEDGER_RECEIPT_MALFORMED`, `LEDGER_RECORD_INVALID`,
 * `LEDGER_PROOF_MALFORMED`, `LEDGER_NOT_INCLUDED`, `LEDGER_KEY_NOT_PINNED` or another code of a wrong checkpoint.
 */
export function verifyReceipt(receipt: unknown, options: { readonly keys: readonly string[] }): Result<VerifiedReceipt> {
  const keys = parseKeys(options.keys);
  if (!keys.ok) return keys;
  const parts = parseReceipt(receipt);
  if (!parts.ok) return parts;
  const proof = decodeTlogProof(parts.value.proof);
  if (!proof.ok) return proof;
  const checkpoint = openCheckpoint(proof.value.checkpoint, keys.value);
  if (!checkpoint.ok) return checkpoint;
  const { record, salt, index } = parts.value;
  const { size, root, origin, key } = checkpoint.value;
  const reached = rootFromInclusion(index, size, hashLeaf(leafOf(record, salt)), proof.value.path);
  if (proof.value.index !== index || reached === null || !bytesEqual(reached, root)) return refuse('LEDGER_NOT_INCLUDED', 'proof');
  return succeed({ record, index, size, root: encodeHex(root), origin, key: key.text });
}

/** Every pinned key read, or the issue of the first that cannot be. */
export function parseKeys(texts: readonly string[]): Result<readonly VerifierKey[]> {
  const keys: VerifierKey[] = [];
  for (const text of texts) {
    const key = parseVerifierKey(text);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return succeed(keys);
}

function parseReceipt(value: unknown): Result<Parts> {
  if (typeof value !== 'object' || value === null) return refuse('LEDGER_RECEIPT_MALFORMED', '');
  const fields = new Map<string, unknown>(Object.entries(value));
  const proof = fields.get('proof');
  const index = fields.get('index');
  const salt = parseSalt(fields.get('salt'));
  const complete = fields.size === 5 && fields.get('v') === 1 && typeof proof === 'string' && typeof index === 'number';
  if (!complete || salt === null) return refuse('LEDGER_RECEIPT_MALFORMED', '');
  const record = parseRecord(fields.get('record'));
  return record.ok ? succeed({ record: record.value, salt, index, proof }) : record;
}

// One salt, one text: upper-case digits are another text.
function parseSalt(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || value.length !== saltLength * 2 || value !== value.toLowerCase()) return null;
  const bytes = decodeHex(value);
  return bytes.ok ? bytes.value : null;
}
