// A small encoded page that came in one piece: decoded, gone over and encoded at once. Streams cost more than the coding does then.
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { joinBytes } from '../bytes.ts';
import { BROTLI_QUALITY, GZIP_LEVEL } from './body-coders.ts';
import type { Coding, ContentCoding } from './coding.ts';
import type { HtmlRules } from './rewrite.ts';
import { createHtmlRewriter } from './rewrite.ts';

/** Larger ones take long enough for others to wait for them. */
const MOST_ENCODED = 65_536;
const MOST_DECODED = 262_144;

function decode(coding: ContentCoding, body: Uint8Array): Uint8Array | null {
  const limit = { maxOutputLength: MOST_DECODED };
  switch (coding) {
    case 'gzip':
      return gunzipSync(body, limit);
    case 'br':
      return brotliDecompressSync(body, limit);
    case 'deflate':
      // Two formats go by this name.
      return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, limit) : inflateRawSync(body, limit);
    default:
      return null;
  }
}

function encode(coding: ContentCoding, body: Uint8Array): Uint8Array | null {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  switch (coding) {
    case 'identity':
      return body;
    case 'gzip':
      return gzipSync(body, { level: GZIP_LEVEL });
    case 'deflate':
      return deflateSync(body, { level: GZIP_LEVEL });
    case 'br':
      return brotliCompressSync(body, { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT } });
    default:
      return null;
  }
}

/** The body as it goes out; null for what is left to a stream: large bodies, broken ones, and codings that only a stream reads. */
export function rewriteWhole(rules: HtmlRules, coding: Coding, body: Uint8Array): Uint8Array | null {
  if (body.length > MOST_ENCODED || coding.from === 'zstd' || coding.to === 'zstd') return null;
  try {
    const decoded = decode(coding.from, body);
    if (decoded === null) return null;
    const rewriter = createHtmlRewriter(rules);
    const pieces = [...rewriter.write(decoded), ...rewriter.end()];
    return encode(coding.to, pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : joinBytes(pieces));
  } catch {
    return null;
  }
}
