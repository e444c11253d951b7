// Host and path of an absolute address, read strictly. Core has no URL of its own; callers hand over what `new URL(…).href` prints,
// and whatever a browser might read in another way than this is not read at all.

/** Where a request goes: `local` never leaves the browser. Host in lower case without port, path without query. */
export type RequestAddress = { readonly kind: 'network'; readonly host: string; readonly path: string } | { readonly kind: 'local' };

const networkSchemes: ReadonlySet<string> = new Set(['http', 'https', 'ws', 'wss']);
const localSchemes: ReadonlySet<string> = new Set(['data', 'blob', 'about']);

/** Reads an absolute address; null where there is no host that can be trusted to be the one a browser would contact. */
export function readRequestAddress(url: string): RequestAddress | null {
  const colon = url.indexOf(':');
  if (colon === -1) return null;
  const scheme = url.slice(0, colon).toLowerCase();
  if (localSchemes.has(scheme)) return { kind: 'local' };
  if (!networkSchemes.has(scheme) || url.slice(colon + 1, colon + 3) !== '//') return null;
  const start = colon + 3;
  const end = endOfAuthority(url, start);
  const host = readHost(url.slice(start, end));
  return host === null ? null : { kind: 'network', host, path: readPath(url, end) };
}

// A browser ends the authority at a backslash too.
function endOfAuthority(url: string, start: number): number {
  let end = start;
  while (end < url.length && !'/\\?#'.includes(url.charAt(end))) end += 1;
  return end;
}

function readHost(authority: string): string | null {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
  const name = (colon === -1 ? host : host.slice(0, colon)).toLowerCase();
  const port = colon === -1 ? '' : host.slice(colon + 1);
  return isHostText(name) && /^[0-9]{0,5}$/.test(port) ? name : null;
}

function isHostText(host: string): boolean {
  return host.length <= 253 && (/^[a-z0-9._-]+$/.test(host) || /^\[[0-9a-f:.]+\]$/.test(host));
}

function readPath(url: string, start: number): string {
  let end = start;
  while (end < url.length && url.charAt(end) !== '?' && url.charAt(end) !== '#') end += 1;
  return end === start ? '/' : url.slice(start, end).replaceAll('\\', '/');
}
