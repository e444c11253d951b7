import { encodeBase64 } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint, openCheckpoint } from '../src/checkpoint.ts';
import { createSigner } from '../src/signer.ts';
import { parseVerifierKey } from '../src/verifier-key.ts';
import { readText, vectorFolder } from './vectors.ts';

const folder = vectorFolder();
const root = encodeBase64(new Uint8Array(32).fill(3));

test('L7 encoding and decoding are inverse', () => {
  const line = fc.string({ minLength: 1 }).filter((text) => !text.includes('\n'));
  const roots = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(line, fc.maxSafeNat(), roots, fc.array(line, { maxLength: 2 }), (origin, size, hash, extensions) => {
      const checkpoint = { origin, size, root: hash, extensions };
      expect(decodeCheckpoint(encodeCheckpoint(checkpoint))).toEqual({ ok: true, value: checkpoint });
    }),
  );
});

test('L7 anything but the one form is refused', () => {
  expect(decodeCheckpoint(`o\n0\n${root}\n`).ok).toBe(true);
  const broken = [
    `\n0\n${root}\n`,
    `o\n00\n${root}\n`,
    `o\n-1\n${root}\n`,
    `o\n1e3\n${root}\n`,
    `o\n9007199254740992\n${root}\n`,
    `o\n0\n${root}`,
    `o\n0\n${root}\n\n`,
    `o\n0\n${root.slice(4)}\n`,
    `o\n0\n${root.slice(0, -2)}N=\n`,
    'o\n0\n',
    '',
  ];
  for (const text of broken) expect({ text, ok: decodeCheckpoint(text).ok }).toEqual({ text, ok: false });
});

test('L7 a checkpoint under a key of another name is not its own', () => {
  const signer = createSigner({ origin: 'other.example', seed: new Uint8Array(32) });
  const key = parseVerifierKey(signer.verifierKey);
  const opened = openCheckpoint(signer.sign(`example.org\n0\n${root}\n`), key.ok ? [key.value] : []);
  expect(opened).toMatchObject({ ok: false, issues: [{ code: 'LEDGER_ORIGIN_MISMATCH' }] });
});

test.skipIf(folder === null)('L7 the published checkpoints and tree notes are read and written', () => {
  const vectors = JSON.parse(readText(folder ?? '', 'c2sp-notes.json'));
  for (const shape of vectors.checkpointShapes) {
    const decoded = decodeCheckpoint(shape.note.slice(0, shape.note.lastIndexOf('\n\n') + 1));
    expect(decoded.ok && [decoded.value.origin, decoded.value.size, encodeBase64(decoded.value.root)]).toEqual([
      shape.origin,
      shape.size,
      shape.rootB64,
    ]);
  }
  const tree = decodeCheckpoint(vectors.treeNote.golden);
  expect(tree.ok && encodeCheckpoint(tree.value)).toBe(vectors.treeNote.golden);
});
