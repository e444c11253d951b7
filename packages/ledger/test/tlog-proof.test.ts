import { encodeBase64 } from '@candor/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTlogProof, encodeTlogProof } from '../src/tlog-proof.ts';

const hash = new Uint8Array(32).fill(9);
const line = encodeBase64(hash);

test('L9 encoding and decoding are inverse, and the text is the published shape', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat(),
      fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 5 }),
      fc.string(),
      (index, path, checkpoint) => {
        expect(decodeTlogProof(encodeTlogProof({ index, path, checkpoint }))).toEqual({ ok: true, value: { index, path, checkpoint } });
      },
    ),
  );
  expect(encodeTlogProof({ index: 5, path: [hash], checkpoint: 'o\n6\n…\n' })).toBe(
    `c2sp.org/tlog-proof@v1\nindex 5\n${line}\n\no\n6\n…\n`,
  );
  expect(encodeTlogProof({ index: 0, path: [], checkpoint: 'x\n' })).toBe('c2sp.org/tlog-proof@v1\nindex 0\n\nx\n');
});

test('L9 another spelling, unsigned extra data and a short hash are refused', () => {
  const good = encodeTlogProof({ index: 5, path: [hash], checkpoint: 'x\n' });
  expect(decodeTlogProof(good).ok).toBe(true);
  const broken = [
    good.replace('@v1', '@v2'),
    good.replace('index 5', 'index 05'),
    good.replace('index 5', 'extra AAAA\nindex 5'),
    good.replace(line, line.slice(4)),
    good.replace('\n\n', '\n'),
    good.replace(line, `${line} `),
    '',
  ];
  for (const text of broken) expect({ text, ok: decodeTlogProof(text).ok }).toEqual({ text, ok: false });
});
