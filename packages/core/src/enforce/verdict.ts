// The shapes of an answer, and the one test of consent that every decider uses.
import type { ConsentState } from '../consent/types.ts';
import type { TrackerRule, Verdict, VerdictCode } from './types.ts';

/** Whether all of these purposes are allowed; none at all are not. */
export function areAllowed(purposes: readonly string[], consent: ConsentState): boolean {
  return purposes.length > 0 && purposes.every((id) => Object.hasOwn(consent.purposes, id) && consent.purposes[id]?.allowed === true);
}

/** Whether a tracker may run: a cookie that also serves a refused purpose may not be set for another. */
export function isAllowed({ purposes }: TrackerRule, consent: ConsentState): boolean {
  return areAllowed(purposes, consent);
}

/** The answer of a code: it keeps out, or lets through as it is. */
export function answer(code: Exclude<VerdictCode, `APPEND_${string}`>, rule?: TrackerRule): Verdict {
  return { outcome: code.startsWith('DROP') ? 'drop' : 'pass', code, tracker: rule?.id ?? null };
}

/** The answer where consent has the last word: some rule must mean it, some of those must be for this place, and all of these allowed. */
export function settle(meaning: readonly TrackerRule[], here: readonly TrackerRule[], consent: ConsentState): Verdict {
  const refused = here.find((rule) => !isAllowed(rule, consent));
  if (refused !== undefined) return answer('DROP_REFUSED', refused);
  if (here.length > 0) return answer('PASS_DECLARED', here[0]);
  return answer(meaning.length > 0 ? 'DROP_SCOPE' : 'DROP_UNDECLARED', meaning[0]);
}
