// May a cookie be set, by a response or by a script?
import type { SetCookieFacts } from '../base/cookie-scan.ts';
import { scanSetCookie } from '../base/cookie-scan.ts';
import { matchRequest } from '../base/match.ts';
import { choiceCookieName } from '../consent/choice-codec.ts';
import type { ConsentState } from '../consent/types.ts';
import { isStoredIn } from './cookie-scope.ts';
import type { CookieRule } from './rules-for-name.ts';
import { rulesForName } from './rules-for-name.ts';
import type { Enforcement, Question, TrackerRule, Verdict } from './types.ts';
import { answer, settle } from './verdict.ts';

type SettingQuestion = Extract<Question, { readonly kind: 'set-cookie' | 'script-cookie' }>;

/** A day in seconds. An Expires less than this long ago is no deletion: a browser whose clock is behind would store the cookie until then. */
const clockTolerance = 86_400;

/**
 * Seconds that a cookie declared for the session may last when it is set with a Max-Age or Expires. No attribute that could be
 * appended turns it back into a session cookie, so its life is cut to what is no longer than a session that is left open for a day.
 */
const longestSession = 86_400;

/** Whether a Set-Cookie line, or a line a script gives to `document.cookie`, may pass; the order of the tests is the order of the rules. */
export function decideSetting(rules: Enforcement, consent: ConsentState, question: SettingQuestion): Verdict {
  const facts = scanSetCookie(question.line);
  if (facts === null || facts.disputed) return answer('DROP_MALFORMED');
  const named = rulesForName(rules, 'cookie', facts.name);
  const life = lifeOf(facts, question.now);
  const deletes = facts.maxAge === null ? life !== null && life <= -clockTolerance : facts.maxAge <= 0;
  // Only the front office may end a choice: it survives an upstream that clears cookies it does not know.
  const guarded = facts.name === choiceCookieName || named.some((rule) => rule.when?.on === 'choice');
  if (deletes && !guarded) return answer('PASS_DELETION', named[0]);
  const here = named.filter((rule) => isPlacedBy(rule, facts, question));
  const verdict = settle(named, here, consent);
  if (verdict.outcome === 'drop') return verdict;
  const due = here.find((rule) => isDue(rule, question));
  if (due === undefined) return answer('DROP_MOMENT', here[0]);
  return deletes ? answer('PASS_DELETION', due) : tighten(due, life);
}

// Seconds from now, null for a session.
function lifeOf({ maxAge, expires }: SetCookieFacts, now: number): number | null {
  return maxAge ?? (expires === null ? null : expires - now);
}

// A cookie that was declared HttpOnly and comes from a script is not the declared one.
function isPlacedBy(rule: TrackerRule, facts: SetCookieFacts, { kind, request }: SettingQuestion): rule is CookieRule {
  if (rule.kind !== 'cookie' || (kind === 'script-cookie' && rule.httpOnly)) return false;
  return rule.scopes.some((scope) => isStoredIn(scope, facts, request));
}

function isDue({ when }: CookieRule, { held, request }: SettingQuestion): boolean {
  return when === undefined || (held && when.on !== 'choice') || when.requests.some((match) => matchRequest(match, request));
}

// Other tightenings (a missing Secure or HttpOnly) would be appended here too. A life is only ever made shorter: a session cookie
// stays one, whatever is declared, because Max-Age would make it outlive the session.
function tighten(rule: CookieRule, life: number | null): Verdict {
  const longest = rule.life ?? longestSession;
  if (life === null || life <= longest) return answer('PASS_DECLARED', rule);
  return { outcome: 'append', code: 'APPEND_MAX_AGE', tracker: rule.id, append: `; Max-Age=${longest}` };
}
