// Host and path of an absolute address, read strictly. Core has no URL of its own; callers hand over what `new URL(…).href` prints,
// and whatever a browser might read in another way than this is not read at all.

/** Where a request goes. Host in lower case without port, empty where nothing leaves the browser; path without query. */
export type RequestAddress = { readonly host: string; readonly path: string };

// A browser ends the authority at a backslash too.
const network = /^(?:http|ws)s?:\/\/([^/\\?#]*)([^?#]*)/i;
const authority = /^(?:.*@)?([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/is;

/** Reads an absolute address; null where there is no host that can be trusted to be the one a browser would contact. */
export function readRequestAddress(url: string): RequestAddress | null {
  if (/^(?:data|blob|about):/i.test(url)) return { host: '', path: '' };
  const [, place = '', path = ''] = network.exec(url) ?? [];
  const [, host = ''] = authority.exec(place) ?? [];
  return host === '' || host.length > 253 ? null : { host: host.toLowerCase(), path: path.replaceAll('\\', '/') || '/' };
}
