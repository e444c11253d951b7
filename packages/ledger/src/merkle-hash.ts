// The three hashes of RFC 6962 §2.1. The prefixes keep a leaf from being passed off as a node.
import { sha256 } from '@candor/core';
import { concatBytes } from './byte-strings.ts';

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Bytes of every hash in the log. */
export const hashLength = 32;

/** The root of a tree without leaves. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0));
}

/** The hash of one entry. */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256(concatBytes([leafPrefix, entry]));
}

/** The hash of two sub-trees. */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes([nodePrefix, left, right]));
}

/** Whether each is as long as a hash; proofs from elsewhere may hold anything. */
export function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashLength);
}
