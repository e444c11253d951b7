// The Cookie header in, Set-Cookie lines out. What each cookie is for stands in candor.config.ts.

/** Values by name; a name can come twice when a sub-domain or another path set it too. */
export type Cookies = ReadonlyMap<string, readonly string[]>;

/** How one of the portal's cookies is stored. `maxAge` in seconds; the path is `/` unless given; every one of them is Secure. */
export type CookieForm = {
  readonly name: string;
  readonly maxAge: number;
  readonly httpOnly: boolean;
  readonly sameSite: 'Lax' | 'None';
  readonly path?: string;
};

/** Log-in, two weeks. */
export const sessionCookie: CookieForm = { name: 'sessionid', maxAge: 1_209_600, httpOnly: true, sameSite: 'Lax' };

/** Forms and API writes, 364 days. Scripts read it to send it back in a header. */
export const csrfCookie: CookieForm = { name: 'csrftoken', maxAge: 31_449_600, httpOnly: false, sameSite: 'Lax' };

/** The language a visitor picked, 365 days. */
export const languageCookie: CookieForm = { name: 'django_language', maxAge: 31_536_000, httpOnly: false, sameSite: 'Lax' };

/** The look of the map, 90 days, for visitors who granted the maps. */
export const mapStyleCookie: CookieForm = { name: 'map_style', maxAge: 7_776_000, httpOnly: true, sameSite: 'Lax' };

/** The embed host's own visitor number, 90 days. */
export const embedCookie: CookieForm = { name: 'embed_visitor', maxAge: 7_776_000, httpOnly: true, sameSite: 'None' };

/** The cookies of a request header. */
export function readCookies(header: string | undefined): Cookies {
  const cookies = new Map<string, string[]>();
  for (const pair of (header ?? '').split(';')) {
    const cut = pair.indexOf('=');
    if (cut < 1) continue;
    const name = pair.slice(0, cut).trim();
    const values = cookies.get(name) ?? [];
    values.push(pair.slice(cut + 1).trim());
    cookies.set(name, values);
  }
  return cookies;
}

/** The first value of a cookie: the one with the longest path. */
export function cookieValue(cookies: Cookies, name: string): string | null {
  return cookies.get(name)?.[0] ?? null;
}

/** A Set-Cookie line; the value must already be cookie-safe. */
export function cookieLine(form: CookieForm, value: string): string {
  return `${form.name}=${value}; Path=${form.path ?? '/'}; Max-Age=${form.maxAge}; SameSite=${form.sameSite}; Secure${form.httpOnly ? '; HttpOnly' : ''}`;
}

/** A Set-Cookie line that removes the cookie. */
export function cookieRemoval(form: CookieForm): string {
  return cookieLine({ ...form, maxAge: 0 }, '');
}
