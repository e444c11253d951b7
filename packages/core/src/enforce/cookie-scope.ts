// Where a cookie lives: RFC 6265 domain-match and path-match, against the scopes a declaration names.
import type { SetCookieFacts } from '../base/cookie-scan.ts';
import { defaultCookiePath } from '../base/cookie-scan.ts';
import type { RequestFacts, RuleScope } from './types.ts';

/** Whether a Set-Cookie line would be stored in exactly this scope: same host or Domain, same path, same partitioning. */
export function isStoredIn(scope: RuleScope, facts: SetCookieFacts, request: RequestFacts): boolean {
  const place =
    'host' in scope
      ? facts.domain === null && request.host === scope.host
      : facts.domain === scope.domain && isReachedFrom(scope, request.host);
  return place && (facts.path ?? defaultCookiePath(request.path)) === scope.path && facts.partitioned === Boolean(scope.partitioned);
}

/** Whether a cookie of this scope is sent with a request, as far as host and path can tell. */
export function isSentWith(scope: RuleScope, request: RequestFacts): boolean {
  return isReachedFrom(scope, request.host) && pathMatches(scope.path, request.path);
}

/** Whether a host may set and receives cookies of this scope. */
export function isReachedFrom(scope: RuleScope, host: string): boolean {
  return 'host' in scope ? scope.host === host : host === scope.domain || host.endsWith(`.${scope.domain}`);
}

/** One text for one scope: two scopes with the same text are the same place in the jar. */
export function scopeKey(scope: RuleScope): string {
  return `${'host' in scope ? scope.host : `.${scope.domain}`} ${scope.path} ${scope.partitioned ?? false}`;
}

// RFC 6265 §5.1.4.
function pathMatches(cookiePath: string, requestPath: string): boolean {
  if (!requestPath.startsWith(cookiePath)) return false;
  return requestPath.length === cookiePath.length || cookiePath.endsWith('/') || requestPath.charAt(cookiePath.length) === '/';
}
