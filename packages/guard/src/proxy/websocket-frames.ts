// Where one frame of a WebSocket ends and the next begins (RFC 6455, section 5.2). Nothing is read but lengths: it is known where a
// word of our own may be put between two frames.

/** Follows the bytes of one direction. */
export type FrameFollower = { take(piece: Uint8Array): void; isBetween(): boolean };

/** A close frame of a server: 1001, going away. */
export const GOING_AWAY: Uint8Array = Uint8Array.of(0x88, 0x02, 0x03, 0xe9);

/** Bytes of the header that begins like this. */
function headerLength([, second]: readonly number[]): number {
  if (second === undefined) return 2;
  const short = second & 0x7f;
  return 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + ((second & 0x80) === 0 ? 0 : 4);
}

function payloadLength(header: readonly number[]): number {
  const short = (header[1] ?? 0) & 0x7f;
  if (short < 126) return short;
  return header.slice(2, short === 126 ? 4 : 10).reduce((length, byte) => length * 256 + byte, 0);
}

/** At the beginning of the first frame. */
export function createFrameFollower(): FrameFollower {
  let header: number[] = [];
  let left = 0;
  return {
    take: (piece) => {
      let at = 0;
      while (at < piece.length) {
        if (left > 0) {
          const step = Math.min(left, piece.length - at);
          left -= step;
          at += step;
          continue;
        }
        header.push(piece[at] ?? 0);
        at += 1;
        if (header.length < headerLength(header)) continue;
        left = payloadLength(header);
        header = [];
      }
    },
    isBetween: () => left === 0 && header.length === 0,
  };
}
