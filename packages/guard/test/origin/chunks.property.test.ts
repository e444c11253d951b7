import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChunkReader } from '../../src/origin/body-framing.ts';

type Read = { readonly body: string; readonly state: string; readonly left: string };

function readAll(pieces: readonly Buffer[]): Read {
  const reader = createChunkReader();
  let body = '';
  let left = '';
  for (const piece of pieces) {
    const used = reader.read(piece, (part) => {
      body += part.toString('latin1');
    });
    left += piece.subarray(used).toString('latin1');
  }
  return { body, state: reader.state, left };
}

const readText = (text: string): Read => readAll([Buffer.from(text, 'latin1')]);

test('G165 chunks give what they carry, wherever their bytes are cut', () => {
  const parts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 });
  const extension = fc.constantFrom('', ';a=b', '; a="b;c"', ' ');
  const trailers = fc.constantFrom('', 'Set-Cookie: a=b\r\n', 'A: b\r\nC: d\r\n');
  fc.assert(
    fc.property(parts, extension, trailers, fc.array(fc.nat(400), { maxLength: 8 }), (bodies, extra, trailer, cuts) => {
      const chunks = bodies.flatMap((bytes) => [
        Buffer.from(`${bytes.length.toString(16)}${extra}\r\n`, 'latin1'),
        Buffer.from(bytes),
        Buffer.from('\r\n'),
      ]);
      const whole = Buffer.concat([...chunks, Buffer.from(`0\r\n${trailer}\r\nnext`, 'latin1')]);
      const places = [...new Set([0, ...cuts.filter((cut) => cut < whole.length), whole.length])].sort((a, b) => a - b);
      const pieces = places.slice(0, -1).map((from, index) => whole.subarray(from, places[index + 1]));
      expect(readAll(pieces)).toEqual({ body: Buffer.concat(bodies).toString('latin1'), state: 'ended', left: 'next' });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['no size', '\r\nabc'],
  ['a negative size', '-1\r\nabc'],
  ['a size with a prefix', '0x3\r\nabc\r\n0\r\n\r\n'],
  ['a size beyond all bodies', 'fffffffffffff\r\n'],
  ['a bare line feed after the size', '3\nabc\r\n0\r\n\r\n'],
  ['a bare line feed in an extension', '3;a\nb\r\nabc\r\n0\r\n\r\n'],
  ['an extension without end', `3;${'a'.repeat(5000)}\r\nabc`],
  ['a chunk longer than its size', '3\r\nabcd\r\n0\r\n\r\n'],
  ['a bare line feed after the data', '3\r\nabc\n0\r\n\r\n'],
  ['a bare line feed in trailers', '0\r\nA: b\n\r\n'],
  ['trailers without end', `0\r\n${'A: b\r\n'.repeat(20_000)}`],
])('G165 chunks with %s are broken', (_name, text) => {
  expect(readText(text).state).toBe('broken');
});

test('G165 a body is not whole before its last chunk and the end of its trailers', () => {
  for (const text of ['', '3', '3\r\nab', '3\r\nabc\r\n', '0\r\n', '0\r\nA: b\r\n']) expect(readText(text).state).toBe('reading');
});
