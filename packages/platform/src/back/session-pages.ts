// Where somebody is logged in, with a way to end each of it.
import { html } from '@candor/core';
import { PlatformError } from '../errors.ts';
import { seeOther } from '../http/respond.ts';
import { renderTable } from '../page/table.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import { officePage } from './office-page.ts';
import type { OfficeVisit } from './office-route.ts';
import { noteDeed, officeGet, officePost } from './office-route.ts';

/** `admin/sessions`. */
export function createSessionRoutes(site: Site): readonly Route[] {
  return [
    officeGet(site, 'admin/sessions', (office) => showSessions(site, office)),
    officePost(site, 'admin/sessions/revoke', async ({ session }, form) => {
      const ended = await site.store.sessions.remove(Number(form.get('session') ?? 0), session.accountId);
      if (!ended) throw new PlatformError('PLATFORM_NOT_FOUND');
      await noteDeed(site, session.accountName, 'session-revoked');
      return seeOther(`${site.prefix}/admin/sessions`);
    }),
  ];
}

async function showSessions(site: Site, office: OfficeVisit): Promise<Response> {
  const { visit, session: own, token } = office;
  const { words, writing } = visit;
  const sessions = await site.store.sessions.list(own.accountId, site.now());
  const rows = sessions.map((session) => [
    session.browser === '' ? words.sessionsUnknown : session.browser,
    writing.time(session.createdAt),
    writing.time(session.seenAt),
    writing.time(session.expiresAt),
    session.id === own.id
      ? html`<span class="mark good">${words.sessionsThis}</span>`
      : html`<form method="post" action="${site.prefix}/admin/sessions/revoke">${token.field()}<button name="session" value="${session.id}">${words.sessionsRevoke}</button></form>`,
  ]);
  const columns = [words.sessionsBrowser, words.sessionsSince, words.sessionsSeen, words.sessionsUntil, ''];
  const main = html`<div class="stack"><h1>${words.officeSessions}</h1>${renderTable({ caption: words.sessionsTitle, columns, rows })}</div>`;
  return officePage(site, office, { title: words.officeSessions, main });
}
