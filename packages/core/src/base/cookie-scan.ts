// What a browser makes of a Set-Cookie or Cookie header, read to the letter of RFC 6265bis §5.6 and never written back:
// names and values are slices of the line, so that what is passed on is the line itself.
// A header is a byte string (one character a byte, as HTTP libraries hand it over); a script's cookie line may be any string.
import { parseCookieDate } from './cookie-date.ts';

/** A Set-Cookie line as a browser reads it. Attributes are the last ones given; null where there is none that counts. */
export type SetCookieFacts = {
  /** Empty for a nameless cookie, which is sent back as its bare value. */
  readonly name: string;
  readonly value: string;
  /** Lower case, without the leading dot; null: host-only. */
  readonly domain: string | null;
  /** Begins with `/`; null: the default-path of the request. */
  readonly path: string | null;
  /** Seconds, at or below 0 for a deletion. Takes precedence over `expires`. */
  readonly maxAge: number | null;
  /** Unix seconds. */
  readonly expires: number | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | null;
  readonly partitioned: boolean;
  /** Browsers differ about how long this one lives: the RFC ignores an unreadable attribute, Chromium lets it undo an earlier one. */
  readonly disputed: boolean;
};

/** One pair of a Cookie header; `raw` is the pair as it stood there, without white space around it. */
export type CookiePair = { readonly name: string; readonly value: string; readonly raw: string };

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const mostPairBytes = 4096;
const mostAttributeLength = 1024;

/** What a browser's rules for names are about. Prefixes do not mind case, names do. */
const prefixed = /^__(?:(host-)|secure-|http-)(http-)?/i;

/** A control character but tab anywhere: the browser ignores the whole line (after NUL, CR or LF often the whole response). */
const spoilt = /[\0-\x08\n-\x1f\x7f]/;

/**
 * The name alone that a browser would read from a Set-Cookie line, empty for a nameless cookie. It says nothing of whether the
 * cookie would be stored.
 */
export function scanCookieName(line: string): string {
  const end = line.indexOf(';');
  const equals = line.indexOf('=');
  return equals < 0 || (end >= 0 && end < equals) ? '' : trimmed(line, 0, equals);
}

/** Reads one Set-Cookie line; null where a browser stores nothing of it whatever the request was. Linear in the length of the line. */
export function scanSetCookie(line: string): SetCookieFacts | null {
  if (spoilt.test(line)) return null;
  const ends = line.indexOf(';');
  const end = ends < 0 ? line.length : ends;
  const [name, value] = splitPair(line.slice(0, end));
  const facts: Mutable<SetCookieFacts> = {
    name,
    value,
    domain: null,
    path: null,
    maxAge: null,
    expires: null,
    secure: false,
    httpOnly: false,
    sameSite: null,
    partitioned: false,
    disputed: false,
  };
  let lives = 0;
  let unreadable = 0;
  for (let start = end + 1; start <= line.length; ) {
    const next = line.indexOf(';', start);
    const stop = next < 0 ? line.length : next;
    const life = readAttribute(facts, line.slice(start, stop));
    lives += life === undefined ? 0 : 1;
    unreadable += life === null ? 1 : 0;
    start = stop + 1;
  }
  // An unreadable life beside another one: the RFC ignores it, Chromium lets it undo the other.
  if (unreadable > 0 && lives > 1) facts.disputed = true;
  return isStorablePair(name, value) && isStorable(facts) ? facts : null;
}

/** The pairs of a Cookie header in their order; empty ones are left out. A pair without `=` has the empty name. */
export function scanCookieHeader(header: string): readonly CookiePair[] {
  const pairs: CookiePair[] = [];
  for (let start = 0; start <= header.length; ) {
    const next = header.indexOf(';', start);
    const end = next < 0 ? header.length : next;
    const raw = trimmed(header, start, end);
    if (raw !== '') {
      const [name, value] = splitPair(raw);
      pairs.push({ name, value, raw });
    }
    start = end + 1;
  }
  return pairs;
}

