// The check that stands before every write.
import type { Exchange } from '../http/exchange.ts';
import type { CsrfRefusal } from '../security/csrf.ts';
import { checkToken } from '../security/csrf.ts';
import { hasTrustedOrigin } from '../security/same-origin.ts';

/** Why this write is refused, or null. The form field comes before the header, as in Django. */
export function refusalOf(exchange: Exchange, field: string | null): CsrfRefusal | 'CSRF_ORIGIN' | null {
  if (!hasTrustedOrigin(exchange.headers)) return 'CSRF_ORIGIN';
  const header = exchange.headers['x-csrftoken'];
  return checkToken(exchange.cookies, field ?? (typeof header === 'string' ? header : null));
}
