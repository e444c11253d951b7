// A growing tree needs only its right edge: one hash for each perfect sub-tree, largest first. Immutable, so that a
// transaction that fails leaves nothing to undo. Sizes pass 2^31, so there are no bit operations here.
import { emptyRoot, hashNode } from './merkle-hash.ts';

/** A perfect sub-tree of 2^level leaves, the index-th of its level. */
export type NodeId = { readonly level: number; readonly index: number };

/** A perfect sub-tree and its hash. */
export type TreeNode = NodeId & { readonly hash: Uint8Array };

/** The perfect sub-trees that make up a tree of `size` leaves, from the left. */
export type TreeEdge = { readonly size: number; readonly nodes: readonly TreeNode[] };

/** The edge of the tree without leaves. */
export const emptyEdge: TreeEdge = { size: 0, nodes: [] };

/** The nodes that an edge of this size consists of, from the left. */
export function edgeIds(size: number): readonly NodeId[] {
  return coverRange(0, size);
}

/** The maximal perfect sub-trees that cover the leaves `start` (included) to `end` (excluded), from the left. */
export function coverRange(start: number, end: number): readonly NodeId[] {
  const ids: NodeId[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      level += 1;
      width *= 2;
    }
    ids.push({ level, index: at / width });
    at += width;
  }
  return ids;
}

/** The edge after these leaf hashes, and every node that became perfect on the way, leaves included. */
export function appendLeaves(
  edge: TreeEdge,
  leafHashes: readonly Uint8Array[],
): { readonly edge: TreeEdge; readonly added: readonly TreeNode[] } {
  const nodes = [...edge.nodes];
  const added: TreeNode[] = [];
  let size = edge.size;
  for (const hash of leafHashes) {
    let node: TreeNode = { level: 0, index: size, hash };
    added.push(node);
    while (node.index % 2 === 1) {
      const left = nodes.pop();
      if (left === undefined || left.level !== node.level) break;
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(left.hash, node.hash) };
      added.push(node);
    }
    nodes.push(node);
    size += 1;
  }
  return { edge: { size, nodes }, added };
}

/** The root of the tree with this edge. */
export function rootOf(edge: TreeEdge): Uint8Array {
  return foldHashes(edge.nodes.map((node) => node.hash));
}

/** The hash of neighbouring sub-trees, largest first: folded from the right, as RFC 6962 splits an uneven tree. */
export function foldHashes(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0 ? emptyRoot() : hashes.reduceRight((right, left) => hashNode(left, right));
}
