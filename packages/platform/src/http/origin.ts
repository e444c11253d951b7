// Whether a request that changes something came from a page of this very origin. No token is needed for what this guards.
import { PlatformError } from '../errors.ts';

/**
 * Passes when `Sec-Fetch-Site` is `same-origin`, or, where the browser sends no such header or says `none`, when `Origin` is
 * ours. Neither present means refused: a browser of this decade sends at least one with every POST. Throws `PLATFORM_CROSS_SITE`.
 */
export function requireSameOrigin(headers: Headers, ownOrigins: readonly string[]): void {
  const site = headers.get('sec-fetch-site');
  if (site === 'same-origin') return;
  const origin = headers.get('origin');
  if ((site === null || site === 'none') && origin !== null && ownOrigins.includes(origin)) return;
  throw new PlatformError('PLATFORM_CROSS_SITE');
}
