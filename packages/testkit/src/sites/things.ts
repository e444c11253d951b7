// Cookies, stored names and loads as the families write them.
import type { Category } from '@candor/core';
import type { Cookie, Declared, Loaded, Stored } from './site.ts';
import type { CorpusCookie, CorpusStore } from './truth.ts';

const day = 86_400;

/** What may differ from a cookie of the whole site, `SameSite=Lax`, for the session. `days` 0 is a session. */
export type CookieOptions = Partial<Omit<CorpusCookie, 'seconds'>> & {
  readonly days?: number;
  readonly role?: string;
  readonly value?: string;
  readonly refusedBy?: string;
};

/** A first-party cookie, not secure and readable unless told otherwise. */
export function cookie(name: string, { days = 0, ...options }: CookieOptions = {}): Cookie {
  return {
    name,
    role: '',
    domain: null,
    path: '/',
    seconds: days === 0 ? null : Math.round(days * day),
    secure: false,
    httpOnly: false,
    sameSite: 'lax',
    partitioned: false,
    ...options,
  };
}

/** A cookie of another site, as third parties have to send it. */
export function foreignCookie(role: string, name: string, options: CookieOptions = {}): Cookie {
  return cookie(name, { role, secure: true, sameSite: 'none', ...options });
}

/** A cookie as `cookieStore.set` writes it: secure and strict, whoever asks. */
export function cookieOfStore(name: string, days: number): Cookie {
  return cookie(name, { days, secure: true, sameSite: 'strict' });
}

/** A name in a store of the site's own origin, or of another role's. */
export function stored(store: Exclude<CorpusStore, 'cookie'>, name: string, role = ''): Stored {
  return { store, name, role };
}

/** Requests to another role's host. */
export function loads(role: string, ...as: Loaded['as']): Loaded {
  return { role, as };
}

/** Declares something under a category; all but `necessary` is asked about. */
export function declare(category: Category, of: Declared['of'], rest: Omit<Declared, 'category' | 'of'> = {}): Declared {
  return { category, of, ...rest };
}

/** The line that sends a cookie; `seconds` 0 takes it back. */
export function cookieLine(cookie: Cookie, value: string, seconds: number | null = cookie.seconds): string {
  return [
    `${cookie.name}=${value}`,
    cookie.domain === null ? '' : `Domain=${cookie.domain}`,
    `Path=${cookie.path}`,
    seconds === null ? '' : `Max-Age=${seconds}`,
    cookie.secure ? 'Secure' : '',
    cookie.httpOnly ? 'HttpOnly' : '',
    cookie.sameSite === null ? '' : `SameSite=${cookie.sameSite}`,
    cookie.partitioned ? 'Partitioned' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Its attributes only. */
export function attributesOf({ domain, path, seconds, secure, httpOnly, sameSite, partitioned }: Cookie): CorpusCookie {
  return { domain, path, seconds, secure, httpOnly, sameSite, partitioned };
}
