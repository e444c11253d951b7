// Cookies that scripts set, read to the letter.
import type { Question, Verdict } from '@candor/core';
import { decide, scanCookieHeader, scanSetCookie } from '@candor/core';
import type { Page } from '../page.ts';
import { untilKept } from './answer.ts';

type CookieInit = { readonly [field in 'name' | 'value' | 'expires' | 'domain' | 'path' | 'partitioned']?: unknown };

/** What a `cookieStore.set` amounts to as a line. */
function lineOf(init: CookieInit): string {
  const { name, value, expires, domain, path = '/', partitioned } = init;
  const life = expires === undefined || expires === null ? '' : `; Expires=${new Date(Number(expires)).toUTCString()}`;
  const scope = `; Path=${String(path)}${domain ? `; Domain=${String(domain)}` : ''}${partitioned ? '; Partitioned' : ''}`;
  return `${String(name)}=${String(value)}; Secure${scope}${life}`;
}

/**
 * Sets a cookie if it may be set, tightened where it must be: a line, or what `cookieStore.set` was given, and where
 * that was. While an answer is on its
 * way it waits: a server that does not know the yes yet would expire the cookie with the next thing it sends.
 */
export function setCookie(page: Page, given: readonly unknown[]): void {
  const kept = untilKept();
  const decide = (): void => {
    page.waiting.delete(given);
    setNow(page, given);
  };
  if (kept === null) return decide();
  page.waiting.add(given);
  void kept.then(decide);
}

function setNow({ env, state, asker }: Page, given: readonly unknown[]): void {
  const [first, second] = given.slice(0, -1);
  const from = given.at(-1) as Error;
  const line =
    second === undefined && Object(first) !== first
      ? String(first)
      : lineOf(Object(first) === first ? (first as CookieInit) : { name: first, value: second });
  const name = scanSetCookie(line)?.name ?? '';
  const held = scanCookieHeader(env.readCookies()).some((cookie) => cookie.name === name);
  const question: Question = { kind: 'script-cookie', line, request: asker.request(), held, now: env.now() };
  const set = (): Verdict => {
    const verdict = decide(state.enforcement, asker.consent, question);
    if (verdict.outcome !== 'drop') env.writeCookie(line + (verdict.append ?? ''));
    return verdict;
  };
  asker.refuses('script-cookie', name, set, from);
}
