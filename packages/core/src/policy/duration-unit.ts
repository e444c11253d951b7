// The units that a duration is told in; every language has a word for each.

/** From a year to a second. */
export type DurationUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';
