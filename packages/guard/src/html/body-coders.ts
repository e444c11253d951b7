// What decodes and encodes bodies, piece by piece.
import type { Transform } from 'node:stream';
import { PassThrough } from 'node:stream';
import {
  constants,
  createBrotliCompress,
  createBrotliDecompress,
  createDeflate,
  createGunzip,
  createGzip,
  createInflate,
  createInflateRaw,
} from 'node:zlib';
import type { ContentCoding } from './coding.ts';
import { createZstdDecoder, createZstdEncoder } from './zstd.ts';

/** Starts decoding; `first` is the first byte of the body, by which two formats that go by one name are told apart. */
export function createDecoder(coding: ContentCoding, first: number): Transform {
  switch (coding) {
    case 'gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecoder();
    case 'deflate':
      return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return new PassThrough();
  }
}

/** Encodes what is written into it, and on demand lets out what it holds back. */
export type Encoder = { readonly stream: Transform; flush(): void };

/** Beyond these a page takes much longer and gets little smaller. */
export const GZIP_LEVEL = 4;
export const BROTLI_QUALITY = 4;

/** Starts encoding. */
export function createEncoder(coding: ContentCoding): Encoder {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  if (coding === 'br') {
    const stream = createBrotliCompress({
      params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT },
    });
    return { stream, flush: () => stream.flush(BROTLI_OPERATION_FLUSH) };
  }
  if (coding === 'gzip' || coding === 'deflate') {
    const stream = coding === 'gzip' ? createGzip({ level: GZIP_LEVEL }) : createDeflate({ level: GZIP_LEVEL });
    return { stream, flush: () => stream.flush(Z_SYNC_FLUSH) };
  }
  const zstd = coding === 'zstd' ? createZstdEncoder() : null;
  // `ZSTD_e_flush`.
  if (zstd !== null) return { stream: zstd, flush: () => zstd.flush(1) };
  return { stream: new PassThrough(), flush: () => undefined };
}
