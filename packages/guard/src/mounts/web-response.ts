// Web-standard responses: made of an answer of ours, or of a site's with its head and page filtered.
import type { Made } from '../answers.ts';
import { isBodyless } from '../answers.ts';
import { keyOf } from '../header-list.ts';
import type { Passing } from '../passing.ts';
import { linesOf, toHeaders } from '../web-headers.ts';
import { fitted, goneOver } from './page-transform.ts';

/** An answer of ours. */
export function toResponse({ status, message, headers, body }: Made, method: string): Response {
  return new Response(isBodyless(method, status) ? null : body, { status, statusText: message, headers: toHeaders(headers) });
}

/** No Response can be made with such a status: a switch of protocols keeps the object that its runtime made, its cookies filtered in place. */
function switched(response: Response, passing: Passing): Response {
  const { status, headers } = response;
  const kept = passing.leave({ status, headers: linesOf(headers) }).headers.filter((pair) => keyOf(pair) === 'set-cookie');
  try {
    headers.delete('set-cookie');
    for (const [name, value] of kept) headers.append(name, value);
  } catch {
    // A runtime that lets nobody change it is said not to be held.
  }
  return response;
}

/** A site's response as it leaves. */
export function left(response: Response, passing: Passing): Response {
  if (response.status < 200) return switched(response, passing);
  const { status, statusText, body } = response;
  const came = linesOf(response.headers);
  const { headers, page } = fitted(passing.leave({ status, headers: came }), came);
  const out = body === null || page === null ? body : goneOver(body, page);
  return new Response(out, { status, statusText, headers: toHeaders(headers) });
}
