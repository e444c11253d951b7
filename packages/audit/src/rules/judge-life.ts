// R-LIFE and R-FOREVER: cookies that live longer than declared, or than the profile allows.
import { profiles } from '@candor/catalog';
import type { Life, Tracker } from '@candor/core';
import { basisFor, valueForProfile } from '@candor/core';
import type { RuleId } from './catalogue.ts';
import { ruleOf } from './catalogue.ts';
import { renderSeconds } from './duration.ts';
import type { Judge } from './judge.ts';

// Chromium keeps nothing longer, whatever was asked for.
const longestLife = 400 * 86_400;
const day = 86_400;

/** A life that is too long, and in whose eyes. */
export type LongLife = { readonly rule: RuleId; readonly words: string };

/** What is wrong with the life of a declared cookie, or null. `observed` is in seconds, null for a session. */
export function judgeLife(judge: Judge, tracker: Tracker, observed: number | null): LongLife | null {
  if (observed === null || tracker.kind !== 'cookie') return null;
  const most = longestUnder(judge, tracker);
  if (most !== null && exceeds(observed, most.seconds)) {
    const words = `lives ${renderSeconds(observed)}, at most ${renderSeconds(most.seconds)} under the profile "${judge.profile}"`;
    return { rule: most.rule, words };
  }
  if (!isLonger(tracker.life, observed)) return null;
  const declared = tracker.life.kind === 'session' ? null : tracker.life.max;
  return { rule: 'R-LIFE', words: `lives ${renderSeconds(observed)}, declared ${renderSeconds(declared)}` };
}

function isLonger(declared: Life, observed: number): boolean {
  return declared.kind === 'session' || exceeds(observed, Math.min(declared.max, longestLife));
}

// 1 % or an hour, whichever is more, for clocks that differ; but no short life may double by it.
function exceeds(observed: number, limit: number): boolean {
  return observed > limit + Math.max(limit * 0.01, Math.min(3600, limit));
}

function longestUnder(judge: Judge, tracker: Tracker): { readonly rule: RuleId; readonly seconds: number } | null {
  const most = tracker.setWhen.on === 'choice' ? longestChoice(judge) : longestStatistics(judge, tracker);
  return most === null ? null : { rule: tracker.setWhen.on === 'choice' ? 'R-FOREVER' : 'R-LIFE', seconds: most };
}

// One cookie serves all profiles: it may live as long as the longest choice if it says itself when a shorter one has ended.
function longestChoice({ declaration, profile }: Judge): number | null {
  const days = profiles[profile].maxChoiceDays;
  if (days === null || declaration === null) return null;
  const { choiceLife } = declaration.notice;
  const kept = valueForProfile(choiceLife, profile);
  return kept <= days * day ? Math.max(days * day, ...Object.values(choiceLife)) : days * day;
}

// Statistics that run without consent are exempt for a limited time only, where the profile says so.
function longestStatistics({ declaration, profile }: Judge, tracker: Tracker): number | null {
  const limit = ruleOf('R-LIFE').metrics.find(({ only }) => only?.includes(profile) === true)?.fail;
  if (limit === undefined || declaration === null) return null;
  const purposes = tracker.purposes.flatMap((id) => declaration.purposes[id] ?? []);
  const unasked = purposes.every(
    (purpose) => purpose.category === 'statistics' && basisFor(declaration, purpose, profile).kind !== 'consent',
  );
  return unasked && purposes.length > 0 ? limit * day : null;
}
