// A small encoded page that came in one piece: decoded and gone over at once, and encoded in one step. Streams cost more than the coding
// does then; encoding takes several times as long as all else, so that what is not tiny is encoded beside the work on other requests.
import { promisify } from 'node:util';
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflate,
  deflateSync,
  gunzipSync,
  gzip,
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
/** Encoded in less time than handing it over would take. */
const TINY = 8192;

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

const beside = { gzip: promisify(gzip), deflate: promisify(deflate), br: promisify(brotliCompress) };
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
const level = { level: GZIP_LEVEL };
const quality = { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT } };

function encode(coding: ContentCoding, body: Uint8Array): Uint8Array | Promise<Uint8Array> | null {
  const isTiny = body.length <= TINY;
  switch (coding) {
    case 'identity':
      return body;
    case 'gzip':
      return isTiny ? gzipSync(body, level) : beside.gzip(body, level);
    case 'deflate':
      return isTiny ? deflateSync(body, level) : beside.deflate(body, level);
    case 'br':
      return isTiny ? brotliCompressSync(body, quality) : beside.br(body, quality);
    default:
      return null;
  }
}

/** The body as it goes out; null for what is left to a stream: large bodies, broken ones, and codings that only a stream reads. */
export function rewriteWhole(rules: HtmlRules, coding: Coding, body: Uint8Array): Uint8Array | Promise<Uint8Array> | null {
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
