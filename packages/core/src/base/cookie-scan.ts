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

type Draft = { -readonly [Key in keyof SetCookieFacts]: SetCookieFacts[Key] } & { lives: number; unreadable: boolean };

const mostPairBytes = 4096;
const mostAttributeLength = 1024;
const longestAttributeName = 'partitioned'.length;
const prefixes = ['__host-http-', '__host-', '__http-', '__secure-'] as const;

/** Reads one Set-Cookie line; null where a browser stores nothing of it whatever the request was. Linear in the length of the line. */
export function scanSetCookie(line: string): SetCookieFacts | null {
  if (hasControl(line)) return null;
  const pairEnd = indexOrEnd(line, ';', 0);
  const pair = splitPair(line.slice(0, pairEnd));
  if (!isStorablePair(pair.name, pair.value)) return null;
  const draft: Draft = {
    name: pair.name,
    value: pair.value,
    domain: null,
    path: null,
    maxAge: null,
    expires: null,
    secure: false,
    httpOnly: false,
    sameSite: null,
    partitioned: false,
    disputed: false,
    lives: 0,
    unreadable: false,
  };
  let start = pairEnd + 1;
  while (start < line.length) {
    const end = indexOrEnd(line, ';', start);
    readAttribute(draft, line.slice(start, end));
    start = end + 1;
  }
  return isStorable(draft) ? finish(draft) : null;
}

/** The pairs of a Cookie header in their order; empty ones are left out. A pair without `=` has the empty name. */
export function scanCookieHeader(header: string): readonly CookiePair[] {
  const pairs: CookiePair[] = [];
  let start = 0;
  while (start < header.length) {
    const end = indexOrEnd(header, ';', start);
    const raw = trimBlanks(header.slice(start, end));
    if (raw !== '') pairs.push({ ...splitPair(raw), raw });
    start = end + 1;
  }
  return pairs;
}

/** The default-path of a request path (RFC 6265 §5.1.4): up to, not including, its last `/`. */
export function defaultCookiePath(requestPath: string): string {
  const last = requestPath.startsWith('/') ? requestPath.lastIndexOf('/') : 0;
  return last <= 0 ? '/' : requestPath.slice(0, last);
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at === -1 ? text.length : at;
}

// %x00-08 / %x0A-1F / %x7F anywhere: the browser ignores the whole line (and after NUL, CR or LF often the whole response).
function hasControl(line: string): boolean {
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) return true;
  }
  return false;
}

// Space and tab only: String.trim would also take U+00A0 and U+FEFF, which are part of a name.
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function splitPair(pair: string): { readonly name: string; readonly value: string } {
  const equals = pair.indexOf('=');
  if (equals === -1) return { name: '', value: trimBlanks(pair) };
  return { name: trimBlanks(pair.slice(0, equals)), value: trimBlanks(pair.slice(equals + 1)) };
}

function isStorablePair(name: string, value: string): boolean {
  if (byteLength(name) + byteLength(value) > mostPairBytes) return false;
  if (name !== '') return true;
  // A nameless cookie is sent as its bare value, so a value that reads as a pair or as a prefixed name would be another cookie.
  return value !== '' && !value.includes('=') && prefixOf(value) === null;
}

// Characters up to U+00FF are bytes of a header; anything above can only come from a script and is stored as UTF-8.
function byteLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0xff) length += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return length;
}

// Prefixes do not mind case, names do.
function prefixOf(text: string): (typeof prefixes)[number] | null {
  if (!text.startsWith('__')) return null;
  const start = text.slice(0, '__host-http-'.length).toLowerCase();
  return prefixes.find((prefix) => start.startsWith(prefix)) ?? null;
}

function readAttribute(draft: Draft, text: string): void {
  const equals = text.indexOf('=');
  const name = trimBlanks(equals === -1 ? text : text.slice(0, equals));
  if (name.length > longestAttributeName) return;
  const value = equals === -1 ? '' : trimBlanks(text.slice(equals + 1));
  if (value.length > mostAttributeLength) return;
  switch (name.toLowerCase()) {
    case 'domain':
      draft.domain = value.startsWith('.') ? value.slice(1) : value;
      break;
    case 'path':
      draft.path = value.startsWith('/') ? value : null;
      break;
    case 'max-age':
      readMaxAge(draft, value);
      break;
    case 'expires':
      readExpires(draft, value);
      break;
    case 'secure':
      draft.secure = true;
      break;
    case 'httponly':
      draft.httpOnly = true;
      break;
    case 'samesite':
      draft.sameSite = readSameSite(value);
      break;
    case 'partitioned':
      draft.partitioned = true;
      break;
  }
}

function readMaxAge(draft: Draft, value: string): void {
  draft.lives += 1;
  const digits = value.startsWith('-') ? value.slice(1) : value;
  if (/^[0-9]+$/.test(digits)) {
    draft.maxAge = Math.min(Number(digits), Number.MAX_SAFE_INTEGER) * (digits === value ? 1 : -1);
    return;
  }
  draft.unreadable = true;
  // Chromium reads `+5` as 5 where the RFC ignores it: with a digit in it, nobody can say what it is.
  if (/[0-9]/.test(value)) draft.disputed = true;
}

function readExpires(draft: Draft, value: string): void {
  draft.lives += 1;
  const seconds = parseCookieDate(value);
  if (seconds === null) draft.unreadable = true;
  else draft.expires = seconds;
}

function readSameSite(value: string): 'strict' | 'lax' | 'none' | null {
  const mode = value.length > 6 ? '' : value.toLowerCase();
  return mode === 'strict' || mode === 'lax' || mode === 'none' ? mode : null;
}

// Refusals that need no request to be known: cross-site or partitioned without Secure, foreign characters in Domain, broken prefixes.
function isStorable(draft: Draft): boolean {
  if (!draft.secure && (draft.partitioned || draft.sameSite === 'none')) return false;
  if (draft.domain !== null && !isAscii(draft.domain)) return false;
  const prefix = prefixOf(draft.name);
  if (prefix === null) return true;
  if (!draft.secure) return false;
  if (prefix.endsWith('http-') && !draft.httpOnly) return false;
  return !prefix.startsWith('__host-') || (draft.path === '/' && !draft.domain);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

function finish({ lives, unreadable, ...facts }: Draft): SetCookieFacts {
  const domain = facts.domain === null || facts.domain === '' ? null : facts.domain.toLowerCase();
  return { ...facts, domain, disputed: facts.disputed || (unreadable && lives > 1) };
}
