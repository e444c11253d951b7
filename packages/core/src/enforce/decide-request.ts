// May a page load this?
import { matchHost, matchRequest } from '../base/match.ts';
import type { ConsentState } from '../consent/types.ts';
import type { RequestAddress } from './request-address.ts';
import type { RequestRule } from './rules-for-name.ts';
import type { Enforcement, Question, Verdict } from './types.ts';
import { answer, settle } from './verdict.ts';

/** What a request is judged by; `address` is null where no host in it can be trusted. */
export type RequestQuestion = Pick<Extract<Question, { readonly kind: 'request' }>, 'as' | 'method'> & {
  readonly address: RequestAddress | null;
};

/**
 * Whether a request may be sent. One to the site itself passes unless it is a declared tracker (a collector on the site's own host);
 * one to any other host must be a declared tracker, used as declared, with every purpose allowed.
 */
export function decideRequest(
  { trackers, siteHosts }: Enforcement,
  consent: ConsentState,
  { as, method, address }: RequestQuestion,
): Verdict {
  if (address === null) return answer('DROP_MALFORMED');
  if (address.host === '') return answer('PASS_SITE');
  const meant = trackers.filter((rule): rule is RequestRule => rule.kind === 'request' && matchRequest(rule.match, { ...address, method }));
  const used = meant.filter((rule) => rule.as.includes(as));
  if (used.length === 0 && siteHosts.some((host) => matchHost(host, address.host))) return answer('PASS_SITE');
  return settle(meant, used, consent);
}
