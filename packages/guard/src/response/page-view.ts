// Which responses are counted as page views, and what the counter is told.
import type { ConsentState, Declaration } from '@candor/core';
import type { PageView } from '../contract.ts';
import { firstOf } from '../header-list.ts';
import type { Visit } from '../request/visit.ts';

/** Fetched ahead of any visit. */
function isPrefetch(visit: Visit): boolean {
  return ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'].some((name) =>
    /prefetch|prerender|preview/i.test(firstOf(visit.headers, name) ?? ''),
  );
}

/** The view to count, or null: only a page answered with 200 to GET, and only where the measurement's purpose is allowed for this visitor. */
export function pageViewOf(
  declaration: Declaration | null,
  visit: Visit,
  seen: { readonly status: number; readonly isPage: boolean; readonly consent: ConsentState; readonly now: number },
): PageView | null {
  const measurement = declaration?.measurement;
  if (measurement === undefined || !seen.isPage || seen.status !== 200 || visit.facts.method !== 'GET' || isPrefetch(visit)) return null;
  if ((measurement.tier[visit.profile] ?? measurement.tier.default) === 'none') return null;
  if (seen.consent.purposes[measurement.purpose]?.allowed !== true) return null;
  return {
    host: visit.facts.host,
    path: visit.facts.path,
    referrer: firstOf(visit.headers, 'referer'),
    userAgent: firstOf(visit.headers, 'user-agent') ?? '',
    language: firstOf(visit.headers, 'accept-language') ?? '',
    remoteAddress: visit.remoteAddress,
    status: seen.status,
    at: seen.now,
    consent: seen.consent,
  };
}
