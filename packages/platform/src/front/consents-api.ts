// `POST api/consents`: the same choice as the form's, for programs on this site's own pages.
import { readJson } from '../http/body.ts';
import { requireSameOrigin } from '../http/origin.ts';
import { jsonResponse, respond } from '../http/respond.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { ownOrigins } from '../visit.ts';
import { readActionJson } from './actions.ts';
import { makeChoice } from './make-choice.ts';

/** 201 with the receipt; 202 where the choice holds but was not recorded; 204 after `forget`. */
export function createConsentsRoutes(site: Site): readonly Route[] {
  return [{ method: 'POST', path: 'api/consents', personal: true, answer: (visit) => takeConsent(site, visit) }];
}

async function takeConsent(site: Site, visit: Visit): Promise<Response> {
  requireSameOrigin(visit.request.headers, ownOrigins(site, visit));
  const request = readActionJson(await readJson(visit.request));
  const { choice, receipt, headers, cookies } = await makeChoice(site, visit, 'api', request);
  if (choice === null) return new Response(null, { status: 204, headers: respond('', 'text/plain', { headers, cookies }).headers });
  if (receipt !== null) return jsonResponse(receipt, { status: 201, headers, cookies });
  const notRecorded = { recorded: false, choice, code: 'PLATFORM_LEDGER', hint: 'The choice holds; send it again for a receipt' };
  return jsonResponse(notRecorded, { status: 202, headers, cookies });
}
