// The target of a request, normalised once, so that the guard decides about the same path that the site serves.
import { remember } from '../memory.ts';
import type { Reading } from './refusal.ts';
import { refuse } from './refusal.ts';

/**
 * `forwarded` is what the site gets: origin form with its query. `path` is what is decided by: no query, dot segments resolved,
 * unreserved characters decoded. `host` is lower case, without port, empty when the request names none; `authority` keeps the port.
 */
export type RequestTarget = { readonly forwarded: string; readonly path: string; readonly host: string; readonly authority: string };

const AUTHORITY = /^(\[[0-9a-f:.]+\]|[a-z0-9._~-]*)(?::[0-9]{0,5})?$/i;

function resolveDots(path: string): string {
  if (!path.includes('.') && !path.includes('%')) return path;
  if (!/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return path;
  const out: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const plain = segment.replace(/%2e/gi, '.');
    if (plain === '..') out.pop();
    else if (plain !== '.') out.push(segment);
    if ((plain === '.' || plain === '..') && index === segments.length - 1) out.push('');
  }
  return `/${out.join('/')}`;
}

function decodeUnreserved(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/%([0-9a-f]{2})/gi, (escaped, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escaped;
  });
}

/** Lower case and without port. */
export function hostOf(authority: string): string {
  return authority.toLowerCase().replace(/:[0-9]*$/, '');
}

/** The host of an authority, null where it is none. The same few come with every request. */
const readHost = remember((authority: string): string | null => (AUTHORITY.test(authority) ? hostOf(authority) : null));

/** Reads request target and Host. The absolute form is accepted when its authority is the Host's (RFC 9112 §3.2.2). */
export function readTarget(url: string, hosts: readonly string[]): Reading<RequestTarget> {
  if (hosts.length > 1) return refuse(400, 'More than one Host header');
  const authority = (hosts[0] ?? '').trim();
  const host = readHost(authority);
  if (host === null) return refuse(400, 'The Host header is no host');
  if (url === '*') return { ok: true, value: { forwarded: '*', path: '/', host, authority } };
  const absolute = url.startsWith('/') ? null : /^https?:\/\/([^/?#]*)(.*)$/i.exec(url);
  if (absolute !== null && absolute[1]?.toLowerCase() !== authority.toLowerCase())
    return refuse(400, 'The request target names another host than the Host header');
  const relative = absolute === null ? url : (absolute[2] ?? '').replace(/^(?!\/)/, '/');
  if (!relative.startsWith('/')) return refuse(400, 'The request target must begin with a slash');
  const hash = relative.indexOf('#');
  const beforeHash = hash < 0 ? relative : relative.slice(0, hash);
  const mark = beforeHash.indexOf('?');
  const query = mark < 0 ? '' : beforeHash.slice(mark);
  // Two slashes at the start would be a host to whoever resolves it as a reference.
  const path = resolveDots(mark < 0 ? beforeHash : beforeHash.slice(0, mark)).replace(/^\/{2,}/, '/');
  return { ok: true, value: { forwarded: path + query, path: decodeUnreserved(path), host, authority } };
}

/** The same target at the host that visitors typed, as the last word of a proxy of one's own has it; what is no host changes nothing. */
export function atForwardedHost(target: RequestTarget, forwarded: readonly string[]): RequestTarget {
  const authority = forwarded.at(-1)?.split(',').at(-1)?.trim() ?? '';
  return authority === '' || !AUTHORITY.test(authority) ? target : { ...target, host: hostOf(authority), authority };
}

/** Whether a path is the prefix or under it. */
export function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
