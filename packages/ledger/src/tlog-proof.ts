// The text of an inclusion proof with its checkpoint: c2sp.org/tlog-proof@v1.
import type { Result } from '@candor/core';
import { decodeBase64, encodeBase64, succeed } from '@candor/core';
import { parseCount } from './checkpoint.ts';
import { refuse } from './errors.ts';
import { hashLength } from './merkle-hash.ts';

const head = 'c2sp.org/tlog-proof@v1';

/** An entry's index, its path from the leaf's sibling upwards, and the signed checkpoint it leads to. */
export type TlogProof = { readonly index: number; readonly path: readonly Uint8Array[]; readonly checkpoint: string };

/** The text of a proof. */
export function encodeTlogProof(proof: TlogProof): string {
  return [head, `index ${proof.index}`, ...proof.path.map(encodeBase64), '', proof.checkpoint].join('\n');
}

/** A proof from its text. Fails with `LEDGER_PROOF_MALFORMED`; an `extra` line is refused, since nothing signs it. */
export function decodeTlogProof(text: string): Result<TlogProof> {
  const split = text.indexOf('\n\n');
  const [first, second, ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  const index = second?.startsWith('index ') === true ? parseCount(second.slice('index '.length)) : null;
  if (first !== head || index === null || lines.length > 64) return refuse('LEDGER_PROOF_MALFORMED', 'proof');
  const path: Uint8Array[] = [];
  for (const line of lines) {
    const hash = decodeBase64(line);
    if (!hash.ok || hash.value.length !== hashLength) return refuse('LEDGER_PROOF_MALFORMED', 'proof', 'a hash line');
    path.push(hash.value);
  }
  return succeed({ index, path, checkpoint: text.slice(split + 2) });
}
