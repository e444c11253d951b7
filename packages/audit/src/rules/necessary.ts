// What counts as strictly necessary by behaviour, for sites that declare nothing: never by a name alone.
import { hostOfHeld } from '../collect/cookie-line.ts';
import type { Evidence } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { CookieStory } from './cookie-story.ts';
import type { Judge } from './judge.ts';
import { countsOrAdvertises, knownCookie } from './known-tracker.ts';

// Rails, Laravel, Django, ASP.NET, Spring and Angular all say so in the name of the cookie that protects their forms.
const formToken = /csrf|xsrf|requestverificationtoken|antiforgery/i;

/**
 * Whether a cookie behaves as what the visitor asked for needs: the site's own, written by the site's own responses alone, HttpOnly and
 * for the session or used by a form, not known for anything else, and not shared with another host.
 */
export function isNecessary(judge: Judge, evidence: Evidence, story: CookieStory): boolean {
  const { cookie, writes, lifeSeconds } = story;
  const own = judge.isWithinReach(hostOfHeld(cookie)) && cookie.partition === null;
  if (!own || writes.length === 0 || !writes.every(({ setter }) => isOwnResponse(judge, setter))) return false;
  const behaves = (cookie.httpOnly && lifeSeconds === null) || isUsedByForm(judge, evidence, story);
  return behaves && !countsOrAdvertises(knownCookie(story)) && !isShared(judge, evidence, cookie.name);
}

/** Whether a response of the site itself wrote it. */
export function isOwnResponse(judge: Judge, setter: { readonly kind: string; readonly url?: string }): boolean {
  return setter.kind === 'http-response' && judge.isOwnHost(readUrl(setter.url ?? '')?.hostname ?? '');
}

// A form of the site sent it, or it is a token by its name that a later page's form will send.
function isUsedByForm(judge: Judge, { requests }: Evidence, { cookie }: CookieStory): boolean {
  if (formToken.test(cookie.name)) return cookie.sameSite !== 'none';
  if (cookie.expires !== null) return false;
  return requests.some(
    ({ method, as, url, cookies }) =>
      method === 'POST' && as === 'document' && cookies.includes(cookie.name) && judge.isOwnHost(readUrl(url)?.hostname ?? ''),
  );
}

// It travels to another host, or another host keeps one of the same name: that is how identifiers are matched.
function isShared(judge: Judge, { requests, snapshots }: Evidence, name: string): boolean {
  const travels = requests.some(({ url, cookies }) => cookies.includes(name) && !judge.isWithinReach(readUrl(url)?.hostname ?? ''));
  return (
    travels || snapshots.some(({ cookies }) => cookies.some((cookie) => cookie.name === name && !judge.isWithinReach(hostOfHeld(cookie))))
  );
}
