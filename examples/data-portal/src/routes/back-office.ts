// /admin/: log in, edit, log out. sessionid comes with a log-in that succeeded, csrftoken with a page that has a form.
import { dayOf } from '../catalog/day.ts';
import { checkEdit } from '../catalog/edits.ts';
import { cookieLine, cookieRemoval, cookieValue, sessionCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import { readForm } from '../http/exchange.ts';
import type { Header, Reply } from '../http/reply.ts';
import { localPath, seeOther } from '../http/reply.ts';
import type { SaveState } from '../pages/admin.ts';
import { backOfficePage, editPage, logInPage } from '../pages/admin.ts';
import type { Page } from '../pages/layout.ts';
import type { View } from '../pages/view.ts';
import { issueToken, rotateToken } from '../security/csrf.ts';
import { refusalOf } from './csrf-guard.ts';
import type { PortalContext, Route } from './portal-context.ts';
import { refusedForm, showPage, userOf, viewOf } from './portal-context.ts';

const backOfficeHeaders: readonly Header[] = [['X-Frame-Options', 'DENY']];

type RenderForm = (token: string, view: View) => Page;

// Every page with a form carries a token and the cookie it belongs to.
function showForm(exchange: Exchange, context: PortalContext, render: RenderForm, status = 200): Reply {
  const token = issueToken(exchange.cookies, context.random);
  const view = viewOf(exchange, context);
  return showPage(view, render(token.field, view), { status, headers: [...backOfficeHeaders, ['Set-Cookie', token.setCookie]] });
}

async function logIn(exchange: Exchange, context: PortalContext): Promise<Reply> {
  const form = exchange.method === 'POST' ? await readForm(exchange) : exchange.query;
  const next = localPath(form.get('next'), '/admin/');
  if (exchange.method !== 'POST') return showForm(exchange, context, (token, view) => logInPage({ token, next, wrong: null }, view));
  if (refusalOf(exchange, form.get('csrfmiddlewaretoken')) !== null) return refusedForm(exchange, context);
  const name = form.get('username') ?? '';
  if (!(await context.checkPassword(name, form.get('password') ?? ''))) {
    return showForm(exchange, context, (token, view) => logInPage({ token, next, wrong: name }, view), 401);
  }
  context.sessions.close(cookieValue(exchange.cookies, sessionCookie.name));
  const session = cookieLine(sessionCookie, context.sessions.open(name));
  return seeOther(next, [
    ['Set-Cookie', session],
    ['Set-Cookie', rotateToken(context.random)],
  ]);
}

async function logOut(exchange: Exchange, context: PortalContext): Promise<Reply> {
  const form = await readForm(exchange);
  if (refusalOf(exchange, form.get('csrfmiddlewaretoken')) !== null) return refusedForm(exchange, context);
  context.sessions.close(cookieValue(exchange.cookies, sessionCookie.name));
  return seeOther('/', [['Set-Cookie', cookieRemoval(sessionCookie)]]);
}

async function edit(exchange: Exchange, context: PortalContext, id: string): Promise<Reply | null> {
  const dataset = context.catalog.find(id);
  if (dataset === null) return null;
  const show = (state: SaveState, status = 200): Reply =>
    showForm(exchange, context, (token, view) => editPage(dataset, { token, state }, view), status);
  if (exchange.method !== 'POST') return show(exchange.query.has('saved') ? 'saved' : null);
  const form = await readForm(exchange);
  if (refusalOf(exchange, form.get('csrfmiddlewaretoken')) !== null) return refusedForm(exchange, context);
  const change = { title: { en: form.get('title_en') ?? '', fr: form.get('title_fr') ?? '' }, licence: form.get('licence') ?? '' };
  const wrong = checkEdit(change);
  if (wrong !== null) return show(wrong === 'licence' ? 'licence' : 'title', 422);
  context.catalog.edit(id, change, dayOf(context.now()));
  return seeOther(`/admin/datasets/${id}?saved`);
}

/** Everything under /admin. */
export const backOffice: Route = async (exchange, context) => {
  const { path, method } = exchange;
  if (path !== '/admin' && !path.startsWith('/admin/')) return null;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return null;
  if (path === '/admin/login') return logIn(exchange, context);
  if (userOf(exchange, context) === null) {
    const next = method === 'POST' ? '/admin/' : path;
    return seeOther(`/admin/login?next=${encodeURIComponent(next)}`);
  }
  if (path === '/admin/logout' && method === 'POST') return logOut(exchange, context);
  if (path === '/admin' || path === '/admin/')
    return showForm(exchange, context, (token, view) => backOfficePage(context.catalog.list(), token, view));
  const [, id] = /^\/admin\/datasets\/([a-z0-9-]+)$/.exec(path) ?? [];
  return id === undefined ? null : edit(exchange, context, id);
};
