import { join } from 'node:path';
import { encodeHex } from '@candor/core';
import { expect, test } from 'vitest';
import { verifyConsistency } from '../src/consistency.ts';
import { rootFromInclusion } from '../src/inclusion.ts';
import { emptyRoot, hashLeaf } from '../src/merkle-hash.ts';
import { appendLeaves, emptyEdge, rootOf } from '../src/tree-edge.ts';
import { fromBase64, fromHex, readAll, readText, vectorFolder } from './vectors.ts';

const folder = vectorFolder();
const proofs = join(folder ?? '', 'transparency-dev-merkle/testdata');

test('L1 hashes of nothing, of a leaf and of a node are those of RFC 6962', () => {
  expect(encodeHex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(encodeHex(hashLeaf(new Uint8Array(0)))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  const { edge } = appendLeaves(emptyEdge, [hashLeaf(new Uint8Array(0)), hashLeaf(Uint8Array.of(0))]);
  expect(encodeHex(rootOf(edge))).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
});

test.skipIf(folder === null)('L1 the published roots of sizes 0 to 8 come out, and the node hashes', () => {
  const vectors = JSON.parse(readText(folder ?? '', 'rfc6962-roots.json'));
  const leaves = vectors.leafInputsHex.map((hex: string) => hashLeaf(fromHex(hex)));
  const roots = vectors.rootHashesHexByTreeSize.map((_: string, size: number) =>
    encodeHex(rootOf(appendLeaves(emptyEdge, leaves.slice(0, size)).edge)),
  );
  expect(roots).toEqual(vectors.rootHashesHexByTreeSize);
  expect(roots).toHaveLength(9);
  for (const { level, index, hash } of appendLeaves(emptyEdge, leaves).added)
    expect(encodeHex(hash)).toBe(vectors.nodeHashesHex[level][index]);
});

test.skipIf(folder === null)('L2 every published inclusion proof is accepted or refused as it says', () => {
  const files = readAll(join(proofs, 'inclusion'));
  expect(files).toHaveLength(98);
  for (const { path, text } of files) {
    const vector = JSON.parse(text);
    const root = rootFromInclusion(
      vector.leafIdx,
      vector.treeSize,
      fromBase64(vector.leafHash ?? ''),
      (vector.proof ?? []).map(fromBase64),
    );
    const accepted = root !== null && Buffer.from(root).equals(fromBase64(vector.root ?? ''));
    expect({ path, accepted }).toEqual({ path, accepted: !vector.wantErr });
  }
});

test.skipIf(folder === null)('L3 every published consistency proof is accepted or refused as it says', () => {
  const files = readAll(join(proofs, 'consistency'));
  expect(files).toHaveLength(98);
  for (const { path, text } of files) {
    const vector = JSON.parse(text);
    const accepted = verifyConsistency(
      { size: vector.size1, root: fromBase64(vector.root1 ?? '') },
      { size: vector.size2, root: fromBase64(vector.root2 ?? '') },
      (vector.proof ?? []).map(fromBase64),
    );
    expect({ path, accepted }).toEqual({ path, accepted: !vector.wantErr });
  }
});

test('L3 consistency from size 0 is refused, whatever the proof', () => {
  const root = emptyRoot();
  expect(verifyConsistency({ size: 0, root }, { size: 0, root }, [])).toBe(false);
  expect(verifyConsistency({ size: 0, root }, { size: 1, root: hashLeaf(root) }, [])).toBe(false);
  expect(verifyConsistency({ size: 0, root }, { size: 1, root: hashLeaf(root) }, [hashLeaf(root)])).toBe(false);
});
