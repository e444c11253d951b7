// Two readings of what got through: by core's scanner, and by a second one that shares no line with it.
import { scanCookieHeader, scanSetCookie } from '@candor/core';

/** What the declared site of these runs sets and reads without asking. */
const DECLARED: ReadonlySet<string> = new Set(['csrftoken', 'sessionid', 'django_language', 'cookies_preferences']);

/** The rule of browsers in as few words as possible: up to the first `=` before the first `;`, without blanks and tabs. */
function nameByRule(line: string): string {
  const [pair = ''] = line.split(';', 1);
  const at = pair.indexOf('=');
  return at < 0 ? '' : pair.slice(0, at).replace(/^[ \t]+|[ \t]+$/g, '');
}

/** Whether a browser would delete by this line rather than store: the last readable Max-Age, else the last Expires. */
function deletesByRule(line: string, now: number): boolean {
  const attributes = line
    .split(';')
    .slice(1)
    .map((text) => text.split('='));
  const last = (name: string, readable: RegExp): string | undefined =>
    attributes
      .filter(([key = '', value = '']) => key.trim().toLowerCase() === name && readable.test(value.trim()))
      .map(([, value = '']) => value.trim())
      .at(-1);
  const age = last('max-age', /^-?\d+$/);
  if (age !== undefined) return Number(age) <= 0;
  // Dates are read token by token, whatever stands around them; their year is enough to tell.
  const date = last('expires', /\d\d:/) ?? '';
  const year = Number(/(?:^|\D)(\d{4})(?:\D|$)/.exec(date)?.[1] ?? Number(/\D([7-9]\d)\D/.exec(date)?.[1] ?? Number.NaN) + 1900);
  return year < new Date(now * 1000).getUTCFullYear() || Date.parse(date) / 1000 < now;
}

/** A sentence about a Set-Cookie that should not have left, or null. */
export function faultOfLine(line: string, origin: string, now: number): string | null {
  // A browser stores nothing of a line with a control character in it.
  if (/[\0-\x08\n-\x1f\x7f]/.test(line)) return null;
  const scanned = scanSetCookie(line);
  const deletes = deletesByRule(line, now);
  if (scanned !== null && !DECLARED.has(scanned.name) && !deletes) return `core reads the undeclared name "${scanned.name}"`;
  if (!DECLARED.has(nameByRule(line)) && !deletes) return `a browser may read the undeclared name "${nameByRule(line)}"`;
  const own = line.includes('; Max-Age=0');
  const came = origin.includes(line) || origin.includes(line.replace(/; Max-Age=\d+$/, ''));
  return own || came ? null : 'its bytes are not those of the site';
}

/** A sentence about a Cookie line that should not have reached the site, or null. */
export function faultOfCookies(line: string): string | null {
  const scanned = scanCookieHeader(line).find(({ name }) => !DECLARED.has(name));
  if (scanned !== undefined) return `core reads the undeclared pair "${scanned.name}"`;
  const pairs = line.split(';').filter((pair) => pair.trim() !== '');
  const foreign = pairs.find((pair) => !DECLARED.has(nameByRule(pair)));
  return foreign === undefined ? null : `a server may read the undeclared pair "${foreign}"`;
}
