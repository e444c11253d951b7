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
  const found = (bytes: Buffer, end: number): HeadReading => {
    if (bytes.toString('latin1', 0, START.length) !== START || end > HEAD_LIMIT) return 'broken';
    return { text: bytes.toString('latin1', 0, end), rest: bytes.subarray(end + END.length) };
  };
  return {
    read: (bytes) => {
      const whole = pieces.length === 0 ? bytes.indexOf(END) : -1;
      if (whole >= 0) return found(bytes, whole);
      // The end may lie across what came before and this.
      const before = pieces.length === 0 ? Buffer.alloc(0) : Buffer.concat(pieces.slice(-END.length)).subarray(-(END.length - 1));
      pieces.push(bytes);
      length += bytes.length;
      if (pieces.length === 1 || Buffer.concat([before, bytes]).indexOf(END) < 0) {
        const start = (pieces[0] ?? bytes).toString('latin1', 0, START.length);
        return length > HEAD_LIMIT || !START.startsWith(start.slice(0, START.length)) ? 'broken' : 'more';
      }
      const all = Buffer.concat(pieces);
      pieces = [];
      length = 0;
      return found(all, all.indexOf(END));
    },
  };
}
