// A request's body, whole, up to a limit.
import type { IncomingMessage } from 'node:http';
import { joinBytes } from './bytes.ts';

/** The body, or null when it is larger than `limit` bytes. Rejects when the client goes away. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // The request is left alive when it is too large: the answer goes out on the same socket, and Node drains the rest.
  const arriving: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const piece of arriving) {
    length += piece.length;
    if (length > limit) return null;
    pieces.push(piece);
  }
  return joinBytes(pieces);
}
