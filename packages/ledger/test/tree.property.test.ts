import { encodeHex } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proveConsistency, verifyConsistency } from '../src/consistency.ts';
import { proveInclusion, rootFromInclusion } from '../src/inclusion.ts';
import { emptyRoot, hashLeaf, hashNode } from '../src/merkle-hash.ts';
import type { NodeId } from '../src/tree-edge.ts';
import { appendLeaves, edgeIds, emptyEdge, rootOf } from '../src/tree-edge.ts';

const leaves = Array.from({ length: 70 }, (_, index) => hashLeaf(Uint8Array.of(index)));

// The definition of RFC 6962 §2.1, as it is written there: the oracle.
function treeHash(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot();
  if (hashes.length === 1) return only;
  const middle = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return hashNode(treeHash(hashes.slice(0, middle)), treeHash(hashes.slice(middle)));
}

const hashOf = ({ level, index }: NodeId): Uint8Array => treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));

test('L4 a tree grown in any batches has the root and the nodes of one hashed from scratch', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (batches) => {
      let edge = emptyEdge;
      const nodes: string[] = [];
      for (const count of batches) {
        const grown = appendLeaves(edge, leaves.slice(edge.size, edge.size + count));
        edge = grown.edge;
        nodes.push(...grown.added.map((node) => `${node.level}/${node.index}`));
        for (const node of grown.added) expect(encodeHex(node.hash)).toBe(encodeHex(hashOf(node)));
      }
      expect(encodeHex(rootOf(edge))).toBe(encodeHex(treeHash(leaves.slice(0, edge.size))));
      expect(edge.nodes.map(({ level, index }) => ({ level, index }))).toEqual(edgeIds(edge.size));
      expect(new Set(nodes).size).toBe(nodes.length);
    }),
  );
});

test('L4 every inclusion proof of every tree up to 70 leaves leads to its root, and to no other index', () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const root = encodeHex(treeHash(leaves.slice(0, size)));
    for (const [index, leaf] of leaves.slice(0, size).entries()) {
      const path = proveInclusion(index, size, hashOf);
      const reached = rootFromInclusion(index, size, leaf, path);
      expect(reached === null ? null : encodeHex(reached)).toBe(root);
      const elsewhere = rootFromInclusion((index + 1) % size, size, leaf, path);
      if (size > 1) expect(elsewhere === null ? null : encodeHex(elsewhere)).not.toBe(root);
    }
  }
});

test('L4 every consistency proof verifies, and none with one hash changed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(255), (one, two, at, flip) => {
      const [earlier, later] = one < two ? [one, two] : [two, one];
      const proof = proveConsistency(earlier, later, hashOf);
      const heads = [earlier, later].map((size) => ({ size, root: treeHash(leaves.slice(0, size)) })) as [never, never];
      expect(verifyConsistency(...heads, proof)).toBe(true);
      const changed = proof.map((hash, place) =>
        place === at % proof.length ? hash.map((byte, n) => (n === flip % 32 ? byte ^ 1 : byte)) : hash,
      );
      if (proof.length > 0) expect(verifyConsistency(...heads, changed)).toBe(false);
      expect(verifyConsistency(...heads, [...proof, emptyRoot()])).toBe(false);
    }),
  );
});

test('L2 indexes and sizes beyond 2^31 are walked exactly', () => {
  const size = 2 ** 40 + 1;
  const path = Array.from({ length: 40 }, (_, at) => hashLeaf(Uint8Array.of(at)));
  // The last leaf of 2^40 + 1 hangs directly under the root.
  expect(rootFromInclusion(2 ** 40, size, emptyRoot(), path.slice(0, 1))).toEqual(hashNode(hashLeaf(Uint8Array.of(0)), emptyRoot()));
  expect(rootFromInclusion(2 ** 40, size, emptyRoot(), path)).toBeNull();
  expect(rootFromInclusion(0, size, emptyRoot(), path)).toBeNull();
  expect(rootFromInclusion(0, size, emptyRoot(), [...path, emptyRoot()])).not.toBeNull();
});
