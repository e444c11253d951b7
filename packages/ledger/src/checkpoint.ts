// C2SP checkpoints: a tree head as the text of a signed note.
import type { Result } from '@candor/core';
import { decodeBase64, encodeBase64, succeed } from '@candor/core';
import { refuse } from './errors.ts';
import { hashLength } from './merkle-hash.ts';
import type { OpenNote } from './signed-note.ts';
import { openNote } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A tree head: whose log, how many leaves, which root. Extension lines are kept but mean nothing here. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions: readonly string[];
};

/** A checkpoint that a pinned key signed under its own name. */
export type SignedCheckpoint = Checkpoint & { readonly key: VerifierKey; readonly note: string };

/** The text of a checkpoint, final newline included. */
export function encodeCheckpoint(checkpoint: Checkpoint): string {
  return `${[checkpoint.origin, checkpoint.size, encodeBase64(checkpoint.root), ...checkpoint.extensions].join('\n')}\n`;
}

/** A checkpoint from its text. Fails with `LEDGER_CHECKPOINT_MALFORMED`. */
export function decodeCheckpoint(text: string): Result<Checkpoint> {
  const [origin, sizeText, rootText, ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  if (origin === undefined || sizeText === undefined || rootText === undefined) return refuse('LEDGER_CHECKPOINT_MALFORMED', '');
  const size = parseCount(sizeText);
  const root = decodeBase64(rootText);
  const complete = origin !== '' && rest.at(-1) === '' && extensions.every((line) => line !== '');
  if (!complete || size === null || !root.ok || root.value.length !== hashLength) return refuse('LEDGER_CHECKPOINT_MALFORMED', '');
  return succeed({ origin, size, root: root.value, extensions });
}

/** Opens a signed checkpoint under pinned keys: the signing key's name must be the origin, or `LEDGER_ORIGIN_MISMATCH`. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): Result<SignedCheckpoint> {
  const opened = openNote(note, keys);
  return opened.ok ? ownCheckpoint(note, opened.value) : opened;
}

function ownCheckpoint(note: string, opened: OpenNote): Result<SignedCheckpoint> {
  const checkpoint = decodeCheckpoint(opened.text);
  if (!checkpoint.ok) return checkpoint;
  const key = opened.keys.find((candidate) => candidate.name === checkpoint.value.origin);
  return key === undefined
    ? refuse('LEDGER_ORIGIN_MISMATCH', '', `"${checkpoint.value.origin}"`)
    : succeed({ ...checkpoint.value, key, note });
}

/** A count in decimal without leading zeros, up to 2^53 − 1; null for any other text. */
export function parseCount(text: string): number | null {
  const count = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(count) ? count : null;
}
