// Lints about trackers: what browsers cap, what attackers use, and what the choice cookie must be.

import type { LintRow } from './lint-row.ts';
import { findTrackers } from './lint-row.ts';
import { findOverlaps } from './overlap.ts';
import { isReached } from './site-rules.ts';
import type { CookieItem, Declaration, Scope, Tracker } from './types.ts';

// RFC 6265bis section 5.5 lets user agents cap lives, and browsers do at 400 days.
const longestLife = 400 * 86_400;
const choiceName = 'cookies_preferences';

/** The rows, in the order they are reported. */
export const trackerLints: readonly LintRow[] = [
  {
    code: 'LINT_NAMES_OVERLAP',
    severity: 'error',
    message: 'This name can also be claimed by the tracker "{about}"',
    hint: 'Give each name to one tracker, or separate them by host or path',
    find: findOverlaps,
  },
  {
    code: 'LINT_CHOICE_COOKIE_MISSING',
    severity: 'error',
    message: 'No tracker declares the cookie "cookies_preferences" in which choices are kept',
    hint: 'Declare it with "setWhen": {"on": "choice"} in the scope of "site.choiceScope"',
    find: (declaration) => (findChoiceCookie(declaration) === null ? [{ path: ['trackers'] }] : []),
  },
  {
    code: 'LINT_CHOICE_COOKIE_SCOPE',
    severity: 'error',
    message: 'The cookie "cookies_preferences" is not declared in the scope of "site.choiceScope"',
    hint: 'Use the same host or domain, path and partition in both',
    find: (declaration) => inChoiceCookie(declaration, (cookie) => (hasScope(cookie, declaration.site.choiceScope) ? null : 'scopes')),
  },
  {
    code: 'LINT_CHOICE_COOKIE_LIFE',
    severity: 'error',
    message: 'The cookie "cookies_preferences" lasts less long than a choice is kept, or longer than any',
    hint: 'Set its life to the longest "notice.choiceLife"',
    find: (declaration) => inChoiceCookie(declaration, (cookie) => (lifeOf(cookie) === longestChoice(declaration) ? null : 'life')),
  },
  {
    code: 'LINT_CHOICE_COOKIE_MOMENT',
    severity: 'error',
    message: 'The cookie "cookies_preferences" is stored only after a choice',
    hint: 'Set its "setWhen" to {"on": "choice"}',
    find: (declaration) => inChoiceCookie(declaration, (cookie) => (cookie.setWhen.on === 'choice' ? null : 'setWhen')),
  },
  {
    code: 'LINT_CHOICE_SCOPE_PARTIAL',
    severity: 'warning',
    message: 'Choices are not shared with the host "{about}"',
    hint: 'Give "site.choiceScope" a domain above all hosts, or a declaration to each site',
    find: ({ site }) =>
      site.hosts.flatMap((host, index) => (isReached(site.choiceScope, host) ? [] : [{ path: ['site', 'hosts', index], about: host }])),
  },
  {
    code: 'LINT_LIFE_CAPPED',
    severity: 'warning',
    message: 'The life of "{about}" is longer than the 400 days browsers keep a cookie',
    hint: 'Declare at most 34560000 seconds',
    find: (declaration) =>
      findTrackers(declaration, (tracker) => (tracker.kind === 'cookie' && lifeOf(tracker) > longestLife ? ['life'] : null)),
  },
  {
    code: 'LINT_LOG_IN_NOT_HTTP_ONLY',
    severity: 'warning',
    message: 'Scripts can read the log-in cookie "{about}"',
    hint: 'Set "httpOnly" to true, on the site too',
    find: (declaration) =>
      findTrackers(declaration, (tracker) =>
        tracker.kind === 'cookie' && tracker.setWhen.on === 'log-in' && !tracker.httpOnly ? ['httpOnly'] : null,
      ),
  },
  {
    code: 'LINT_COOKIE_NOT_SECURE',
    severity: 'warning',
    message: 'The cookie "{about}" also travels unencrypted',
    hint: 'Set "secure" to true, on the site too',
    find: (declaration) => findTrackers(declaration, (tracker) => (tracker.kind === 'cookie' && !tracker.secure ? ['secure'] : null)),
  },
  {
    code: 'LINT_EXPLANATION_REPEATS',
    severity: 'warning',
    message: 'The explanation of "{about}" only repeats its function',
    hint: 'Say in a sentence what it is for',
    find: (declaration) => findTrackers(declaration, (tracker) => (repeatsItself(tracker) ? ['explanation'] : null)),
  },
];

/** Id and item of the cookie in which choices are kept, or null. */
function findChoiceCookie(declaration: Declaration): { readonly id: string; readonly cookie: Tracker & CookieItem } | null {
  for (const [id, tracker] of Object.entries(declaration.trackers)) {
    if (tracker.kind === 'cookie' && tracker.names.some((name) => 'exact' in name && name.exact === choiceName))
      return { id, cookie: tracker };
  }
  return null;
}

function inChoiceCookie(declaration: Declaration, test: (cookie: Tracker & CookieItem) => string | null): ReturnType<LintRow['find']> {
  const found = findChoiceCookie(declaration);
  const field = found === null ? null : test(found.cookie);
  return found === null || field === null ? [] : [{ path: ['trackers', found.id, field] }];
}

function hasScope(cookie: CookieItem, wanted: Scope): boolean {
  return cookie.scopes.some((scope) => sameHost(scope, wanted) && scope.path === wanted.path && scope.partitioned === wanted.partitioned);
}

function sameHost(one: Scope, other: Scope): boolean {
  return 'host' in one ? 'host' in other && one.host === other.host : 'domain' in other && one.domain === other.domain;
}

function lifeOf(cookie: CookieItem): number {
  return cookie.life.kind === 'seconds' ? cookie.life.max : 0;
}

function longestChoice({ notice }: Declaration): number {
  return Math.max(...Object.values(notice.choiceLife));
}

function repeatsItself(tracker: Tracker): boolean {
  return Object.entries(tracker.explanation).some(([language, text]) => plain(text) === plain(tracker.function[language] ?? ''));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();
}
