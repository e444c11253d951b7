// Days of a site's own time zone. The rules of the zone, summer time included, are Intl's.

/** A day as `2026-11-23`, and the Unix second at which the next one begins. */
export type LocalDay = { readonly day: string; readonly until: number };

/** The day that a moment (Unix seconds) falls on in an IANA time zone. Throws a RangeError for a zone that Intl does not know. */
export function localDayOf(at: number, timeZone: string): LocalDay {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' });
  const day = dayAt(format, at);
  let inside = Math.floor(at);
  let outside = inside + 2 * 86_400;
  // No day is longer than two; the first second of another day is found by halving.
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (dayAt(format, middle) === day) inside = middle;
    else outside = middle;
  }
  return { day, until: outside };
}

function dayAt(format: Intl.DateTimeFormat, at: number): string {
  const parts = new Map(format.formatToParts(at * 1000).map(({ type, value }) => [type, value]));
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** The Unix second at which a text like `2026-11-23` begins in UTC, or null for any other text. For counting days, not for clocks. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || formatDay(at / 1000) !== text ? null : at / 1000;
}

/** The day of a moment in UTC: the inverse of `parseDay`. */
export function formatDay(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}
