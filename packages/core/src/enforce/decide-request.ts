// May a page load this?
import { matchHost, matchRequest } from '../base/match.ts';
import type { ConsentState } from '../consent/types.ts';
import { readRequestAddress } from './request-address.ts';
import type { RuleIndex } from './rule-index.ts';
import type { Question, Verdict } from './types.ts';
import { drop, isAllowed, pass } from './verdict.ts';

/**
 * Whether a request may be sent. One to the site itself passes unless it is a declared tracker (a collector on the site's own host);
 * one to any other host must be a declared tracker, used as declared, with every purpose allowed.
 */
export function decideRequest(
  index: RuleIndex,
  siteHosts: readonly string[],
  consent: ConsentState,
  question: Extract<Question, { readonly kind: 'request' }>,
): Verdict {
  const address = readRequestAddress(question.url);
  if (address === null) return drop('DROP_MALFORMED', null);
  if (address.kind === 'local') return pass('PASS_SITE', null);
  const own = siteHosts.some((host) => matchHost(host, address.host));
  const matching = index.requests.filter((rule) => matchRequest(rule.match, { ...address, method: question.method }));
  const used = matching.filter((rule) => rule.as.includes(question.as));
  const refused = used.find((rule) => !isAllowed(rule, consent));
  if (refused !== undefined) return drop('DROP_REFUSED', refused.id);
  const [allowed] = used;
  if (allowed !== undefined) return pass('PASS_DECLARED', allowed.id);
  if (own) return pass('PASS_SITE', null);
  const [other] = matching;
  return other === undefined ? drop('DROP_UNDECLARED', null) : drop('DROP_SCOPE', other.id);
}
