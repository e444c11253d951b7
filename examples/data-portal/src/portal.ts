// The portal: routes over a catalogue, behind node:http. `handle` is the whole of it; `listen` gives it a socket.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from '@candor/core';
import { createBannerOnly } from './bare/banner-only.ts';
import { createCatalog } from './catalog/edits.ts';
import { loadDatasets } from './catalog/load.ts';
import { createConsentReader } from './consent.ts';
import type { Exchange } from './http/exchange.ts';
import { exchangeFrom } from './http/exchange.ts';
import type { Reply } from './http/reply.ts';
import { problemReply, sendReply } from './http/reply.ts';
import type { Portal } from './http/serve.ts';
import { serve } from './http/serve.ts';
import type { Lie, LieContext } from './lie.ts';
import type { Additions } from './pages/view.ts';
import { noAdditions } from './pages/view.ts';
import { api } from './routes/api.ts';
import { backOffice } from './routes/back-office.ts';
import { frontOffice } from './routes/front-office.ts';
import type { PortalContext, Route } from './routes/portal-context.ts';
import { notFound } from './routes/portal-context.ts';
import { setLanguage } from './routes/set-language.ts';
import { createStaticRoute } from './routes/static-files.ts';
import { createPasswordCheck, demonstrationPassword } from './security/passwords.ts';
import type { Random } from './security/random.ts';
import { systemRandom } from './security/random.ts';
import { createSessions } from './security/sessions.ts';

/** How to make a portal. */
export type PortalOptions = {
  /** Where the maps come from, for example `http://embed.localhost:8081`. */
  readonly embedOrigin: string;
  /** With no guard in front, the portal shows a plain consent notice itself, and enforces nothing. */
  readonly bare?: boolean;
  /** What a twin of the portal does beside its declaration. */
  readonly lies?: readonly Lie[];
  /** The editor's password; without one, the demonstration's. */
  readonly password?: string;
  /** A JSON file that keeps edits; without one they live in memory. */
  readonly dataFile?: string;
  readonly now?: () => Date;
  readonly random?: Random;
};

function additionsWith(lies: readonly Lie[], context: LieContext, base: Additions): Additions {
  const markups = lies.flatMap((lie) => (lie.markup === undefined ? [] : [lie.markup(context)]));
  return markups.length === 0 ? base : { ...base, bottom: html`${base.bottom}${markups}` };
}

/** A portal that does what candor.config.ts says, and with `lies` also what it does not say. */
export function createPortal(options: PortalOptions): Portal {
  const { embedOrigin, lies = [], bare = false } = options;
  const now = options.now ?? (() => new Date());
  const random = options.random ?? systemRandom;
  const consent = createConsentReader();
  const bannerOnly = bare ? createBannerOnly(now) : null;
  const lieContext: LieContext = { embedOrigin, mapsAnswer: consent.mapsAnswer, random };
  const datasetLink = lies.find((lie) => lie.datasetLink !== undefined)?.datasetLink;
  const context: PortalContext = {
    catalog: createCatalog(loadDatasets(), options.dataFile),
    sessions: createSessions(random, now),
    checkPassword: createPasswordCheck(options.password ?? demonstrationPassword, random),
    random,
    now,
    embedOrigin,
    granted: (exchange) => consent.mapsAnswer(exchange) === 'granted',
    additions: (exchange) => additionsWith(lies, lieContext, bannerOnly?.additions(exchange) ?? noAdditions),
    datasetLink: datasetLink ?? ((id) => `/datasets/${id}`),
  };
  const routes: readonly Route[] = [
    createStaticRoute(),
    frontOffice,
    setLanguage,
    api,
    backOffice,
    ...(bannerOnly === null ? [] : [bannerOnly.route]),
    ...lies.flatMap((lie): Route[] => (lie.respond === undefined ? [] : [(exchange) => lie.respond?.(exchange, lieContext) ?? null])),
  ];

  const respond = async (exchange: Exchange): Promise<Reply> => {
    for (const route of routes) {
      const reply = await route(exchange, context);
      if (reply !== null) return reply;
    }
    return notFound(exchange, context);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = exchangeFrom(request);
    try {
      const reply = await respond(exchange);
      const told = lies.reduce((result, lie) => lie.alter?.(result, exchange, lieContext) ?? result, reply);
      sendReply(response, told, exchange.method);
    } catch (error) {
      console.error('The portal could not answer', exchange.method, exchange.path, error);
      if (!response.headersSent)
        sendReply(response, problemReply(500, 'PORTAL_FAILED', 'The portal could not answer; the reason is in its log'), exchange.method);
      else response.end();
    }
  };

  return serve((request, response) => {
    void answer(request, response);
  });
}
