// The forms of strings in a declaration, one row each. Hosts and paths are held to characters that cannot end a CSP
// directive, an attribute or a header: no space, quote, semicolon, comma or control character gets through.
// Every pattern is linear: no group that repeats can match the same text in two ways.
import type { StringShape } from './shape.ts';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostname = `${label}(?:\\.${label})*`;
const pathCharacters = '[A-Za-z0-9._~!$&()+=:@%/-]';
const invisible = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029';
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function form(
  row: Omit<StringShape, 'kind' | 'code' | 'longest'> & { readonly longest?: number; readonly code?: StringShape['code'] },
): StringShape {
  return { kind: 'string', code: 'DECL_SYNTAX', longest: 256, ...row };
}

/** Whether year-month-day is a day of the Gregorian calendar. */
function isRealDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (monthDays[month - 1] ?? 0) + leap;
}

/** Words of a sentence or paragraph. */
export const words: StringShape = form({
  expected: 'words without control characters',
  pattern: new RegExp(`^[^\\S\\u000b-\\r\\u2028\\u2029]*[^\\s${invisible}][^${invisible}]*$`, 'u'),
  longest: 20_000,
  hint: 'Write the words, or leave the field out where it is optional',
});

/** One line of plain text: a name, an address. */
export const line: StringShape = form({
  expected: 'one line of text',
  pattern: new RegExp(`^[^\\s${invisible}][^\\n\\t${invisible}]*$`, 'u'),
  longest: 500,
  hint: 'Write it without line breaks and without leading spaces',
});

/** Key of a provider, purpose or location. */
export const id: StringShape = form({
  expected: 'an id of lower-case letters, digits, "_" and "-" that begins with a letter',
  pattern: /^[a-z][a-z0-9_-]*$/,
  longest: 64,
  code: 'DECL_ID',
});

/** Key of a tracker, which may begin as the names of many cookies do. */
export const trackerId: StringShape = form({
  expected: 'an id of lower-case letters, digits, "_" and "-" that begins with a letter or "_"',
  pattern: /^[a-z_][a-z0-9_-]*$/,
  longest: 64,
  code: 'DECL_ID',
});

/** Key of the notice's words. */
export const wordKey: StringShape = form({
  expected: 'a key of letters, digits, "_", "." and "-" that begins with a letter',
  pattern: /^[A-Za-z][A-Za-z0-9_.-]*$/,
  longest: 64,
  code: 'DECL_ID',
});

/** Key of a theme, a dimension or a projection. */
export const token: StringShape = form({
  expected: 'lower-case letters, digits, "_", ":" and "-" that begin with a letter',
  pattern: /^[a-z][a-z0-9_:-]*$/,
  longest: 64,
});

