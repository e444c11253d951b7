// A request on its way to a site, and the response on its way back: two pure steps on lists of header lines, the same for every mount.
import type { HeaderList, HeaderPair } from './header-list.ts';
import { without } from './header-list.ts';
import type { Machine } from './machine.ts';
import { hintsFor } from './proxy/early-hints.ts';
import { planLocalRequest } from './request/request-plan.ts';
import type { Visit } from './request/visit.ts';
import { cspHeaders, FAIL_CLOSED_CSP } from './response/content-security-policy.ts';
import { countDocument } from './response/count-document.ts';
import type { PageRewrite } from './response/page-rules.ts';
import { planResponse } from './response/response-plan.ts';
import { withFallback } from './watch/fault-log.ts';

/** A response's head as the site made it. */
export type SiteHead = { readonly status: number; readonly headers: HeaderList };

/** The head as it goes out. `page` says how the body is gone over; null: it goes out as it is. */
export type Leaving = { readonly headers: HeaderList; readonly page: PageRewrite | null };

/** A request that is the site's to answer. */
export type Passing = {
  /** The target as the site gets it, in origin form. */
  readonly url: string;
  readonly headers: HeaderList;
  /** The final head. Never throws: after a surprise the most restrictive head goes out, and the body with it. */
  leave(head: SiteHead): Leaving;
  /** The links of a 103 that may be passed on, one by one. */
  hints(headers: HeaderList): readonly string[];
};

/** What carries a cookie, leads to another host, invites a cache, or belongs to a connection. */
const CLOSED: ReadonlySet<string> = new Set([
  ...['alt-svc', 'clear-site-data', 'link', 'nel', 'refresh', 'report-to', 'reporting-endpoints', 'set-cookie', 'set-cookie2'],
  ...['speculation-rules', 'cache-control', 'cdn-cache-control', 'edge-control', 'expires', 'surrogate-control', 'x-accel-expires'],
  ...['connection', 'keep-alive', 'transfer-encoding', 'upgrade'],
]);

/** What goes out after a surprise: the page, and nothing that anybody would have had to decide about. Reads no value. */
function closedHead({ headers }: SiteHead): Leaving {
  const caching: HeaderPair = ['Cache-Control', 'private, no-cache'];
  return { headers: [...without(headers, CLOSED), caching, ...cspHeaders(FAIL_CLOSED_CSP)], page: null };
}

/** The two steps for one visit. */
export function openPassing(machine: Machine, visit: Visit): Passing {
  const { judge, planner, observations, faults } = machine;
  const leave = (head: SiteHead): Leaving => {
    const plan = planResponse(planner, visit, { ...head, source: 'site' });
    countDocument(machine, visit, head.status, plan);
    return { headers: plan.headers, page: plan.rewrite };
  };
  return {
    url: visit.target.forwarded,
    headers: planLocalRequest({ judge, visit, observations }),
    leave: (head) =>
      withFallback(
        faults,
        'DECIDER_FAILED',
        () => leave(head),
        () => closedHead(head),
      ),
    hints: (headers) =>
      withFallback(
        faults,
        'DECIDER_FAILED',
        () => hintsFor(machine, visit, headers),
        () => [],
      ),
  };
}
