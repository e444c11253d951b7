// The page behind the one-time link that makes the first owner.
import { html } from '@candor/core';
import { hashPassword, passwordLimits } from '../accounts/passwords.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import type { Visit } from '../visit.ts';
import { renderComplaint, renderField } from './fields.ts';
import { openFormToken } from './form-token.ts';
import { beginSession } from './log-in-pages.ts';
import { complainOfName, complainOfPassword, normaliseName } from './new-password.ts';
import { gatePage } from './office-page.ts';
import { noteDeed, readCheckedForm } from './office-route.ts';

/** `admin/first-owner`. */
export function createFirstOwnerRoutes(site: Site): readonly Route[] {
  const path = 'admin/first-owner';
  return [
    { method: 'GET', path, personal: true, answer: (visit) => showForm(site, visit) },
    { method: 'POST', path, personal: true, answer: (visit) => takeForm(site, visit) },
  ];
}

async function showForm(site: Site, visit: Visit): Promise<Response> {
  const token = visit.url.searchParams.get('token') ?? '';
  if (!(await site.firstOwner.accepts(token))) return deadPage(site, visit);
  return formPage(site, visit, { token, name: '', complaint: null });
}

async function takeForm(site: Site, visit: Visit): Promise<Response> {
  const form = await readCheckedForm(site, visit);
  const token = form.get('token') ?? '';
  if (!(await site.firstOwner.accepts(token))) return deadPage(site, visit);
  const name = normaliseName(form.get('name'));
  const password = form.get('password') ?? '';
  const complaint = complainOfName(visit.words, name) ?? complainOfPassword(visit.words, password, form.get('again') ?? '');
  if (complaint !== null) return formPage(site, visit, { token, name, complaint });
  const account = await site.firstOwner.claim({ token, name, password: await hashPassword(password) });
  if (account === null) return deadPage(site, visit);
  await noteDeed(site, account.name, 'owner-claimed');
  return beginSession(site, visit, account, `${site.prefix}/admin`);
}

function formPage(
  site: Site,
  visit: Visit,
  { token, name, complaint }: { token: string; name: string; complaint: string | null },
): Response {
  const { words } = visit;
  const csrf = openFormToken(site, visit.request);
  const main = html`<div class="narrow stack">
<h1>${words.ownerTitle}</h1>
<p class="lead">${words.ownerLead}</p>
${renderComplaint(complaint)}
<form class="fields" method="post" action="${site.prefix}/admin/first-owner">
${csrf.field()}<input type="hidden" name="token" value="${token}">
${renderField({ name: 'name', label: words.name, type: 'text', complete: 'username', value: name, hint: words.nameRule })}
${renderField({ name: 'password', label: words.password, type: 'password', complete: 'new-password', hint: words.passwordRule(passwordLimits.shortest) })}
${renderField({ name: 'again', label: words.passwordAgain, type: 'password', complete: 'new-password' })}
<button class="main">${words.ownerButton}</button>
</form>
</div>`;
  return gatePage(site, visit, { title: words.ownerTitle, main }, { status: complaint === null ? 200 : 400, cookies: csrf.cookies });
}

function deadPage(site: Site, visit: Visit): Response {
  const { words } = visit;
  const main = html`<div class="narrow stack"><h1>${words.ownerDead}</h1><p>${words.ownerDeadText}</p><p><a href="${site.prefix}/admin/log-in">${words.logIn}</a></p></div>`;
  return gatePage(site, visit, { title: words.ownerDead, main }, { status: 410 });
}
