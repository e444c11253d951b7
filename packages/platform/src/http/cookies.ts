// The platform's own cookies: reading every value of a name, writing a Set-Cookie line.

/** What a cookie of ours carries. `maxAge` is seconds; null makes a session cookie, 0 deletes. */
export type OwnCookie = {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly maxAge: number | null;
  readonly httpOnly: boolean;
  readonly secure: boolean;
};

/**
 * Every value of one name in a Cookie header, in its order. A browser sends the longest path first (RFC 6265 §5.4), so ours,
 * which live below the prefix, precede the site's at `/`; but a planted one may share our path, so callers try each.
 */
export function cookieValues(header: string | null, name: string): readonly string[] {
  const values: string[] = [];
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) values.push(pair.slice(equals + 1).trim());
  }
  return values;
}

/** The names that a Cookie header carries, each once. */
export function cookieNames(header: string | null): readonly string[] {
  const names = (header ?? '').split(';').map((pair) => (pair.split('=')[0] ?? '').trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The Set-Cookie value of one of our cookies, SameSite=Lax always. */
export function setCookieLine(cookie: OwnCookie): string {
  const attributes = [`${cookie.name}=${cookie.value}`, `Path=${cookie.path}`];
  if (cookie.maxAge !== null) attributes.push(`Max-Age=${cookie.maxAge}`);
  if (cookie.httpOnly) attributes.push('HttpOnly');
  if (cookie.secure) attributes.push('Secure');
  attributes.push('SameSite=Lax');
  return attributes.join('; ');
}
