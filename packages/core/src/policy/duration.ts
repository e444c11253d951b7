// A number of seconds as words. Exact where exact is short; else the nearest calendar months, which a reader thinks in.
import type { DurationUnit } from './duration-unit.ts';
import { joinWords } from './join-words.ts';
import type { PolicyWords } from './words/policy-words.ts';

/** A count of one unit. */
export type Amount = { readonly unit: DurationUnit; readonly count: number };

const dayLength = 86_400;
const exactUnits: readonly (readonly [DurationUnit, number])[] = [
  ['day', dayLength],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * Seconds as amounts, largest unit first. Months are those of 30 days or of the calendar, so 180, 182 and 184 days are all six
 * months and 364 days are twelve; everything else is exact. A fraction of a second counts as a whole one.
 */
export function splitDuration(seconds: number): readonly Amount[] {
  const whole = Math.max(0, Math.ceil(seconds));
  return splitMonths(whole) ?? splitWeeks(whole) ?? splitExactly(whole);
}

/** A duration in words: "2 weeks", "1 day and 12 hours". */
export function describeDuration(seconds: number, words: PolicyWords): string {
  const amounts = splitDuration(seconds).map(({ unit, count }) => describeAmount(count, words.duration.units[unit], words));
  return joinWords(amounts, words.grammar);
}

function describeAmount(count: number, forms: readonly string[], words: PolicyWords): string {
  const { form, amount } = words.grammar;
  const noun = forms[form(count)] ?? forms[0] ?? '';
  return amount === undefined ? `${count} ${noun}` : amount(count, noun);
}

function splitMonths(seconds: number): readonly Amount[] | null {
  const days = seconds / dayLength;
  const count = Math.round(days / 30.4375);
  if (count < 1 || days < count * 30 || days > count * 30.4375 + 1.5) return null;
  return count >= 24 && count % 12 === 0 ? [{ unit: 'year', count: count / 12 }] : [{ unit: 'month', count }];
}

function splitWeeks(seconds: number): readonly Amount[] | null {
  const count = seconds / (7 * dayLength);
  return Number.isInteger(count) && count >= 1 && count <= 12 ? [{ unit: 'week', count }] : null;
}

function splitExactly(seconds: number): readonly Amount[] {
  const amounts: Amount[] = [];
  let rest = seconds;
  for (const [unit, length] of exactUnits) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) amounts.push({ unit, count });
  }
  return amounts.length === 0 ? [{ unit: 'second', count: 0 }] : amounts;
}
