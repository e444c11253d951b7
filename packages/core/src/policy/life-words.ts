// How long something stays, as the duration column says it.
import type { Tracker } from '../declaration/types.ts';
import { describeDuration } from './duration.ts';
import type { PolicyWords } from './words/policy-words.ts';

const dayLength = 86_400;

/** The longest life of a tracker and of the data behind it. */
export function describeLife(tracker: Tracker, words: PolicyWords): string {
  const life = describeStay(tracker, words);
  const days = tracker.data.retentionDays;
  return days === undefined ? life : words.duration.dataKept(life, describeDuration(days * dayLength, words));
}

/** The longest life in seconds; null for a session and for a request. */
export function lifeSeconds(tracker: Tracker): number | null {
  return tracker.kind !== 'request' && tracker.life.kind === 'seconds' ? tracker.life.max : null;
}

/** The longest life of a tracker alone. */
export function describeStay(tracker: Tracker, words: PolicyWords): string {
  if (tracker.kind === 'request') return words.duration.notStored;
  if (tracker.life.kind === 'session') return words.duration.session;
  const life = describeDuration(tracker.life.max, words);
  return tracker.life.extended ? words.duration.renewed(life) : life;
}
