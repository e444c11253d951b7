// What stands before every page of the back office: a session, and a matching form for whatever changes something.
import { csrfNames, requireCsrf } from '../accounts/csrf-check.ts';
import type { Session } from '../drivers/session-store.ts';
import { readForm } from '../http/body.ts';
import { seeOther } from '../http/respond.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { ownOrigins } from '../visit.ts';
import type { FormToken } from './form-token.ts';
import { openFormToken } from './form-token.ts';

/** A visit by somebody who is logged in. */
export type OfficeVisit = { readonly visit: Visit; readonly session: Session; readonly token: FormToken };

/** A page of the back office. Without a session it leads to the log-in and back again. */
export function officeGet(site: Site, path: string, answer: (office: OfficeVisit) => Response | Promise<Response>): Route {
  return {
    method: 'GET',
    path,
    personal: true,
    answer: async (visit) => {
      const session = await site.sessions.find(visit.request);
      if (session === null)
        return seeOther(`${site.prefix}/admin/log-in?next=${encodeURIComponent(visit.url.pathname + visit.url.search)}`);
      return answer({ visit, session, token: openFormToken(site, visit.request) });
    },
  };
}

/** A form of the back office: session, origin and token are checked before anything is done. */
export function officePost(site: Site, path: string, answer: (office: OfficeVisit, form: URLSearchParams) => Promise<Response>): Route {
  return {
    method: 'POST',
    path,
    personal: true,
    answer: async (visit) => {
      const form = await readCheckedForm(site, visit);
      const session = await site.sessions.find(visit.request);
      if (session === null) return seeOther(`${site.prefix}/admin/log-in`);
      return answer({ visit, session, token: openFormToken(site, visit.request) }, form);
    },
  };
}

/** The form of a request whose origin and token were checked. Throws `PLATFORM_CSRF`. */
export async function readCheckedForm(site: Site, visit: Visit): Promise<URLSearchParams> {
  const form = await readForm(visit.request);
  requireCsrf(visit.request.headers, form.get(csrfNames.field), ownOrigins(site, visit));
  return form;
}

/** Writes down what somebody did. */
export async function noteDeed(site: Site, account: string, action: string, detail: string = ''): Promise<void> {
  await site.store.deeds.add({ at: site.now(), account, action, detail });
}
