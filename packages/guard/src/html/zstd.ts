// Zstandard: Node's own where it has it; where it has not, pages that come in it can be read all the same, and go out in another coding.
import type { Transform } from 'node:stream';
import { Transform as NodeTransform } from 'node:stream';
import zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { createFrameCheck } from './zstd-frames.ts';

type Make = (options?: object) => Transform & { flush(kind: number): void };

function find(name: string): Make | null {
  const found: unknown = Reflect.get(zlib, name);
  return typeof found === 'function' ? (found as Make) : null;
}

const compress = find('createZstdCompress');
const decompress = find('createZstdDecompress');

/** What a decoder may keep to look back at (RFC 9659). */
const WINDOW_LOG = 23;
/** `ZSTD_d_windowLogMax`. */
const WINDOW_LOG_MAX = 100;

/** Starts encoding; null where this Node cannot. */
export function createZstdEncoder(): (Transform & { flush(kind: number): void }) | null {
  return compress === null ? null : compress();
}

/** Starts decoding. Windows larger than the standard has for responses break the body off. */
export function createZstdDecoder(): Transform {
  if (decompress !== null) return decompress({ params: { [WINDOW_LOG_MAX]: WINDOW_LOG } });
  return createSlowDecoder();
}

/** Small pieces, so that what they become is sent on before the next is read. */
const PIECE = 4096;

function createSlowDecoder(): Transform {
  const check = createFrameCheck(1 << WINDOW_LOG);
  const decoder: Transform = new NodeTransform({
    transform(chunk: Uint8Array, _encoding, done) {
      try {
        for (let at = 0; at < chunk.length; at += PIECE) {
          const piece = chunk.subarray(at, at + PIECE);
          check(piece);
          inner.push(piece);
        }
        done();
      } catch (cause) {
        done(asError(cause));
      }
    },
    flush(done) {
      try {
        inner.push(new Uint8Array(0), true);
        done();
      } catch (cause) {
        done(asError(cause));
      }
    },
  });
  const inner = new Decompress((data) => void (data.length > 0 && decoder.push(data.slice())));
  return decoder;
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new TypeError('Not Zstandard', { cause });
}
