import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameFollower } from '../src/proxy/websocket-frames.ts';

type Frame = { readonly bytes: readonly number[] };

function frameOf(first: number, length: number, masked: boolean): Frame {
  const mask = masked ? 0x80 : 0;
  const size =
    length < 126
      ? [mask | length]
      : length < 65_536
        ? [mask | 126, length >> 8, length & 255]
        : [mask | 127, 0, 0, 0, 0, 0, length >> 16, (length >> 8) & 255, length & 255];
  return { bytes: [first, ...size, ...(masked ? [1, 2, 3, 4] : []), ...Array.from({ length }, (_, at) => at & 255)] };
}

const lengths = fc.oneof(fc.constantFrom(0, 1, 125, 126, 127, 65_535, 65_536), fc.nat({ max: 300 }));
const frame = fc.record({ first: fc.constantFrom(0x81, 0x02, 0x80, 0x89, 0x8a, 0x88), length: lengths, masked: fc.boolean() });

test('G146 between two frames, and nowhere else, is where a word of ours may stand, however the bytes come', () => {
  fc.assert(
    fc.property(fc.array(frame, { minLength: 1, maxLength: 5 }), fc.array(fc.nat({ max: 5000 }), { maxLength: 12 }), (frames, steps) => {
      const made = frames.map(({ first, length, masked }) => frameOf(first, length, masked).bytes);
      const ends = new Set(made.map((_, at) => made.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0)));
      const bytes = Uint8Array.from(made.flat());
      const follower = createFrameFollower();
      expect(follower.isBetween()).toBe(true);
      let at = 0;
      for (const step of [...steps, bytes.length]) {
        follower.take(bytes.subarray(at, at + step));
        at = Math.min(at + step, bytes.length);
        expect(follower.isBetween()).toBe(at === 0 || ends.has(at));
      }
    }),
    { numRuns: 200 },
  );
});
