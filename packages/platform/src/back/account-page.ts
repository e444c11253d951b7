// One's own account: the password can be changed, which ends all other sessions.
import { html } from '@candor/core';
import { hashPassword, passwordLimits, verifyPassword } from '../accounts/passwords.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import { renderComplaint, renderField } from './fields.ts';
import { complainOfPassword } from './new-password.ts';
import { officePage } from './office-page.ts';
import type { OfficeVisit } from './office-route.ts';
import { noteDeed, officeGet, officePost } from './office-route.ts';

type Message = { readonly complaint: string | null; readonly done: boolean };

/** `admin/account`. */
export function createAccountRoutes(site: Site): readonly Route[] {
  return [
    officeGet(site, 'admin/account', (office) => accountPage(site, office, { complaint: null, done: false })),
    officePost(site, 'admin/account', (office, form) => changePassword(site, office, form)),
  ];
}

async function changePassword(site: Site, office: OfficeVisit, form: URLSearchParams): Promise<Response> {
  const { visit, session } = office;
  const { words } = visit;
  const address = visit.context.remoteAddress;
  const wait = site.attempts.waitFor(session.accountName, address);
  if (wait > 0) return accountPage(site, office, { complaint: words.logInWait(Math.ceil(wait / 60)), done: false });
  site.attempts.begin(session.accountName, address);
  const account = await site.store.accounts.findByName(session.accountName);
  const right = await verifyPassword(account?.password ?? null, form.get('old') ?? '');
  if (!right) return accountPage(site, office, { complaint: words.logInWrong, done: false });
  site.attempts.succeed(session.accountName, address);
  const password = form.get('password') ?? '';
  const complaint = complainOfPassword(words, password, form.get('again') ?? '');
  if (complaint !== null) return accountPage(site, office, { complaint, done: false });
  await site.store.accounts.replacePassword(session.accountId, await hashPassword(password));
  await site.store.sessions.removeOthers(session.accountId, session.id);
  await noteDeed(site, session.accountName, 'password-changed');
  return accountPage(site, office, { complaint: null, done: true });
}

function accountPage(site: Site, office: OfficeVisit, { complaint, done }: Message): Response {
  const { visit, session, token } = office;
  const { words } = visit;
  const main = html`<div class="stack">
<h1>${session.accountName}</h1>
<h2>${words.passwordChange}</h2>
${renderComplaint(complaint)}
${done && html`<p class="note good" role="status">${words.passwordChanged}</p>`}
<form class="fields" method="post" action="${site.prefix}/admin/account">
${token.field()}
${renderField({ name: 'old', label: words.passwordOld, type: 'password', complete: 'current-password' })}
${renderField({ name: 'password', label: words.passwordNew, type: 'password', complete: 'new-password', hint: words.passwordRule(passwordLimits.shortest) })}
${renderField({ name: 'again', label: words.passwordAgain, type: 'password', complete: 'new-password' })}
<button class="main">${words.passwordChangeButton}</button>
</form>
</div>`;
  return officePage(site, office, { title: session.accountName, main }, { status: complaint === null ? 200 : 400 });
}
