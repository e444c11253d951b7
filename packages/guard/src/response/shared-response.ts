// What goes out where a shared cache may hold a page: the same head and the same body for everybody, or nothing of the kind.
import type { ConsentState } from '@candor/core';
import type { HeaderList } from '../header-list.ts';
import { tokensOf, valuesOf } from '../header-list.ts';
import type { DocumentKind } from '../html/document.ts';
import { invitesSharing, isInjectable, requestedDocument, withoutBodyBound } from '../html/document.ts';
import type { HtmlParts } from '../html/place.ts';
import type { Judge } from '../judge.ts';
import type { PageParts } from '../page/page-parts.ts';
import type { Visit } from '../request/visit.ts';
import type { Observations } from '../watch/observations.ts';
import { cspHeaders } from './content-security-policy.ts';
import { filterOutward } from './outward-headers.ts';

/** What it is planned with. */
type SharedCase = { readonly judge: Judge; readonly pageParts: PageParts; readonly observations: Observations };

/** The head and what goes into the body; `consent` is what holds for everybody. */
export type SharedResponse = {
  readonly headers: HeaderList;
  readonly consent: ConsentState;
  readonly parts: HtmlParts;
  readonly document: DocumentKind;
};

/** A nonce that a cache repeats protects nobody, and ours would carry it on. */
function hasNonce(headers: HeaderList): boolean {
  const names = ['content-security-policy', 'content-security-policy-report-only'];
  return names.some((name) => valuesOf(headers, name).some((policy) => /'nonce-/i.test(policy)));
}

/**
 * The plan for a response whose Set-Cookie lines are filtered; null where it is not declared to be shared, or where the site does not
 * invite a cache to hold it, sets a cookie that stays, has a nonce, or lets no script of ours run: then it is this visitor's alone.
 */
export function planShared(
  { judge, pageParts, observations }: SharedCase,
  visit: Visit,
  { status, headers }: { readonly status: number; readonly headers: HeaderList },
): SharedResponse | null {
  const { shared } = judge;
  if (shared === null || status !== 200 || !shared.includes(visit.facts)) return null;
  if (!invitesSharing(headers) || tokensOf(headers, 'vary').includes('*') || !isInjectable(status, headers)) return null;
  if (valuesOf(headers, 'set-cookie').length > 0 || hasNonce(headers)) return null;
  const { consent, policy } = shared;
  const parts = pageParts.shared(visit, headers);
  if (parts === null) return null;
  const kept = filterOutward({ judge, visit, consent, observations }, headers);
  return { headers: [...withoutBodyBound(kept), ...cspHeaders(policy)], consent, parts, document: requestedDocument(visit.headers) };
}
