import { brotliCompressSync, brotliDecompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ContentCoding } from '../src/html/coding.ts';
import type { HtmlRules } from '../src/html/rewrite.ts';
import { createHtmlRewriter } from '../src/html/rewrite.ts';
import { rewriteWhole } from '../src/html/whole.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const part = (name: string): Uint8Array => Buffer.from(`<!--${name}-->`);
const rules: HtmlRules = {
  parts: { head: part('head'), top: part('top'), tail: part('tail'), afterMeta: false },
  base: 'http://portal.localhost/',
  ask: () => 'pass',
  inert: true,
};
const page = Buffer.from(`<html><head></head><body>${'<p>words</p>'.repeat(1500)}</body></html>`);

const wanted = ((): string => {
  const rewriter = createHtmlRewriter(rules);
  return [...rewriter.write(page), ...rewriter.end()].map(text).join('');
})();

const encoders: readonly (readonly [string, ContentCoding, (body: Uint8Array) => Uint8Array])[] = [
  ['gzip', 'gzip', gzipSync],
  ['br', 'br', brotliCompressSync],
  ['deflate', 'deflate', deflateSync],
  ['raw deflate', 'deflate', deflateRawSync],
];
const decoders: readonly (readonly [ContentCoding, (body: Uint8Array) => Uint8Array])[] = [
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['deflate', inflateSync],
  ['identity', (body) => body],
];

for (const [name, from, encode] of encoders) {
  for (const [to, decode] of decoders) {
    test(`G93 a small page that comes whole as ${name} goes out as ${to} with what is put into it`, async () => {
      expect(wanted).toContain('<!--tail-->');
      const out = await rewriteWhole(rules, { from, to }, encode(page));
      expect(out === null ? null : text(decode(out))).toBe(wanted);
      const tiny = Buffer.from('<p>words</p>');
      const small = rewriteWhole(rules, { from, to }, encode(tiny));
      expect(small instanceof Uint8Array ? text(decode(small)) : null).toBe('<!--head--><!--top--><p>words</p><!--tail-->');
    });
  }
}

test('G93 what is large, broken, cut, or grows beyond a page is left to the stream', () => {
  const coding = { from: 'gzip', to: 'gzip' } as const;
  expect(rewriteWhole(rules, coding, Buffer.alloc(65_537))).toBeNull();
  expect(rewriteWhole(rules, coding, Buffer.from('no gzip at all'))).toBeNull();
  expect(rewriteWhole(rules, coding, gzipSync(page).subarray(0, 40))).toBeNull();
  expect(rewriteWhole(rules, coding, gzipSync(Buffer.alloc(10_000_000)))).toBeNull();
  expect(rewriteWhole(rules, { from: 'zstd', to: 'gzip' }, page)).toBeNull();
});
