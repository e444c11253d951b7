// May a cookie be sent?
import type { ConsentState } from '../consent/types.ts';
import { isSentWith } from './cookie-scope.ts';
import { rulesForName } from './rules-for-name.ts';
import type { Enforcement, Question, Verdict } from './types.ts';
import { settle } from './verdict.ts';

/** Whether a pair of a Cookie header may go to the server. A header says no scope, so a declared one must reach this request. */
export function decideSending(
  rules: Enforcement,
  consent: ConsentState,
  { name, request }: Omit<Extract<Question, { readonly kind: 'cookie' }>, 'kind'>,
): Verdict {
  const named = rulesForName(rules, 'cookie', name);
  const reaching = named.filter((rule) => 'scopes' in rule && rule.scopes.some((scope) => isSentWith(scope, request)));
  return settle(named, reaching, consent);
}
