// Did this request come from one of our own pages? Browsers say so in headers that no page of another site can set.
import type { IncomingHttpHeaders } from 'node:http';
import { parseAddress } from '../http/address.ts';

function first(header: string | readonly string[] | undefined): string | undefined {
  const text = typeof header === 'string' ? header : header?.[0];
  return text?.split(',')[0]?.trim();
}

function hostOf(address: string): string | null {
  return parseAddress(address)?.host ?? null;
}

// Behind a proxy the Host header may be the inner one; a page of another site can set neither header.
function ownHosts(headers: IncomingHttpHeaders): readonly string[] {
  return [first(headers.host), first(headers['x-forwarded-host'])].filter((host) => host !== undefined).map((host) => host.toLowerCase());
}

/** Django's order: Origin if there is one; else, over HTTPS only, Referer must be there and match. */
export function hasTrustedOrigin(headers: IncomingHttpHeaders): boolean {
  const hosts = ownHosts(headers);
  const { origin, referer } = headers;
  if (origin !== undefined) return hosts.includes(hostOf(origin) ?? '');
  const secure = first(headers['x-forwarded-proto']) === 'https';
  if (referer === undefined) return !secure;
  return hosts.includes(hostOf(referer) ?? '');
}

/** For answers about cookies: the browser must say that the form was ours; no word of it is a no. */
export function isProvenSameOrigin(headers: IncomingHttpHeaders): boolean {
  return (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) && isSameOrigin(headers);
}

/** For forms without a token: not from another site, by Sec-Fetch-Site where the browser sends it. */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = first(headers['sec-fetch-site']);
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return hasTrustedOrigin(headers);
}
