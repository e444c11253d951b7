// The body of a request that came to a server of Node's.
import type { IncomingMessage } from 'node:http';
import type { ReadBody } from '../request/body.ts';
import { collectBody } from '../request/body.ts';

/** Reads it when asked to; the connection stays for the answer. */
export function bodyReader(request: IncomingMessage): ReadBody {
  return (limit) => collectBody(request.iterator({ destroyOnReturn: false }), limit);
}
