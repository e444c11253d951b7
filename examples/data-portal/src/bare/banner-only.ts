// A plain integration of the notice, for a portal with no guard in front: it asks, records the answer in the choice cookie,
// expires what was declared, and enforces nothing. What else the site does goes on as before: that is the point.
import type { Choice, ConsentState, Html } from '@candor/core';
import {
  applyAction,
  choiceCookie,
  choiceCookieName,
  expiryLines,
  html,
  readChoices,
  renderBanner,
  renderPolicyHtml,
  renderPreferences,
  renderWayBack,
  resolveConsent,
} from '@candor/core';
import declaration from '../../candor.config.ts';
import type { Exchange } from '../http/exchange.ts';
import { readForm } from '../http/exchange.ts';
import type { Reply } from '../http/reply.ts';
import { localPath, seeOther, withCookies } from '../http/reply.ts';
import type { Additions } from '../pages/view.ts';
import type { PortalContext, Route } from '../routes/portal-context.ts';
import { refusedForm, showPage, viewOf } from '../routes/portal-context.ts';
import { isProvenSameOrigin } from '../security/same-origin.ts';
import { languageOf } from '../words/language.ts';
import { compileDeclaration } from './compiled.ts';
import { readAction } from './consent-form.ts';

/** The notice as a route and as additions to every page. */
export type BannerOnly = { readonly route: Route; readonly additions: (exchange: Exchange) => Additions };

const { prefix } = declaration.site;
const action = `${prefix}/preferences`;
const sheet = `${prefix}/notice.css`;

function choiceOf(exchange: Exchange): Choice | null {
  return readChoices(exchange.cookies.get(choiceCookieName) ?? []);
}

function sendsGpc(exchange: Exchange): boolean {
  return exchange.headers['sec-gpc'] === '1';
}

function hostOf(exchange: Exchange): string {
  return (exchange.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

function inBlock(body: Html): Html {
  return html`<div class="wide block">${body}</div>`;
}

/** The banner-only integration; `now` is the portal's clock. */
export function createBannerOnly(now: () => Date): BannerOnly {
  const { declarationId, profile, rules, notices, policies, styles } = compileDeclaration();
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const consentAfter = (choice: Choice | null, exchange: Exchange): ConsentState =>
    resolveConsent(declaration, { profile, choice, gpc: sendsGpc(exchange), now: seconds() });

  const answer = async (exchange: Exchange, context: PortalContext): Promise<Reply> => {
    const form = await readForm(exchange);
    const deed = readAction(form);
    if (deed === null || !isProvenSameOrigin(exchange.headers)) return refusedForm(exchange, context);
    const choice = applyAction(declaration, { declarationId, profile, choice: choiceOf(exchange), action: deed, now: seconds() });
    const expired = expiryLines(rules, consentAfter(choice, exchange), {
      heldNames: [...exchange.cookies.keys()],
      request: { host: hostOf(exchange), path: exchange.path, method: exchange.method, secure: true },
      unknownBudget: 0,
    });
    const kept = choiceCookie(declaration, { profile, choice, now: seconds() });
    return withCookies(seeOther(localPath(form.get('return'), action)), [kept, ...expired]);
  };

  const route: Route = (exchange, context) => {
    const { path, method } = exchange;
    if (path === action && method === 'POST') return answer(exchange, context);
    if (method !== 'GET' && method !== 'HEAD') return null;
    const view = viewOf(exchange, context);
    const { policy, preferences } = view.words.footer;
    switch (path) {
      case action: {
        const state = consentAfter(choiceOf(exchange), exchange);
        const body = renderPreferences(notices[view.language], { action, returnTo: action, state });
        return showPage(view, { title: preferences, main: inBlock(body) });
      }
      case `${prefix}/policy`:
        return showPage(view, { title: policy, main: inBlock(renderPolicyHtml(policies[view.language], { heading: 1 })) });
      case sheet:
        return {
          status: 200,
          headers: [
            ['Content-Type', 'text/css; charset=utf-8'],
            ['Cache-Control', 'public, max-age=300'],
          ],
          body: styles,
        };
      default:
        return null;
    }
  };

  const additions = (exchange: Exchange): Additions => {
    const notice = notices[languageOf(exchange)];
    const gpc = sendsGpc(exchange);
    const asks = exchange.path !== action && consentAfter(choiceOf(exchange), exchange).ask;
    const query = exchange.query.toString();
    const returnTo = exchange.path + (query === '' ? '' : `?${query}`);
    return {
      stylesheets: [sheet],
      top: asks ? renderBanner(notice, { action, returnTo, gpc }) : null,
      bottom: null,
      wayBack: renderWayBack(notice, { gpc }),
    };
  };

  return { route, additions };
}
