// Times and numbers as a reader of one language, in the site's time zone, expects them.

/** How one language writes times (Unix seconds), ISO days and numbers. */
export type Writing = {
  time(at: number): string;
  day(iso: string): string;
  shortDay(iso: string): string;
  number(value: number): string;
};

/** The writing of a language in a time zone; falls back to English and UTC where either is not known. */
export function createWriting(language: string, timeZone: string): Writing {
  // Plain English is written as the policy writes it, day first.
  const tag = language === 'en' ? 'en-GB' : safeTag(language);
  const locale = Intl.DateTimeFormat.supportedLocalesOf([tag])[0] ?? 'en-GB';
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  return {
    time: (at) => time.format(new Date(at * 1000)),
    day: (iso) => formatDay(day, iso),
    shortDay: (iso) => formatDay(shortDay, iso),
    number: (value) => number.format(value),
  };
}

/** The ISO day of a time (Unix seconds) in a time zone, `offset` days later. */
export function isoDay(at: number, timeZone: string, offset: number = 0): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(at * 1000));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const midnight = Date.parse(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`);
  return new Date(midnight + offset * 86_400_000).toISOString().slice(0, 10);
}

function formatDay(format: Intl.DateTimeFormat, iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : format.format(new Date(at));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function safeTag(tag: string): string {
  return /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(tag) ? tag : 'en';
}
