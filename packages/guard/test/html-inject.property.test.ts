import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLatin1, joinBytes } from '../src/bytes.ts';
import { createHtmlRewriter } from '../src/html/rewrite.ts';
import { placing } from './html-check.ts';

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
  '<noscript>',
  '</noscript>',
  '</br>',
  '<frameset>',
];
const documents = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 3 })), { maxLength: 24 })
  .map((parts) => encodeLatin1(parts.join('')));

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function injectChunks(chunks: readonly Uint8Array[], afterMeta: boolean): string {
  const injector = createHtmlRewriter(
    placing({
      head: encodeLatin1('\x00H\x00'),
      top: encodeLatin1('\x00B\x00'),
      tail: encodeLatin1('\x00T\x00'),
      afterMeta,
    }),
  );
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

test('G44 taking the pieces out gives the document back; each stands there once and in order, in frames only the first', () => {
  const seen = { framed: 0, whole: 0 };
  fc.assert(
    fc.property(documents, fc.boolean(), (bytes, afterMeta) => {
      const clean = encodeLatin1(text(bytes).replaceAll('\x00', ''));
      const out = injectChunks([clean], afterMeta);
      const order = [...out.matchAll(/\x00(.)\x00/g)].map(([, piece]) => piece).join('');
      expect(order).toMatch(/^H(?:BT)?$/);
      if (order === 'H') expect(out).toMatch(/<frameset>/i);
      seen[order === 'H' ? 'framed' : 'whole'] += 1;
      expect(out.replace(/\x00.\x00/g, '')).toBe(text(clean));
    }),
    { numRuns: 800 },
  );
  expect(seen.framed).toBeGreaterThan(0);
  expect(seen.whole).toBeGreaterThan(seen.framed);
});
