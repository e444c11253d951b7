// 103 responses: only links, one by one, and only to hosts that the visitor allows. Nothing else of an informational response is passed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HeaderList } from '../header-list.ts';
import { valuesOf } from '../header-list.ts';
import type { OutwardCase } from '../response/outward-headers.ts';
import { allowedLinks } from '../response/outward-headers.ts';

/** The links of a 103 that may be passed on. */
export function hintsOf(outward: OutwardCase, headers: HeaderList): readonly string[] {
  return valuesOf(headers, 'link').flatMap((value) => allowedLinks(outward, value));
}

/** Passes each hint by itself: Node refuses some legal links, and one that it refuses must not take the others with it. */
export function sendHints(
  request: IncomingMessage,
  response: ServerResponse,
  hints: readonly string[],
  write: (hint: { readonly link: string }) => void = (hint) => response.writeEarlyHints({ ...hint }),
): void {
  if (request.httpVersion === '1.0') return;
  for (const link of hints) {
    if (response.headersSent || response.destroyed) return;
    try {
      write({ link });
    } catch {
      // A hint that cannot be written is only a hint.
    }
  }
}
