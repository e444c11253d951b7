// The canonical form that is hashed: RFC 8785, so that anyone can compute the same id with any conforming library.

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value that has no canonical form: a number that is not finite, a lone surrogate, or no JSON at all. */
export class CanonicalJsonError extends Error {
  readonly code = 'CANDOR_BUG_NOT_CANONICAL';
}

/**
 * The RFC 8785 form of a value: keys by UTF-16 code units, numbers and strings as ECMAScript writes them, no white space.
 * A property whose value is undefined is absent. Throws `CanonicalJsonError` for a value that I-JSON (RFC 7493) cannot carry.
 */
export function encodeCanonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return encodeString(value);
  if (typeof value === 'number') return encodeNumber(value);
  if (isList(value)) return `[${value.map(encodeCanonicalJson).join(',')}]`;
  if (typeof value === 'object') return encodeRecord(value);
  throw new CanonicalJsonError(`A ${typeof value} has no canonical form`);
}

// Array.isArray does not narrow readonly arrays out of a union.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function encodeRecord(record: { readonly [key: string]: Json }): string {
  const keys = Object.keys(record).sort();
  const members: string[] = [];
  for (const key of keys) {
    const value = record[key];
    if (value !== undefined) members.push(`${encodeString(key)}:${encodeCanonicalJson(value)}`);
  }
  return `{${members.join(',')}}`;
}

function encodeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new CanonicalJsonError(`The number ${String(value)} has no canonical form`);
  return JSON.stringify(value);
}

// JSON.stringify writes exactly the escapes of RFC 8785 §3.2.2.2, but lets a lone surrogate through as an escape.
function encodeString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new CanonicalJsonError('A string with a lone surrogate has no canonical form');
  return JSON.stringify(value);
}
