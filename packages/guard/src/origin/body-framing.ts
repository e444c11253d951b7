// Where a response's body ends (RFC 9112, section 6), and the bytes of one that comes in chunks.
import { tokensOf, valuesOf } from '../header-list.ts';
import type { ResponseHead } from './response-head.ts';

/** No body, so many bytes, chunks, or all until the connection ends. */
export type BodyFraming =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' };

/** The framing of a final response; null where two readers could find two ends. */
export function readBodyFraming(head: ResponseHead, method: string): BodyFraming | null {
  const codings = valuesOf(head.headers, 'transfer-encoding');
  const lengths = valuesOf(head.headers, 'content-length');
  const [length] = lengths;
  if (length !== undefined && (lengths.length > 1 || codings.length > 0 || !/^[0-9]{1,15}$/.test(length))) return null;
  const isChunked = codings.length === 1 && codings[0]?.toLowerCase() === 'chunked' && head.minor === 1;
  if (codings.length > 0 && !isChunked) return null;
  if (method === 'HEAD' || head.status === 204 || head.status === 304) return { kind: 'none' };
  if (isChunked) return { kind: 'chunked' };
  return length === undefined ? { kind: 'until-close' } : { kind: 'length', length: Number(length) };
}

/** Whether the connection may carry another request afterwards. */
export function staysOpen({ minor, headers }: ResponseHead, framing: BodyFraming): boolean {
  if (framing.kind === 'until-close') return false;
  const tokens = tokensOf(headers, 'connection');
  return minor === 1 ? !tokens.includes('close') : tokens.includes('keep-alive') && !tokens.includes('close');
}

/** Takes bytes of a chunked body and gives what they carry to `take`. Returns how many of them it used; `state` says how it stands. */
export type ChunkReader = { read(bytes: Buffer, take: (piece: Buffer) => void): number; readonly state: 'reading' | 'ended' | 'broken' };

const CR = 0x0d;
const LF = 0x0a;
const SEMICOLON = 0x3b;
/** Of a size line with its extensions, and of all trailers together. */
const LONGEST_LINE = 4096;
const LONGEST_TRAILERS = 65_536;

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

type Step = 'size' | 'extension' | 'size-end' | 'data' | 'data-cr' | 'data-lf' | 'trailer' | 'trailer-lf' | 'ended' | 'broken';
type Chunks = { step: Step; left: number; digits: number; line: number; trailers: number };

/** The step after one byte that is no data. */
function next(chunks: Chunks, byte: number): Step {
  switch (chunks.step) {
    case 'size':
      return readSize(chunks, byte);
    case 'extension':
      chunks.line += 1;
      if (byte === CR) return 'size-end';
      return byte === LF || chunks.line > LONGEST_LINE ? 'broken' : 'extension';
    case 'size-end':
      if (byte !== LF) return 'broken';
      chunks.line = 0;
      return chunks.left === 0 ? 'trailer' : 'data';
    case 'data-cr':
      return byte === CR ? 'data-lf' : 'broken';
    case 'data-lf':
      chunks.left = 0;
      chunks.digits = 0;
      chunks.line = 0;
      return byte === LF ? 'size' : 'broken';
    case 'trailer':
      return readTrailer(chunks, byte);
    case 'trailer-lf':
      if (byte !== LF) return 'broken';
      if (chunks.line === 0) return 'ended';
      chunks.line = 0;
      return 'trailer';
    default:
      return chunks.step;
  }
}

function readSize(chunks: Chunks, byte: number): Step {
  const value = hexValue(byte);
  if (value >= 0) {
    chunks.left = chunks.left * 16 + value;
    chunks.digits += 1;
    return chunks.digits > 12 ? 'broken' : 'size';
  }
  if (chunks.digits === 0) return 'broken';
  if (byte === CR) return 'size-end';
  return byte === SEMICOLON || byte === 0x20 || byte === 0x09 ? 'extension' : 'broken';
}

/** Trailers go nowhere; only their end matters. */
function readTrailer(chunks: Chunks, byte: number): Step {
  chunks.trailers += 1;
  if (chunks.trailers > LONGEST_TRAILERS || byte === LF || byte === 0) return 'broken';
  if (byte === CR) return 'trailer-lf';
  chunks.line += 1;
  return 'trailer';
}

/** Starts one body. */
export function createChunkReader(): ChunkReader {
  const chunks: Chunks = { step: 'size', left: 0, digits: 0, line: 0, trailers: 0 };
  return {
    get state() {
      return chunks.step === 'ended' || chunks.step === 'broken' ? chunks.step : 'reading';
    },
    read: (bytes, take) => {
      let at = 0;
      while (at < bytes.length && chunks.step !== 'ended' && chunks.step !== 'broken') {
        if (chunks.step !== 'data') {
          chunks.step = next(chunks, bytes[at] ?? 0);
          at += 1;
          continue;
        }
        const end = Math.min(bytes.length, at + chunks.left);
        take(bytes.subarray(at, end));
        chunks.left -= end - at;
        at = end;
        if (chunks.left === 0) chunks.step = 'data-cr';
      }
      return at;
    },
  };
}
