// The language choice: the one place that sets `django_language`.
import { PlatformError } from '../errors.ts';
import { readForm } from '../http/body.ts';
import { setCookieLine } from '../http/cookies.ts';
import { requireSameOrigin } from '../http/origin.ts';
import { seeOther } from '../http/respond.ts';
import { safeReturnPath } from '../http/return-path.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { ownOrigins } from '../visit.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** `POST language` with `language` and `return`. */
export function createLanguageRoutes(site: Site): readonly Route[] {
  return [{ method: 'POST', path: 'language', personal: true, answer: (visit) => takeLanguage(site, visit) }];
}

async function takeLanguage(site: Site, visit: Visit): Promise<Response> {
  requireSameOrigin(visit.request.headers, ownOrigins(site, visit));
  const form = await readForm(visit.request);
  const language = site.declaration.languages.find((one) => one === form.get('language'));
  if (language === undefined) throw new PlatformError('PLATFORM_INPUT', { detail: 'The language is not one that this site declares' });
  const cookie = setCookieLine({
    name: 'django_language',
    value: language,
    path: '/',
    maxAge: declaredLife(site),
    httpOnly: false,
    secure: site.secure,
  });
  return seeOther(safeReturnPath(form.get('return'), `${site.prefix}/policy`), { cookies: [cookie] });
}

// Never longer than the declaration says; twelve months, as the policy's second generation has it, where it says nothing.
function declaredLife(site: Site): number | null {
  const tracker = Object.values(site.declaration.trackers).find(
    (one) => one.kind === 'cookie' && one.names.some((name) => 'exact' in name && name.exact === 'django_language'),
  );
  if (tracker?.kind !== 'cookie') return yearSeconds;
  return tracker.life.kind === 'session' ? null : Math.min(yearSeconds, tracker.life.max);
}
