// The shapes of an answer, and the one test of consent that every decider uses.
import type { ConsentState } from '../consent/types.ts';
import type { TrackerRule, Verdict, VerdictCode } from './types.ts';

/** Whether every purpose of a tracker is allowed: a cookie that also serves a refused purpose may not be set for another. */
export function isAllowed(rule: TrackerRule, consent: ConsentState): boolean {
  return (
    rule.purposes.length > 0 && rule.purposes.every((id) => Object.hasOwn(consent.purposes, id) && consent.purposes[id]?.allowed === true)
  );
}

/** The answer that lets it through as it is. */
export function pass(code: Extract<VerdictCode, `PASS_${string}`>, tracker: string | null): Verdict {
  return { outcome: 'pass', code, tracker };
}

/** The answer that keeps it out. */
export function drop(code: Extract<VerdictCode, `DROP_${string}`>, tracker: string | null): Verdict {
  return { outcome: 'drop', code, tracker };
}
