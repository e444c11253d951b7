// The cookie-date algorithm of RFC 6265 §5.1.1: what an Expires attribute means to a browser, whatever a server writes there.

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const delimiters = /[\t -/;-@[-`{-~]+/;

/** Unix seconds of a cookie-date (RFC 6265 §5.1.1), or null where a browser would ignore it. Linear in the length of the text. */
export function parseCookieDate(text: string): number | null {
  let time: RegExpExecArray | null = null;
  let day: string | undefined;
  let month = -1;
  let year: string | undefined;
  // The order matters: a token is tried as time, day, month and year, and each part is taken from the first token that fits.
  for (const token of text.split(delimiters)) {
    const clock: RegExpExecArray | null = time === null ? /^(\d\d?):(\d\d?):(\d\d?)(?!\d)/.exec(token) : null;
    const [digits = ''] = /^\d+/.exec(token) ?? [];
    if (clock !== null) time = clock;
    else if (day === undefined && /^\d\d?$/.test(digits)) day = digits;
    else if (month < 0 && isMonth(token)) month = monthOf(token);
    else if (year === undefined && /^\d{2,4}$/.test(digits)) year = digits;
  }
  return time === null || day === undefined || month < 0 || year === undefined ? null : toUnixSeconds([year, month, day, ...time.slice(1)]);
}

function monthOf(token: string): number {
  return months.indexOf(token.slice(0, 3).toLowerCase()) / 3;
}

function isMonth(token: string): boolean {
  return token.length > 2 && monthOf(token) >= 0 && monthOf(token) % 1 === 0;
}

function toUnixSeconds(parts: readonly (string | number)[]): number | null {
  const [given = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(Number);
  const year = given + (given < 70 ? 2000 : given < 100 ? 1900 : 0);
  const date = new Date(Date.UTC(year, month, day, hours, minutes, seconds));
  // A date that no calendar has and a time that no day has move on to the next month, day, hour or minute.
  const exists = date.getUTCDate() === day && hours < 24 && minutes < 60 && seconds < 60;
  return exists && year > 1600 ? date.getTime() / 1000 : null;
}
