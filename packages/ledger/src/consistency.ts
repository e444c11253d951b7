// Consistency proofs: that a later tree begins with the earlier one. RFC 6962 §2.1.2, verified as RFC 9162 §2.1.4.2.
import { bytesEqual } from './byte-strings.ts';
import type { HashOf } from './inclusion.ts';
import { hashRange, splitPoint } from './inclusion.ts';
import { areHashes, hashNode } from './merkle-hash.ts';

/** The size and root of a tree. */
export type TreeHead = { readonly size: number; readonly root: Uint8Array };

/** The proof that the tree of `later` leaves begins with that of `earlier` ones. `0 < earlier <= later`. */
export function proveConsistency(earlier: number, later: number, hashOf: HashOf): readonly Uint8Array[] {
  const proof: Uint8Array[] = [];
  let start = 0;
  let end = later;
  while (earlier < end) {
    const middle = start + splitPoint(end - start);
    if (earlier <= middle) {
      proof.push(hashRange(middle, end, hashOf));
      end = middle;
    } else {
      proof.push(hashRange(start, middle, hashOf));
      start = middle;
    }
  }
  // The earlier tree's own root is known to whoever asks, unless it is only a part of it that is left.
  if (start !== 0) proof.push(hashRange(start, end, hashOf));
  return proof.reverse();
}

/** Whether the proof shows that the later tree begins with the earlier one. From size 0 nothing can be shown: false. */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!Number.isSafeInteger(earlier.size) || !Number.isSafeInteger(later.size)) return false;
  if (earlier.size <= 0 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && bytesEqual(earlier.root, later.root);
  return areHashes([earlier.root, later.root, ...proof]) && walk(earlier, later, proof);
}

function walk(earlier: TreeHead, later: TreeHead, proof: readonly Uint8Array[]): boolean {
  let first = earlier.size - 1;
  let last = later.size - 1;
  while (first % 2 === 1) {
    first = Math.floor(first / 2);
    last = Math.floor(last / 2);
  }
  // A perfect earlier tree is its own first node, and the proof leaves it out.
  const [start, ...rest] = first === 0 ? [earlier.root, ...proof] : proof;
  if (start === undefined || (first === 0 && proof.length === 0)) return false;
  let earlierHash = start;
  let laterHash = start;
  for (const hash of rest) {
    if (last === 0) return false;
    if (first % 2 === 1 || first === last) {
      earlierHash = hashNode(hash, earlierHash);
      laterHash = hashNode(hash, laterHash);
      while (first % 2 === 0 && first !== 0) {
        first /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      laterHash = hashNode(laterHash, hash);
    }
    first = Math.floor(first / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && bytesEqual(earlierHash, earlier.root) && bytesEqual(laterHash, later.root);
}
