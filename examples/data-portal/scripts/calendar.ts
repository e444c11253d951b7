// ISO dates by counting days in UTC, so that no time zone of the machine can shift a row.

const dayMilliseconds = 86_400_000;

/** The ISO date `days` after `start`. */
export function addDays(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** First days of `count` months from `year`-`month` (1 to 12). */
export function months(year: number, month: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 10));
}

/** The season as a wave: 1 in mid January (southern summer), -1 in mid July. */
export function summer(date: string): number {
  const month = Number(date.slice(5, 7)) + Number(date.slice(8, 10)) / 31;
  return Math.cos(((month - 1.5) / 12) * 2 * Math.PI);
}
