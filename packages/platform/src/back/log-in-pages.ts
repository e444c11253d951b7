// Log-in and log-out.
import { html } from '@candor/core';
import { labelBrowser } from '../accounts/browser-label.ts';
import { verifyPassword } from '../accounts/passwords.ts';
import type { Account } from '../drivers/account-store.ts';
import { seeOther } from '../http/respond.ts';
import { safeReturnPath } from '../http/return-path.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { renderComplaint, renderField } from './fields.ts';
import { openFormToken, rotateFormToken } from './form-token.ts';
import { normaliseName } from './new-password.ts';
import { gatePage } from './office-page.ts';
import { noteDeed, officePost, readCheckedForm } from './office-route.ts';
import { removeExpired } from './retention.ts';

/** `admin/log-in` and `admin/log-out`. */
export function createLogInRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', path: 'admin/log-in', personal: true, answer: (visit) => showLogIn(site, visit) },
    { method: 'POST', path: 'admin/log-in', personal: true, answer: (visit) => takeLogIn(site, visit) },
    officePost(site, 'admin/log-out', async ({ visit, session }) => {
      const gone = await site.sessions.flush(visit.request);
      await noteDeed(site, session.accountName, 'logged-out');
      return seeOther(`${site.prefix}/admin/log-in`, { cookies: [gone] });
    }),
  ];
}

/** Begins a session for an account whose owner has just proved to be it, and leads on. */
export async function beginSession(site: Site, visit: Visit, account: Account, next: string): Promise<Response> {
  await removeExpired(site.store, site.now(), site.declaration.site.timeZone);
  const session = await site.sessions.rotate(visit.request, account.id, labelBrowser(visit.request.headers.get('user-agent')));
  return seeOther(next, { cookies: [session, rotateFormToken(site)] });
}

async function showLogIn(site: Site, visit: Visit): Promise<Response> {
  const next = nextPage(site, visit.url.searchParams.get('next'));
  if ((await site.sessions.find(visit.request)) !== null) return seeOther(next);
  return logInPage(site, visit, { next, complaint: null, name: '', status: 200 });
}

async function takeLogIn(site: Site, visit: Visit): Promise<Response> {
  const form = await readCheckedForm(site, visit);
  const name = normaliseName(form.get('name'));
  const next = nextPage(site, form.get('next'));
  const address = visit.context.remoteAddress;
  const wait = site.attempts.waitFor(name, address);
  if (wait > 0) {
    site.tally.add('log_ins_refused', 'too-many');
    const complaint = visit.words.logInWait(Math.ceil(wait / 60));
    return logInPage(site, visit, { next, complaint, name, status: 429, headers: { 'Retry-After': String(wait) } });
  }
  site.attempts.begin(name, address);
  const account = await site.store.accounts.findByName(name);
  const right = await verifyPassword(account?.password ?? null, form.get('password') ?? '');
  if (!right || account === null) {
    site.tally.add('log_ins_refused', 'wrong');
    return logInPage(site, visit, { next, complaint: visit.words.logInWrong, name, status: 400 });
  }
  site.attempts.succeed(name, address);
  site.tally.add('log_ins');
  await noteDeed(site, account.name, 'logged-in');
  return beginSession(site, visit, account, next);
}

type LogInPage = {
  readonly next: string;
  readonly complaint: string | null;
  readonly name: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
};

async function logInPage(site: Site, visit: Visit, { next, complaint, name, status, headers = {} }: LogInPage): Promise<Response> {
  const { words } = visit;
  const token = openFormToken(site, visit.request);
  const first = (await site.store.accounts.count()) === 0 && html`<p class="note warn">${words.logInFirst}</p>`;
  const main = html`<div class="narrow stack">
<h1>${words.logIn}</h1>
${first}
${renderComplaint(complaint)}
<form class="fields" method="post" action="${site.prefix}/admin/log-in">
${token.field()}<input type="hidden" name="next" value="${next}">
${renderField({ name: 'name', label: words.name, type: 'text', complete: 'username', value: name })}
${renderField({ name: 'password', label: words.password, type: 'password', complete: 'current-password' })}
<button class="main">${words.logIn}</button>
</form>
</div>`;
  return gatePage(site, visit, { title: words.logIn, main }, { status, headers, cookies: token.cookies });
}

// Only into the back office, and not to a page that a log-in would lead away from at once.
function nextPage(site: Site, given: string | null): string {
  const home = `${site.prefix}/admin`;
  const path = safeReturnPath(given, home);
  return path.startsWith(`${home}/`) && !path.startsWith(`${home}/log-`) ? path : home;
}
