// What goes out where a shared cache may hold a page: the same head and the same body for everybody, or nothing of the kind.
import type { ConsentState } from '@candor/core';
import type { HeaderList } from '../header-list.ts';
import { firstOf, tokensOf, valuesOf, without } from '../header-list.ts';
import { PLAIN_CODING } from '../html/coding.ts';
import type { DocumentKind } from '../html/document.ts';
import { invitesSharing, isInjectable, withoutBodyBound } from '../html/document.ts';
import type { Judge } from '../judge.ts';
import type { PageParts } from '../page/page-parts.ts';
import { heldTags, markTag } from '../page/shared-validators.ts';
import type { Visit } from '../request/visit.ts';
import type { Observations } from '../watch/observations.ts';
import { filterOutward } from './outward-headers.ts';
import type { PageRewrite } from './page-rules.ts';
import { compilePageRules } from './page-rules.ts';
import { documentPolicies } from './policy-headers.ts';

/** What it is planned with. */
type SharedCase = { readonly judge: Judge; readonly pageParts: PageParts; readonly observations: Observations };

/** The head and what becomes of the body, null where there is none; `consent` is what holds for everybody. */
export type SharedResponse = {
  readonly headers: HeaderList;
  readonly consent: ConsentState;
  readonly rewrite: PageRewrite | null;
  readonly document: DocumentKind;
};

/** A nonce that a cache repeats protects nobody, and ours would carry it on. */
function hasNonce(headers: HeaderList): boolean {
  const names = ['content-security-policy', 'content-security-policy-report-only'];
  return names.some((name) => valuesOf(headers, name).some((policy) => /'nonce-/i.test(policy)));
}

type Answer = { readonly status: number; readonly headers: HeaderList };

/** The site says that a page is as a cache holds it: the same head again, with nothing in it for one visitor. */
function planUnchanged({ judge, observations }: SharedCase, visit: Visit, headers: HeaderList): SharedResponse | null {
  const { shared } = judge;
  const tags = heldTags(shared, visit);
  const stated = firstOf(headers, 'etag');
  // Only these were asked about, so that it is one of them.
  const tag = tags.find(({ own }) => own === stated) ?? tags[0];
  if (shared === null || tag === undefined) return null;
  const { consent, policy } = shared;
  const kept = without(filterOutward({ judge, visit, consent, observations }, withoutBodyBound(headers)), new Set(['set-cookie']));
  return { headers: [...kept, ['ETag', tag.held], ...documentPolicies(judge, policy)], consent, rewrite: null, document: null };
}

/**
 * The plan for a response whose Set-Cookie lines are filtered; null where it is not declared to be shared, or where the site does not
 * invite a cache to hold it, sets a cookie that stays, has a nonce, or lets no script of ours run: then it is this visitor's alone.
 */
export function planShared(sharedCase: SharedCase, visit: Visit, { status, headers }: Answer): SharedResponse | null {
  const { judge, pageParts, observations } = sharedCase;
  const { shared } = judge;
  if (shared === null || !shared.includes(visit.facts)) return null;
  if (status === 304) return planUnchanged(sharedCase, visit, headers);
  if (status !== 200 || !invitesSharing(headers) || tokensOf(headers, 'vary').includes('*') || !isInjectable(status, headers)) return null;
  if (valuesOf(headers, 'set-cookie').length > 0 || hasNonce(headers)) return null;
  const { consent, policy } = shared;
  const marked = pageParts.shared(visit, headers);
  if (marked === null) return null;
  const kept = withoutBodyBound(filterOutward({ judge, visit, consent, observations }, headers));
  const [own = '', ...others] = valuesOf(headers, 'etag');
  const tag = others.length === 0 ? markTag(own, marked.mark) : null;
  const validator: HeaderList = tag === null ? [] : [['ETag', tag]];
  const rewrite = { rules: compilePageRules({ judge, visit, consent }, marked.parts), coding: PLAIN_CODING };
  return { headers: [...kept, ...validator, ...documentPolicies(judge, policy)], consent, rewrite, document: visit.document };
}
