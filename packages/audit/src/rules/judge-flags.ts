// R-FLAGS: attributes weaker than declared, or than a cookie that stands for a person needs.
import type { CookieItem, Tracker } from '@candor/core';
import { readUrl } from '../collect/request-facts.ts';
import type { CookieStory } from './cookie-story.ts';

const strength = { none: 0, lax: 1, strict: 2 } as const;

/** What is weaker, as a message; null where nothing is. */
export function judgeFlags(declared: CookieItem & Pick<Tracker, 'setWhen'>, story: CookieStory): string | null {
  const { cookie: held } = story;
  const missing: string[] = [];
  if (declared.secure && !held.secure) missing.push('Secure');
  if (declared.httpOnly && !held.httpOnly) missing.push('HttpOnly');
  if (strength[held.sameSite] < strength[declared.sameSite]) missing.push(`SameSite=${declared.sameSite} (it is ${held.sameSite})`);
  if (missing.length > 0) return `Cookie "${held.name}" lacks the declared ${missing.join(', ')}`;
  const needed = neededBy(declared.setWhen, story);
  return needed.length === 0 ? null : `Cookie "${held.name}" lacks ${needed.join(', ')}, which ${occasion[declared.setWhen.on]} needs`;
}

const occasion: { readonly [When in Tracker['setWhen']['on']]?: string } = {
  'log-in': 'a log-in cookie',
  form: 'a cookie that protects a form',
};

// Scripts have no business with a log-in; what protects forms is often read by them. Where the site has https, neither travels without.
function neededBy({ on }: Tracker['setWhen'], { cookie, first }: CookieStory): readonly string[] {
  if (occasion[on] === undefined) return [];
  const lacking: string[] = [];
  if (on === 'log-in' && !cookie.httpOnly) lacking.push('HttpOnly');
  if (!cookie.secure && readUrl(first.page)?.protocol === 'https:') lacking.push('Secure');
  return lacking;
}
