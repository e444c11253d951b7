// The few shapes of an answer.

/** Extra headers of an answer; several Set-Cookie lines go through `cookies`. */
export type Extra = { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly cookies?: readonly string[] };

/** A whole HTML document. */
export function pageResponse(document: string, extra: Extra = {}): Response {
  return respond(document, 'text/html; charset=utf-8', extra);
}

/** A value as JSON. */
export function jsonResponse(value: unknown, extra: Extra = {}): Response {
  return respond(`${JSON.stringify(value)}\n`, 'application/json; charset=utf-8', extra);
}

/** Text or bytes of a given media type. */
export function respond(body: string | Uint8Array, type: string, extra: Extra = {}): Response {
  const headers = headersOf(extra);
  if (!headers.has('content-type')) headers.set('Content-Type', type);
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { status: extra.status ?? 200, headers });
}

/** A 303 after a form: the next page is fetched with GET. */
export function seeOther(location: string, extra: Extra = {}): Response {
  const headers = headersOf(extra);
  headers.set('Location', location);
  return new Response(null, { status: 303, headers });
}

function headersOf(extra: Extra): Headers {
  const headers = new Headers(extra.headers ?? {});
  for (const line of extra.cookies ?? []) headers.append('Set-Cookie', line);
  return headers;
}
