// The guard around a handler of web-standard requests: Bun, Deno, Workers, and whatever else answers a Request with a Response.
// Nothing here or below needs Node.
import { createFilter } from '../filter.ts';
import type { HeaderList } from '../header-list.ts';
import type { Passing } from '../passing.ts';
import { collectBody } from '../request/body.ts';
import { linesOf, toHeaders } from '../web-headers.ts';
import type { MountName } from './limits.ts';
import type { Mount, MountOptions } from './mount.ts';
import { tellReady } from './mount.ts';
import { left, toResponse } from './web-response.ts';

export type { Limit, MountName, Ready } from './limits.ts';
export { limitsOf } from './limits.ts';
export type { Mount, MountOptions } from './mount.ts';

/** Answers a request as the site does. */
export type Next = (request: Request) => Promise<Response> | Response;

/** What a web-standard request does not say of its connection. */
export type Connection = { readonly remoteAddress: string };

/** Answers a request here or asks `next`, which gets it as the site may see it, and filters what comes back. */
export type WebGuard = Mount & { handle(request: Request, next: Next, connection?: Connection): Promise<Response> };

/** The request as the site may see it; its own `Host` line stays as it was. */
function given(request: Request, { url, headers }: Passing): Request {
  const { href } = new URL(url, request.url);
  const host = request.headers.get('host');
  const lines = headers.filter(([name]) => name !== 'Host');
  const seen = new Request(href === request.url ? request : new Request(href, request), { headers: toHeaders(lines) });
  if (host !== null) seen.headers.set('host', host);
  return seen;
}

/** The same under another mount's name. */
export function mountWeb(mount: MountName, options: MountOptions): WebGuard {
  const filter = createFilter(options);
  const handle = async (request: Request, next: Next, connection: Connection = { remoteAddress: '' }): Promise<Response> => {
    const { protocol, host, pathname, search } = new URL(request.url);
    const headers: HeaderList = [['Host', host], ...linesOf(request.headers).filter(([name]) => name !== 'host')];
    const body = request.body ?? [];
    const { answer, passing } = filter.enter(
      { method: request.method, url: pathname + search, headers, encrypted: protocol === 'https:', ...connection },
      (limit) => collectBody(body, limit),
    );
    if (passing === null) return toResponse(await answer, request.method);
    return left(await next(given(request, passing)), passing);
  };
  return { handle, limits: tellReady(mount, options), report: filter.report, reload: filter.reload };
}

/** Makes a guard for handlers of web-standard requests. Throws `GUARD_CLIENT_UNFIT`. */
export function createWebGuard(options: MountOptions): WebGuard {
  return mountWeb('web', options);
}
