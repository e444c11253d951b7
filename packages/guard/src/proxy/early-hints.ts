// 103 responses: only links, one by one, and only to hosts that the visitor allows. Nothing else of an informational response is passed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HeaderList } from '../header-list.ts';
import { valuesOf } from '../header-list.ts';
import type { Machine } from '../machine.ts';
import type { Visit } from '../request/visit.ts';
import { allowedLinks } from '../response/outward-headers.ts';

/** The links of a 103 that may be passed on, by the consent of this moment; all of them where headers are only observed. */
export function hintsFor({ judge, planner, observations }: Machine, visit: Visit, headers: HeaderList): readonly string[] {
  const consent = judge.consentOf({ profile: visit.profile, choice: planner.changedChoices.current(visit), gpc: visit.gpc });
  const links = valuesOf(headers, 'link');
  const allowed = links.flatMap((value) => allowedLinks({ judge, visit, consent, observations }, value));
  return judge.modes.csp === 'observe' ? links : allowed;
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
