// A request of Node's as the site may see it: whichever of its properties is read, the lines are the filtered ones.
import type { IncomingMessage } from 'node:http';
import { toFlat, valuesOf } from '../header-list.ts';
import type { Passing } from '../passing.ts';

/** What filtering changes of a request. */
const CHANGED: readonly string[] = ['cookie', 'accept-encoding', 'if-none-match', 'if-modified-since'];

/** Takes out of a request what the site may not read. */
export function takeRequest(request: IncomingMessage, { url, headers }: Passing): void {
  // Both are made of the raw lines when they are first asked for, so that they are asked for first.
  const { headers: joined, headersDistinct: distinct } = request;
  for (const name of CHANGED) {
    const values = valuesOf(headers, name);
    delete joined[name];
    delete distinct[name];
    if (values.length === 0) continue;
    joined[name] = values.join(name === 'cookie' ? '; ' : ', ');
    distinct[name] = [...values];
  }
  request.rawHeaders = toFlat(headers);
  request.url = url;
}
