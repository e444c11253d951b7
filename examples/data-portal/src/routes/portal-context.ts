// What the routes of one portal share.
import type { Catalog } from '../catalog/edits.ts';
import { cookieValue, sessionCookie } from '../http/cookies.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Header, Reply } from '../http/reply.ts';
import { pageReply } from '../http/reply.ts';
import type { Page } from '../pages/layout.ts';
import { renderDocument } from '../pages/layout.ts';
import { messagePage } from '../pages/messages.ts';
import type { Additions, View } from '../pages/view.ts';
import type { CheckPassword } from '../security/passwords.ts';
import type { Random } from '../security/random.ts';
import type { Sessions } from '../security/sessions.ts';
import { dictionaryFor, languageOf } from '../words/language.ts';

/** The parts of a running portal. `granted` tells whether the visitor's choice allows the maps. */
export type PortalContext = {
  readonly catalog: Catalog;
  readonly sessions: Sessions;
  readonly checkPassword: CheckPassword;
  readonly random: Random;
  readonly now: () => Date;
  readonly embedOrigin: string;
  readonly granted: (exchange: Exchange) => boolean;
  readonly additions: (exchange: Exchange) => Additions;
  readonly datasetLink: (id: string) => string;
};

/** Answers a request, or null when it is not this route's. */
export type Route = (exchange: Exchange, context: PortalContext) => Promise<Reply | null> | Reply | null;

/** The name of the person who is logged in, or null. */
export function userOf(exchange: Exchange, context: PortalContext): string | null {
  return context.sessions.find(cookieValue(exchange.cookies, sessionCookie.name))?.user ?? null;
}

/** The surroundings of a page for this request. */
export function viewOf(exchange: Exchange, context: PortalContext): View {
  const language = languageOf(exchange);
  const query = exchange.query.toString();
  return {
    language,
    words: dictionaryFor(language),
    returnTo: exchange.method === 'POST' ? '/' : exchange.path + (query === '' ? '' : `?${query}`),
    user: userOf(exchange, context),
    additions: context.additions(exchange),
    datasetLink: context.datasetLink,
  };
}

/** A page as an answer. */
export function showPage(view: View, page: Page, options: { readonly status?: number; readonly headers?: readonly Header[] } = {}): Reply {
  return pageReply(options.status ?? 200, renderDocument(view, page), options.headers);
}

/** The page for an address that leads nowhere. */
export function notFound(exchange: Exchange, context: PortalContext): Reply {
  const view = viewOf(exchange, context);
  const { errors } = view.words;
  const guarded = exchange.path.startsWith('/cookies/');
  const page = guarded ? messagePage(errors.guard, errors.guardLead, view) : messagePage(errors.notFound, errors.notFoundLead, view);
  return showPage(view, page, { status: 404 });
}

/** The page for a form that was refused. */
export function refusedForm(exchange: Exchange, context: PortalContext): Reply {
  const view = viewOf(exchange, context);
  return showPage(view, messagePage(view.words.errors.refused, view.words.errors.refusedLead, view), { status: 403 });
}
