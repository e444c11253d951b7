// An ISO date in words, without a clock or a time zone.
import type { PolicyWords } from './words/policy-words.ts';

/** "23 November 2026" for 2026-11-23; text that is no ISO date is given back as it is. */
export function describeDate(iso: string, words: PolicyWords): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  return words.grammar.date(Number(year), Number(month), Number(day));
}
