import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLatin1, joinBytes } from '../src/bytes.ts';
import { createHtmlInjector } from '../src/html/inject.ts';

const fragments = [
  '<!doctype html>',
  '<html>',
  '<head>',
  '<head a="b>c">',
  '</head>',
  '<body>',
  '</body>',
  '</html>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<title>',
  '</title>',
  '<svg>',
  '</svg>',
  '<![CDATA[',
  ']]>',
  "<p a='",
  "'>",
  '"',
  '>',
  '<',
  '</',
  '<template>',
  '</template>',
  'text',
  ' ',
  '\n',
  '-',
  '!',
  '\xef\xbb\xbf',
  '\xff',
  '<meta charset=x>',
];
const documents = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 3 })), { maxLength: 24 })
  .map((parts) => encodeLatin1(parts.join('')));

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function injectChunks(chunks: readonly Uint8Array[], afterMeta: boolean): string {
  const injector = createHtmlInjector({ head: encodeLatin1('\x00H\x00'), tail: encodeLatin1('\x00T\x00'), afterMeta });
  return text(joinBytes([...chunks.flatMap((chunk) => [...injector.write(chunk)]), ...injector.end()]));
}

function split(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const points = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...points, bytes.length].map((point, index) => bytes.subarray(points[index - 1] ?? 0, point));
}

test('G43 chunk boundaries anywhere give the same bytes', () => {
  fc.assert(
    fc.property(documents, fc.array(fc.nat(), { maxLength: 12 }), fc.boolean(), (bytes, cuts, afterMeta) => {
      const whole = injectChunks([bytes], afterMeta);
      expect(injectChunks(split(bytes, cuts), afterMeta)).toBe(whole);
      expect(
        injectChunks(
          [...bytes].map((byte) => Uint8Array.of(byte)),
          afterMeta,
        ),
      ).toBe(whole);
    }),
    { numRuns: 600 },
  );
});

test('G44 taking the two pieces out gives the document back, and the head comes before the tail', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (bytes, afterMeta) => {
      const clean = encodeLatin1(text(bytes).replaceAll('\x00', ''));
      const out = injectChunks([clean], afterMeta);
      expect(out.split('\x00H\x00')).toHaveLength(2);
      expect(out.split('\x00T\x00')).toHaveLength(2);
      expect(out.indexOf('\x00H\x00')).toBeLessThan(out.indexOf('\x00T\x00'));
      expect(out.replace('\x00H\x00', '').replace('\x00T\x00', '')).toBe(text(clean));
    }),
    { numRuns: 600 },
  );
});