/** The default-path of a request path (RFC 6265 §5.1.4): up to, not including, its last `/`. */
export function defaultCookiePath(requestPath: string): string {
  const last = requestPath.startsWith('/') ? requestPath.lastIndexOf('/') : 0;
  return last <= 0 ? '/' : requestPath.slice(0, last);
}

// Space and tab only: String.trim would also take U+00A0 and U+FEFF, which are part of a name. No pattern: it would be quadratic.
function trimmed(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function splitPair(pair: string): readonly [name: string, value: string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? ['', trimmed(pair, 0, pair.length)] : [trimmed(pair, 0, equals), trimmed(pair, equals + 1, pair.length)];
}

function isStorablePair(name: string, value: string): boolean {
  // A nameless cookie is sent as its bare value, so a value that reads as a pair or as a prefixed name would be another cookie.
  if (name === '' && (value === '' || value.includes('=') || prefixed.test(value))) return false;
  // A character has at most three bytes for each unit of its length.
  return (name.length + value.length) * 3 <= mostPairBytes || byteLength(name + value) <= mostPairBytes;
}

// Characters up to U+00FF are bytes of a header; anything above can only come from a script and is stored as UTF-8.
function byteLength(text: string): number {
  return text.replace(/[^\0-\xff]/gu, (character) => (character.length > 1 ? '1234' : character > '\u07ff' ? '123' : '12')).length;
}

/** Takes one attribute in. A number or null is a life as it was read; undefined: the attribute says nothing of life. */
function readAttribute(facts: Mutable<SetCookieFacts>, attribute: string): number | null | undefined {
  const equals = attribute.indexOf('=');
  const value = equals < 0 ? '' : trimmed(attribute, equals + 1, attribute.length);
  if (value.length > mostAttributeLength) return undefined;
  switch (trimmed(attribute, 0, equals < 0 ? attribute.length : equals).toLowerCase()) {
    case 'domain':
      facts.domain = value.replace(/^\./, '').toLowerCase() || null;
      break;
    case 'path':
      facts.path = value.startsWith('/') ? value : null;
      break;
    case 'max-age': {
      const seconds = readMaxAge(value);
      // Chromium reads `+5` as 5 where the RFC ignores it: with a digit in it, nobody can say what it is.
      if (seconds === null) facts.disputed ||= /\d/.test(value);
      else facts.maxAge = seconds;
      return seconds;
    }
    case 'expires': {
      const seconds = parseCookieDate(value);
      facts.expires = seconds ?? facts.expires;
      return seconds;
    }
    case 'secure':
      facts.secure = true;
      break;
    case 'httponly':
      facts.httpOnly = true;
      break;
    case 'samesite':
      facts.sameSite = readSameSite(value.toLowerCase());
      break;
    case 'partitioned':
      facts.partitioned = true;
  }
  return undefined;
}

function readMaxAge(value: string): number | null {
  return /^-?[0-9]+$/.test(value) ? Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number(value), Number.MAX_SAFE_INTEGER)) : null;
}

function readSameSite(mode: string): SetCookieFacts['sameSite'] {
  return mode === 'strict' || mode === 'lax' || mode === 'none' ? mode : null;
}

// Refusals that need no request to be known: cross-site or partitioned without Secure, foreign characters in Domain, broken prefixes.
function isStorable({ name, domain, path, secure, httpOnly, sameSite, partitioned }: SetCookieFacts): boolean {
  if (!secure && (partitioned || sameSite === 'none')) return false;
  if (domain !== null && /[^\0-\x7f]/.test(domain)) return false;
  const prefix = prefixed.exec(name);
  if (prefix === null) return true;
  const [text, host, http = text.length === 7 && !host] = prefix;
  return secure && (httpOnly || !http) && (!host || (path === '/' && domain === null));
}
