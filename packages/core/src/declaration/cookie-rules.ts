// What browsers refuse to store (RFC 6265bis, sections 4.1.3 and 5.6; CHIPS): a cookie declared so would never exist.

import type { IssueList } from './issue-list.ts';
import { quote } from './path.ts';
import type { CookieItem, Declaration, Name } from './types.ts';

/** Adds an issue for every cookie whose name, scope and flags cannot go together. */
export function checkCookies(declaration: Declaration, issues: IssueList): void {
  for (const [id, tracker] of Object.entries(declaration.trackers)) {
    if (tracker.kind !== 'cookie') continue;
    checkNames(id, tracker, issues);
    if (tracker.secure) continue;
    const hint = 'Set "secure" to true';
    if (tracker.sameSite === 'none') {
      issues.add('DECL_SAME_SITE', ['trackers', id, 'sameSite'], { message: 'A cookie with SameSite=None must be secure', hint });
    }
    if (tracker.scopes.some((scope) => scope.partitioned)) {
      issues.add('DECL_PARTITIONED', ['trackers', id, 'scopes'], { message: 'A partitioned cookie must be secure', hint });
    }
  }
}

// Browsers compare these prefixes without regard to case.
function checkNames(id: string, cookie: CookieItem, issues: IssueList): void {
  for (const [index, name] of cookie.names.entries()) {
    const start = beginningOf(name).toLowerCase();
    const path = ['trackers', id, 'names', index];
    if (start.startsWith('__secure-') && !cookie.secure) {
      const message = `A cookie named ${quote(beginningOf(name))} must be secure`;
      issues.add('DECL_SECURE_PREFIX', path, { message, hint: 'Set "secure" to true' });
    }
    if (start.startsWith('__host-') && !isHostOnly(cookie)) {
      const message = `A cookie named ${quote(beginningOf(name))} must be secure, host-only and on path "/"`;
      issues.add('DECL_HOST_PREFIX', path, { message, hint: 'Set "secure" to true and give scopes with "host" and path "/"' });
    }
  }
}

function isHostOnly(cookie: CookieItem): boolean {
  return cookie.secure && cookie.scopes.every((scope) => 'host' in scope && scope.path === '/');
}

function beginningOf(name: Name): string {
  return 'exact' in name ? name.exact : name.prefix;
}
