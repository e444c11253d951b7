// Responses, in the words that families use.
import type { Answer, Cookie, Page, Visit } from './site.ts';

type Rest = Omit<Answer, 'body' | 'type' | 'page'>;

/** A page around some markup. */
export function html(main: string, rest: Rest & Omit<Page, 'main'> = {}): Answer {
  const { head, title, language, bare, ...answer } = rest;
  const extra = { ...(head !== undefined && { head }), ...(title !== undefined && { title }), ...(language !== undefined && { language }) };
  return { ...answer, page: { main, ...extra, ...(bare === true && { bare }) } };
}

/** A script file. */
export function script(body: string, rest: Rest = {}): Answer {
  return { ...rest, type: 'text/javascript; charset=utf-8', body };
}

const dot = Uint8Array.from(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'));

/** A picture of one point. */
export function picture(rest: Rest = {}): Answer {
  return { ...rest, type: 'image/gif', body: dot };
}

/** A style sheet. */
export function style(body: string, rest: Rest = {}): Answer {
  return { ...rest, type: 'text/css; charset=utf-8', body };
}

/** Data. */
export function json(value: unknown, rest: Rest = {}): Answer {
  return { ...rest, type: 'application/json', body: JSON.stringify(value) };
}

/** Nothing, with status 204. */
export function nothing(rest: Rest = {}): Answer {
  return { ...rest, status: 204 };
}

/** A way to another address. */
export function redirect(location: string, rest: Rest = {}): Answer {
  return { ...rest, status: rest.status ?? 302, headers: { ...rest.headers, location } };
}

/** Whether nobody has refused or withdrawn: what a site does that does not wait for a yes, and heeds a no. */
export function mayStill(visit: Visit): boolean {
  return visit.phase !== 'rejected' && visit.phase !== 'withdrawn';
}

/** The cookies, as long as nobody has refused or withdrawn. */
export function unlessRefused(visit: Visit, ...cookies: readonly Cookie[]): { readonly cookies: readonly Cookie[] } {
  return { cookies: mayStill(visit) ? cookies : [] };
}

/** The cookies, once the visitor has accepted. */
export function onceAccepted(visit: Visit, ...cookies: readonly Cookie[]): { readonly cookies: readonly Cookie[] } {
  return { cookies: visit.phase === 'accepted' ? cookies : [] };
}

/** An image element. */
export function image(address: string): string {
  return `<img alt="" width="1" height="1" src="${address}">`;
}

/** An inline script, in a scope of its own. */
export function inline(code: string): string {
  return `<script>(() => { ${code} })();</script>`;
}

/** A script element. */
export function load(address: string): string {
  return `<script src="${address}"></script>`;
}
