// The policies that go out with a response, and who they may speak of: enforced, or only for browsers to report by.
import type { CspPair } from '@candor/core';
import type { GuardModes } from '../contract.ts';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { tokensOf } from '../header-list.ts';
import { isHtml, isInert, startsWorker } from '../html/document.ts';
import type { Judge } from '../judge.ts';
import type { Visit } from '../request/visit.ts';
import type { BrowserReports } from '../watch/browser-reports.ts';
import { cspHeaders, INERT_CSP } from './content-security-policy.ts';

/** By which modes policies go out, how they are made, and on which head. */
export type PolicyCase = { readonly modes: GuardModes; readonly headers: HeaderList; readonly compile: () => CspPair };

function reportOnly({ hosts, scripts }: CspPair): HeaderList {
  return [hosts, scripts].map((policy): HeaderPair => ['Content-Security-Policy-Report-Only', policy]);
}

/** All policies of a document. Behind a line of the site ours can only close what that line left open: the last one counts. */
export function documentPolicies({ permissions }: Judge, policies: CspPair): HeaderList {
  return [...cspHeaders(policies), ['Permissions-Policy', permissions]];
}

/** Our policies of one response. Those that only report go to what has a policy, and only while reports are taken. */
export function policyHeaders(
  { judge, reports }: { readonly judge: Judge; readonly reports: BrowserReports },
  visit: Visit,
  { modes, headers, compile }: PolicyCase,
): HeaderList {
  const isDocument = visit.document !== null;
  // Most responses of a page are pictures and data: a list of all declared hosts on each would be more bytes than many of them have.
  if (isInert(headers) && !startsWorker(visit.headers)) return modes.csp === 'enforce' ? cspHeaders(INERT_CSP) : [];
  if (modes.csp === 'enforce') return isDocument ? documentPolicies(judge, compile()) : cspHeaders(compile());
  return (isDocument || startsWorker(visit.headers)) && reports.areWanted() ? reportOnly(compile()) : [];
}

/** Whether the site lets no cache between itself and its visitors keep the response. */
function isKeptToOne(headers: HeaderList): boolean {
  return tokensOf(headers, 'cache-control').some((directive) => directive === 'no-store' || directive === 'private');
}

/** Whether a response of the site may carry what only its visitor allowed. While pages are only observed, their caching is the site's to say. */
export function isPersonal(visit: Visit, headers: HeaderList, modes: GuardModes): boolean {
  return (startsWorker(visit.headers) || isHtml(headers)) && (modes.html === 'enforce' || isKeptToOne(headers));
}
