// Inclusion proofs: made as RFC 6962 §2.1.1 splits the tree, verified as RFC 9162 §2.1.3.2 walks it.
import { areHashes, hashNode } from './merkle-hash.ts';
import type { NodeId } from './tree-edge.ts';
import { coverRange, foldHashes } from './tree-edge.ts';

/** Gives the hash of a perfect sub-tree. */
export type HashOf = (id: NodeId) => Uint8Array;

/** The largest power of two below `size`; `size` is at least 2. */
export function splitPoint(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

/** The hash of the leaves `start` to `end`, from its perfect sub-trees. */
export function hashRange(start: number, end: number, hashOf: HashOf): Uint8Array {
  return foldHashes(coverRange(start, end).map(hashOf));
}

/** The path of leaf `index` in the tree of `size` leaves, from the leaf's sibling upwards. `index` is below `size`. */
export function proveInclusion(index: number, size: number, hashOf: HashOf): readonly Uint8Array[] {
  const path: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push(hashRange(middle, end, hashOf));
      end = middle;
    } else {
      path.push(hashRange(start, middle, hashOf));
      start = middle;
    }
  }
  return path.reverse();
}

/** The root that a leaf hash and its path lead to, or null when the path does not fit index and size. */
export function rootFromInclusion(index: number, size: number, leafHash: Uint8Array, path: readonly Uint8Array[]): Uint8Array | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  if (!areHashes([leafHash, ...path])) return null;
  let first = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of path) {
    if (last === 0) return null;
    if (first % 2 === 1 || first === last) {
      hash = hashNode(sibling, hash);
      while (first % 2 === 0 && first !== 0) {
        first /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    first = Math.floor(first / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}
