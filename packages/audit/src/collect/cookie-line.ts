// Set-Cookie lines without their values, and the identity that tells one stored cookie from another.
import { defaultCookiePath, scanSetCookie } from '@candor/core';
import type { HeldCookie } from './observation.ts';

/** What makes two cookies the same one in a jar. `domain` begins with a dot unless the cookie is host-only. */
export type CookieIdentity = { readonly name: string; readonly domain: string; readonly path: string };

/** The line with its value taken out: `name=; Path=/`. */
export function withoutValue(line: string): string {
  const end = line.indexOf(';');
  const pair = end < 0 ? line : line.slice(0, end);
  const equals = pair.indexOf('=');
  return `${equals < 0 ? '' : pair.slice(0, equals).trim()}=${end < 0 ? '' : line.slice(end)}`;
}

/** The name in a line without a value. */
export function nameOfLine(line: string): string {
  return line.slice(0, Math.max(0, line.indexOf('=')));
}

/** The identity a line is stored under when it comes with a response of `host` and `path`; null where no browser stores it. */
export function identityOfLine(line: string, request: { readonly host: string; readonly path: string }): CookieIdentity | null {
  const facts = scanSetCookie(line);
  if (facts === null) return null;
  // An address, and a name of one label, can only name itself: browsers keep such a cookie host-only.
  const hostOnly = facts.domain === null || (facts.domain === request.host && !/\.[^.\d\]]/.test(request.host));
  return {
    name: facts.name,
    domain: hostOnly ? request.host : `.${facts.domain}`,
    path: facts.path ?? defaultCookiePath(request.path),
  };
}

/** Whether a line only removes a cookie: its end is not after `at` (Unix milliseconds). */
export function isDeletion(line: string, at: number): boolean {
  const facts = scanSetCookie(line);
  if (facts === null) return false;
  if (facts.maxAge !== null) return facts.maxAge <= 0;
  return facts.expires !== null && facts.expires * 1000 <= at;
}

/** One text for one stored cookie. */
export function identityKey(cookie: CookieIdentity): string {
  return JSON.stringify([cookie.name, cookie.domain, cookie.path]);
}

/** A Set-Cookie line that would store this cookie for the session: the question put to the decider. */
export function lineOfHeld(cookie: HeldCookie): string {
  const parts = [`${cookie.name}=x`, `Path=${cookie.path}`];
  if (cookie.domain.startsWith('.')) parts.push(`Domain=${cookie.domain.slice(1)}`);
  if (cookie.secure) parts.push('Secure');
  if (cookie.httpOnly) parts.push('HttpOnly');
  // A stored `none` without Secure is an unspecified one on an old browser: written down it would be refused.
  if (cookie.sameSite !== 'none' || cookie.secure) parts.push(`SameSite=${cookie.sameSite}`);
  if (cookie.partition !== null) parts.push('Partitioned');
  return parts.join('; ');
}

/** The host of a stored cookie, without the dot of a domain cookie. */
export function hostOfHeld(cookie: { readonly domain: string }): string {
  return cookie.domain.replace(/^\./, '');
}
