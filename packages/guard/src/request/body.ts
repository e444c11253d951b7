// A request's body, whole, up to a limit, whatever it arrives by.
import { joinBytes } from '../bytes.ts';

/** Reads the body of a request; null when it is larger than `limit` bytes. Rejects when the visitor goes away. */
export type ReadBody = (limit: number) => Promise<Uint8Array<ArrayBuffer> | null>;

/** What is still taken off the wire of a body that is too large, so that its sender is there to read the answer. */
const DRAINED = 16;

/** Joins what arrives. */
export async function collectBody(
  arriving: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of arriving) {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
    else if (length > limit * DRAINED) return null;
    else pieces.length = 0;
  }
  return length > limit ? null : joinBytes(pieces);
}
