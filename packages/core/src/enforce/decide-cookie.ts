// May a cookie be set, by a response or by a script, and may it be sent?
import type { SetCookieFacts } from '../base/cookie-scan.ts';
import { scanSetCookie } from '../base/cookie-scan.ts';
import { matchRequest } from '../base/match.ts';
import { choiceCookieName } from '../consent/choice-codec.ts';
import type { ConsentState } from '../consent/types.ts';
import { isSentWith, isStoredIn } from './cookie-scope.ts';
import type { CookieRule, RuleIndex } from './rule-index.ts';
import { rulesForName } from './rule-index.ts';
import type { Question, Verdict } from './types.ts';
import { drop, isAllowed, pass } from './verdict.ts';

type SettingQuestion = Extract<Question, { readonly kind: 'set-cookie' | 'script-cookie' }>;
type SendingQuestion = Extract<Question, { readonly kind: 'cookie' }>;

/**
 * Seconds that a cookie declared for the session may last when it is set with a Max-Age or Expires. No attribute that could be
 * appended turns it back into a session cookie, so its life is cut to what is no longer than a session that is left open for a day.
 */
const longestSession = 86_400;

/** An Expires less than this long ago (seconds) is no deletion: a browser whose clock is behind would store the cookie until then. */
const clockTolerance = 86_400;

/** Whether a Set-Cookie line, or a line a script gives to `document.cookie`, may pass; the order of the tests is the order of the rules. */
export function decideSetting(index: RuleIndex, consent: ConsentState, question: SettingQuestion): Verdict {
  const facts = scanSetCookie(question.line);
  if (facts === null || facts.disputed) return drop('DROP_MALFORMED', null);
  const rules = rulesForName(index.cookies, facts.name);
  const deletes = isDeletion(facts, question.now);
  // Only the front office may end a choice: it survives an upstream that clears cookies it does not know.
  const guarded = facts.name === choiceCookieName || rules.some((rule) => rule.when?.on === 'choice');
  if (deletes && !guarded) return pass('PASS_DELETION', rules[0]?.id ?? null);
  const [first] = rules;
  if (first === undefined) return drop('DROP_UNDECLARED', null);
  const inScope = rules.filter((rule) => isPlacedBy(rule, facts, question));
  if (inScope.length === 0) return drop('DROP_SCOPE', first.id);
  const refused = inScope.find((rule) => !isAllowed(rule, consent));
  if (refused !== undefined) return drop('DROP_REFUSED', refused.id);
  const due = inScope.find((rule) => isDue(rule, question));
  if (due === undefined) return drop('DROP_MOMENT', inScope[0]?.id ?? first.id);
  return deletes ? pass('PASS_DELETION', due.id) : decideLife(due, facts, question.now);
}

/** Whether a pair of a Cookie header may go to the server. A header says no scope, so a declared one must reach this request. */
export function decideSending(index: RuleIndex, consent: ConsentState, question: SendingQuestion): Verdict {
  const rules = rulesForName(index.cookies, question.name);
  const [first] = rules;
  if (first === undefined) return drop('DROP_UNDECLARED', null);
  const reaching = rules.filter((rule) => rule.scopes.some((scope) => isSentWith(scope, question.request)));
  const [nearest] = reaching;
  if (nearest === undefined) return drop('DROP_SCOPE', first.id);
  const refused = reaching.find((rule) => !isAllowed(rule, consent));
  return refused === undefined ? pass('PASS_DECLARED', nearest.id) : drop('DROP_REFUSED', refused.id);
}

function isDeletion(facts: SetCookieFacts, now: number): boolean {
  if (facts.maxAge !== null) return facts.maxAge <= 0;
  return facts.expires !== null && facts.expires <= now - clockTolerance;
}

// A cookie that was declared HttpOnly and comes from a script is not the declared one.
function isPlacedBy(rule: CookieRule, facts: SetCookieFacts, question: SettingQuestion): boolean {
  if (question.kind === 'script-cookie' && rule.httpOnly) return false;
  return rule.scopes.some((scope) => isStoredIn(scope, facts, question.request));
}

function isDue(rule: CookieRule, question: SettingQuestion): boolean {
  if (rule.when === undefined || (question.held && rule.when.on !== 'choice')) return true;
  return rule.when.requests.some((match) => matchRequest(match, question.request));
}

// Other tightenings (a missing Secure or HttpOnly) would be appended here too. A life is only ever made shorter: a session cookie
// stays one, whatever is declared, because Max-Age would make it outlive the session.
function decideLife(rule: CookieRule, facts: SetCookieFacts, now: number): Verdict {
  const life = facts.maxAge ?? (facts.expires === null ? null : facts.expires - now);
  const longest = rule.life ?? longestSession;
  if (life === null || life <= longest) return pass('PASS_DECLARED', rule.id);
  return { outcome: 'append', code: 'APPEND_MAX_AGE', tracker: rule.id, append: `; Max-Age=${longest}` };
}
