// The cookie-date algorithm of RFC 6265 §5.1.1: what an Expires attribute means to a browser, whatever a server writes there.

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

type Parts = { time: number | null; day: number | null; month: number | null; year: number | null };

const productions: readonly (readonly [keyof Parts, (token: string) => number | null])[] = [
  ['time', readTime],
  ['day', (token) => readDigits(token, 1, 2)],
  ['month', readMonth],
  ['year', (token) => readDigits(token, 2, 4)],
];

/** Unix seconds of a cookie-date (RFC 6265 §5.1.1), or null where a browser would ignore it. Linear in the length of the text. */
export function parseCookieDate(text: string): number | null {
  const parts: Parts = { time: null, day: null, month: null, year: null };
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    if (index < text.length && !isDelimiter(text.charCodeAt(index))) continue;
    if (index > start) readToken(parts, text.slice(start, index));
    start = index + 1;
  }
  return toUnixSeconds(parts);
}

function isDelimiter(code: number): boolean {
  return (
    code === 0x09 ||
    (code >= 0x20 && code <= 0x2f) ||
    (code >= 0x3b && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}

// The order matters: a token is tried as time, day, month and year, and each part is taken from the first token that fits.
function readToken(parts: Parts, token: string): void {
  for (const [part, read] of productions) {
    if (parts[part] !== null) continue;
    const value = read(token);
    if (value === null) continue;
    parts[part] = value;
    return;
  }
}

/** Seconds of the day of `hh:mm:ss`, one or two digits each, with anything but a digit after it; −1 for a time that no day has. */
function readTime(token: string): number | null {
  const fields = token.split(':', 3);
  if (fields.length < 3) return null;
  const [hours, minutes, seconds] = [wholeDigits(fields[0]), wholeDigits(fields[1]), readDigits(fields[2] ?? '', 1, 2)];
  if (hours === null || minutes === null || seconds === null) return null;
  return hours > 23 || minutes > 59 || seconds > 59 ? -1 : hours * 3600 + minutes * 60 + seconds;
}

function wholeDigits(field: string | undefined): number | null {
  return field === undefined || countDigits(field) !== field.length ? null : readDigits(field, 1, 2);
}

/** The number that a token begins with, if it has between `least` and `most` digits there. */
function readDigits(token: string, least: number, most: number): number | null {
  const digits = countDigits(token);
  return digits >= least && digits <= most ? Number(token.slice(0, digits)) : null;
}

function countDigits(token: string): number {
  let count = 0;
  while (count < token.length && token.charCodeAt(count) >= 0x30 && token.charCodeAt(count) <= 0x39) count += 1;
  return count;
}

function readMonth(token: string): number | null {
  if (token.length < 3) return null;
  const at = months.indexOf(token.slice(0, 3).toLowerCase());
  return at === -1 || at % 3 !== 0 ? null : at / 3;
}

function toUnixSeconds({ time, day, month, year }: Parts): number | null {
  if (time === null || day === null || month === null || year === null || time < 0) return null;
  const fullYear = year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year;
  const leap = (fullYear % 4 === 0 && fullYear % 100 !== 0) || fullYear % 400 === 0;
  const length = (daysInMonth[month] ?? 0) + (leap && month === 1 ? 1 : 0);
  if (fullYear < 1601 || day < 1 || day > length) return null;
  const past = fullYear - 1;
  const daysBeforeYear = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719_162;
  const days = daysBeforeYear + (daysBeforeMonth[month] ?? 0) + (leap && month > 1 ? 1 : 0) + day - 1;
  return days * 86_400 + time;
}
