// Puts the routes together: hono finds the one that is meant, everything else is ours.
import type { GuardContext } from '@candor/guard';
import { Hono } from 'hono';
import { createAccountRoutes } from './back/account-page.ts';
import { createAuditRoutes } from './back/audit-pages.ts';
import { createFirstOwnerRoutes } from './back/first-owner-pages.ts';
import { createJournalRoutes } from './back/journal-page.ts';
import { createLogInRoutes } from './back/log-in-pages.ts';
import { createOverviewRoutes } from './back/overview-page.ts';
import { createSessionRoutes } from './back/session-pages.ts';
import { answerFailure } from './error-page.ts';
import { PlatformError } from './errors.ts';
import { createConsentsRoutes } from './front/consents-api.ts';
import { createHealthRoutes } from './front/health-routes.ts';
import { createLanguageRoutes } from './front/language-route.ts';
import { createLogRoutes } from './front/log-routes.ts';
import { createOpenapiRoutes } from './front/openapi-route.ts';
import { createPolicyRoutes } from './front/policy-pages.ts';
import { createPreferencesRoutes } from './front/preferences-pages.ts';
import { createReceiptRoutes } from './front/receipt-pages.ts';
import { createStatisticsRoutes } from './front/statistics-pages.ts';
import { createStyleRoutes } from './front/style-route.ts';
import { createTruthRoutes } from './front/truth-pages.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import type { Route } from './route.ts';
import type { Site } from './site.ts';
import { openVisit } from './visit.ts';

type Bindings = { Bindings: { readonly context: GuardContext } };

/** Every route of the front office. */
export function frontRoutes(site: Site): readonly Route[] {
  return [
    ...createPolicyRoutes(site),
    ...createPreferencesRoutes(site),
    ...createConsentsRoutes(site),
    ...createReceiptRoutes(site),
    ...createTruthRoutes(site),
    ...createStatisticsRoutes(site),
    ...createLogRoutes(site),
    ...createLanguageRoutes(site),
    ...createHealthRoutes(site),
    ...createOpenapiRoutes(site),
    ...createStyleRoutes(site),
  ];
}

/** Every route of the back office. */
export function backRoutes(site: Site): readonly Route[] {
  return [
    ...createOverviewRoutes(site),
    ...createLogInRoutes(site),
    ...createFirstOwnerRoutes(site),
    ...createAuditRoutes(site),
    ...createSessionRoutes(site),
    ...createJournalRoutes(site),
    ...createAccountRoutes(site),
  ];
}

/** The application as one function of a request and what the guard knows about its visitor. */
export function createApplication(site: Site): (request: Request, context: GuardContext) => Promise<Response> {
  const routes = [...frontRoutes(site), ...backRoutes(site)];
  const app = new Hono<Bindings>({ strict: false });
  for (const route of routes) {
    app.on(route.method, `${site.prefix}/${route.path}`.replace(/\/$/, ''), async (c) =>
      answer(site, route, { request: c.req.raw, context: c.env.context, parameters: c.req.param() }),
    );
  }
  app.notFound((c) => {
    const visit = openVisit(site, c.req.raw, c.env.context, {});
    const allowed = methodsOf(routes, visit.path);
    const error =
      allowed.length === 0
        ? new PlatformError('PLATFORM_NOT_FOUND')
        : new PlatformError('PLATFORM_METHOD', { headers: { Allow: allowed.join(', ') } });
    const response = answerFailure(site, visit, error);
    addSecurityHeaders(response.headers, false);
    return response;
  });
  return async (request, context) => app.fetch(request, { context });
}

type Asked = { readonly request: Request; readonly context: GuardContext; readonly parameters: Readonly<Record<string, string>> };

async function answer(site: Site, route: Route, { request, context, parameters }: Asked): Promise<Response> {
  const visit = openVisit(site, request, context, parameters);
  const response = await attempt(site, route, visit);
  addSecurityHeaders(response.headers, route.personal);
  return response;
}

async function attempt(site: Site, route: Route, visit: ReturnType<typeof openVisit>): Promise<Response> {
  try {
    return await route.answer(visit);
  } catch (failure) {
    return answerFailure(site, visit, failure);
  }
}

// Which methods a path takes: asked only when none matched, so a plain comparison of segments is fast enough.
function methodsOf(routes: readonly Route[], path: string): readonly string[] {
  const methods = routes.filter((route) => matchesPath(route.path, path)).map((route) => route.method);
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

function matchesPath(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.at(-1) === '*') return given.length >= wanted.length && wanted.slice(0, -1).every((part, index) => part === given[index]);
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
