// The city's calendar.

/** The day in Brisbane, ISO: there it is ten hours later than UTC in every season. */
export function dayOf(now: Date): string {
  return new Date(now.getTime() + 36_000_000).toISOString().slice(0, 10);
}
