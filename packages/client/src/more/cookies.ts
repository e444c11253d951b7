// Cookies that scripts set, read to the letter.
import type { Question } from '@candor/core';
import { decide, scanCookieHeader, scanSetCookie } from '@candor/core';
import type { Page } from '../page.ts';

type CookieInit = { readonly [field in 'name' | 'value' | 'expires' | 'domain' | 'path' | 'partitioned']?: unknown };

/** What a `cookieStore.set` amounts to as a line. */
function lineOf(init: CookieInit): string {
  const { name, value, expires, domain, path = '/', partitioned } = init;
  const life = expires === undefined || expires === null ? '' : `; Expires=${new Date(Number(expires)).toUTCString()}`;
  const scope = `; Path=${String(path)}${domain ? `; Domain=${String(domain)}` : ''}${partitioned ? '; Partitioned' : ''}`;
  return `${String(name)}=${String(value)}; Secure${scope}${life}`;
}

/** Sets a cookie if it may be set, tightened where it must be: a line, or what `cookieStore.set` was given. */
export function setCookie({ env, state, asker }: Page, [first, second]: readonly unknown[]): void {
  const line =
    second === undefined && Object(first) !== first
      ? String(first)
      : lineOf(Object(first) === first ? (first as CookieInit) : { name: first, value: second });
  const name = scanSetCookie(line)?.name ?? '';
  const held = scanCookieHeader(env.readCookies()).some((cookie) => cookie.name === name);
  const question: Question = { kind: 'script-cookie', line, request: asker.request(), held, now: env.now() };
  asker.refuses('script-cookie', name, () => {
    const verdict = decide(state.enforcement, asker.consent, question);
    if (verdict.outcome !== 'drop') env.writeCookie(line + (verdict.append ?? ''));
    return verdict;
  });
}
