// A request's body, whole, up to a limit.
import type { IncomingMessage } from 'node:http';
import { joinBytes } from '../bytes.ts';

/** What is still taken off the wire of a body that is too large, so that its sender is there to read the answer. */
const DRAINED = 16;

/** The body, or null when it is larger than `limit` bytes. Rejects when the client goes away. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const arriving: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const piece of arriving) {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
    else if (length > limit * DRAINED) return null;
    else pieces.length = 0;
  }
  return length > limit ? null : joinBytes(pieces);
}