/** A value of a theme: the characters that colours, lengths and font names are written with, none of which can leave a declaration. */
export const themeValue: StringShape = form({
  expected: 'a colour, length or font without characters that could end a CSS declaration',
  pattern: /^[A-Za-z0-9#][A-Za-z0-9#(),.%"' _-]*$/,
  longest: 200,
  hint: 'Colours are hex, rgb(), hsl() or light-dark() of two of them',
});

/** A host without port. */
export const host: StringShape = form({
  expected: 'a host in lower case without scheme, port or path',
  pattern: new RegExp(`^${hostname}$`),
  longest: 253,
  code: 'DECL_HOST',
  hint: 'Write "example.org"; other alphabets in punycode ("xn--…")',
});

/** A Domain attribute. */
export const domain: StringShape = form({
  expected: 'a domain of at least two labels in lower case, without a leading dot',
  pattern: new RegExp(`^${label}(?:\\.${label})+$`),
  longest: 253,
  code: 'DECL_HOST',
  hint: 'Write "example.org"; for a single host use "host"',
});

/** A host, or `*.` and a domain. */
export const hostPattern: StringShape = form({
  expected: 'a host in lower case, or "*." and a domain of at least two labels',
  pattern: new RegExp(`^(?:${hostname}|\\*\\.${label}(?:\\.${label})+)$`),
  longest: 253,
  code: 'DECL_HOST',
  hint: 'Write "example.org" or "*.example.org"; no port, scheme or path; other alphabets in punycode ("xn--…")',
});

/** Scheme, host and port of a page. */
export const origin: StringShape = form({
  expected: 'an origin: "https://", a host in lower case and perhaps a port',
  pattern: new RegExp(`^https?://${hostname}(?::[1-9][0-9]{0,4})?$`),
  longest: 270,
  code: 'DECL_HOST',
  hint: 'Write "https://example.org" without a trailing slash',
});

/** A path, exact or ending in `*`. */
export const pathPattern: StringShape = form({
  expected: 'a path that begins with "/" and has "*" only at its end',
  pattern: new RegExp(`^/${pathCharacters}*\\*?$`),
  longest: 1024,
  code: 'DECL_PATH',
  hint: 'Leave out the query; write other characters percent-encoded',
});

/** A cookie's Path attribute. */
export const cookiePath: StringShape = form({
  expected: 'a path that begins with "/"',
  pattern: new RegExp(`^/${pathCharacters}*$`),
  longest: 1024,
  code: 'DECL_PATH',
});

/** The path under which the front office lives. */
export const prefix: StringShape = form({
  expected: 'a path such as "/cookies" without a trailing slash',
  pattern: /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/,
  longest: 128,
  code: 'DECL_PATH',
});

/** A request method. */
export const method: StringShape = form({
  expected: 'a method in upper case',
  pattern: /^[A-Z]+$/,
  longest: 20,
  hint: 'Write "GET" or "POST"',
});

/** The name of a cookie: what RFC 6265bis can carry without being trimmed or cut. */
export const cookieName: StringShape = form({
  expected: 'a cookie name without "=", ";", control characters or outer spaces',
  pattern: new RegExp(`^[^\\s=;${invisible}](?:[^=;\\n\\t${invisible}]*[^\\s=;${invisible}])?$`, 'u'),
});

/** The beginning of cookie names. */
export const cookiePrefix: StringShape = form({
  expected: 'the beginning of cookie names: at least two characters without "=", ";" or control characters',
  pattern: new RegExp(`^[^\\s=;${invisible}][^=;\\n\\t${invisible}]+$`, 'u'),
  code: 'DECL_NAME_PREFIX',
  hint: 'A shorter prefix would declare cookies nobody has looked at; list the names',
});

/** The end of cookie names. */
export const cookieSuffix: StringShape = form({
  expected: 'the end of cookie names, without "=", ";" or control characters',
  pattern: new RegExp(`^[^=;\\n\\t${invisible}]*[^\\s=;${invisible}]$`, 'u'),
});

/** A storage key, or the name of a database, cache or worker. */
export const storageName: StringShape = form({
  expected: 'a name without control characters',
  pattern: new RegExp(`^[^\\n\\t${invisible}]+$`, 'u'),
  longest: 1024,
});

/** The beginning of storage names. */
export const storagePrefix: StringShape = form({
  expected: 'the beginning of names: at least two characters without control characters',
  pattern: new RegExp(`^[^\\n\\t${invisible}]{2,}$`, 'u'),
  longest: 1024,
  code: 'DECL_NAME_PREFIX',
  hint: 'A shorter prefix would declare keys nobody has looked at; list the names',
});

/** A calendar day. */
export const date: StringShape = form({
  expected: 'a real day written as year-month-day',
  pattern: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  longest: 10,
  code: 'DECL_DATE',
  test: isRealDay,
  hint: 'Write "2026-07-01"',
});

/** A language tag in the usual case of BCP 47: language, script, region, variants. */
export const languageTag: StringShape = form({
  expected: 'a language tag of BCP 47 in its usual case',
  pattern: /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/,
  longest: 35,
  hint: 'Write "en", "fr-CA" or "zh-Hant"',
});

/** ISO 3166-1 alpha-2. */
export const country: StringShape = form({
  expected: 'a country code of two capital letters',
  pattern: /^[A-Z]{2}$/,
  longest: 2,
  hint: 'Write the ISO 3166-1 code, for example "FR"',
});

/** A link that may stand in a page. */
export const link: StringShape = form({
  expected: 'an address that begins with "https://" or "http://"',
  pattern: /^https?:\/\/[A-Za-z0-9[][A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%]*$/,
  longest: 2000,
  hint: 'Write other characters percent-encoded',
});

/** An IANA time zone name. */
export const timeZone: StringShape = form({
  expected: 'an IANA time zone name',
  pattern: /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/,
  longest: 64,
  hint: 'Write "Europe/Paris" or "UTC"',
});

/** The site's own name of a version. */
export const version: StringShape = form({
  expected: 'letters, digits, ".", "+", "_" and "-"',
  pattern: /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/,
  longest: 64,
});

/** A declaration's id. */
export const declarationId: StringShape = form({ expected: '64 lower-case hex digits', pattern: /^[0-9a-f]{64}$/, longest: 64 });

/** A script's hash as CSP writes it, without `sha256-`. */
export const scriptHash: StringShape = form({
  expected: 'the base64 of a SHA-256 digest',
  pattern: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/,
  longest: 44,
});

/** The name a log signs under. */
export const logOrigin: StringShape = form({ expected: 'a name without spaces and "+"', pattern: /^[!-*,-~]+$/, longest: 255 });

/** A verifier key of the signed-note format. */
export const logKey: StringShape = form({
  expected: 'a verifier key: name, "+", eight hex digits, "+", base64',
  pattern: /^[!-*,-~]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+={0,2}$/,
  longest: 512,
});
