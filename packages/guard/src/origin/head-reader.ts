// Collects bytes until a head is whole. Bytes may come one by one: none is looked at twice.

/** So many bytes a head may have: sites that set hundreds of cookies worked before. */
const HEAD_LIMIT = 262_144;
const END = Buffer.from('\r\n\r\n', 'latin1');
const START = 'HTTP/1.';

/** A head as text, and what came after it; `more` where it is not whole, `broken` where it never will be. */
export type HeadReading = 'more' | 'broken' | { readonly text: string; readonly rest: Buffer };

/** Reads one head after the other. */
export type HeadReader = { read(bytes: Buffer): HeadReading };

/** Starts on a connection. */
export function createHeadReader(): HeadReader {
  let pieces: Buffer[] = [];
  let length = 0;
  let begun = '';
  const found = (bytes: Buffer, end: number): HeadReading => {
    if (bytes.toString('latin1', 0, START.length) !== START || end > HEAD_LIMIT) return 'broken';
    return { text: bytes.toString('latin1', 0, end), rest: bytes.subarray(end + END.length) };
  };
  /** Whether the end lies across what came before and this. */
  const endsWith = (bytes: Buffer): boolean => {
    const before = Buffer.concat(pieces.slice(1 - END.length)).subarray(1 - END.length);
    return Buffer.concat([before, bytes]).includes(END);
  };
  return {
    read: (bytes) => {
      const whole = pieces.length === 0 ? bytes.indexOf(END) : -1;
      if (whole >= 0) return found(bytes, whole);
      const ends = pieces.length > 0 && endsWith(bytes);
      pieces.push(bytes);
      length += bytes.length;
      if (!ends) {
        if (begun.length < START.length) begun += bytes.toString('latin1', 0, START.length - begun.length);
        return length > HEAD_LIMIT || !START.startsWith(begun) ? 'broken' : 'more';
      }
      const all = Buffer.concat(pieces);
      pieces = [];
      length = 0;
      begun = '';
      return found(all, all.indexOf(END));
    },
  };
}
