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
 * Sets what waits and may be set, tightened where it must be: lines, or what `cookieStore.set` was given, each with where that was.
 * While an answer is on its way they wait: a server that does not know the yes yet would expire a cookie with the next thing it sends.
 */
export function setCookies(page: Page): void {
  const kept = untilKept();
  if (kept !== null) return void kept.then(() => setCookies(page));
  for (const given of page.waiting) {
    page.waiting.delete(given);
    setNow(page, given);
  }
}

function setNow({ env, state, asker }: Page, given: readonly unknown[]): void {
  const [first, second] = given.slice(0, -1);
  const from = given.at(-1) as string;
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
