// The request side of Django's CSRF check: origin first, then referrer, then cookie and token.
import { PlatformError } from '../errors.ts';
import { cookieValues } from '../http/cookies.ts';
import { matchCsrfToken, readCsrfSecret } from './csrf-token.ts';

/** Name of the cookie, of the form field and of the header, as Django has them. */
export const csrfNames: { readonly cookie: string; readonly field: string; readonly header: string } = {
  cookie: 'csrftoken',
  field: 'csrfmiddlewaretoken',
  header: 'X-CSRFToken',
};

/** Refuses with `PLATFORM_CSRF` and the reason unless origin, cookie and token of an unsafe request belong together. */
export function requireCsrf(headers: Headers, field: string | null, ownOrigins: readonly string[]): void {
  requireOrigin(headers, ownOrigins);
  const cookies = cookieValues(headers.get('cookie'), csrfNames.cookie).filter((value) => readCsrfSecret(value) !== null);
  if (cookies.length === 0) refuse('The CSRF cookie is missing');
  const token = field !== null && field !== '' ? field : headers.get(csrfNames.header);
  if (token === null || token === '') refuse('The CSRF token is missing');
  if (!cookies.some((cookie) => matchCsrfToken(token, cookie))) refuse('The CSRF token does not match');
}

function requireOrigin(headers: Headers, ownOrigins: readonly string[]): void {
  const origin = headers.get('origin');
  if (origin !== null) {
    if (!ownOrigins.includes(origin)) refuse('The origin of the request is not this site');
    return;
  }
  // Without Origin, plain HTTP is let through to the token as Django does; HTTPS must show where it came from.
  const secureOrigins = ownOrigins.filter((own) => own.startsWith('https:'));
  if (secureOrigins.length === 0) return;
  const referrer = headers.get('referer');
  if (referrer === null || !URL.canParse(referrer)) refuse('The request names no page that it came from');
  if (!secureOrigins.includes(new URL(referrer).origin)) refuse('The page that the request came from is not of this site');
}

function refuse(detail: string): never {
  throw new PlatformError('PLATFORM_CSRF', { detail });
}
