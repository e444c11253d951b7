// How a request's body is delimited. A raw header list given to Node's client goes out as it is, so that this is decided here once.
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { has, tokensOf, valuesOf, without } from '../header-list.ts';
import type { Reading } from './refusal.ts';
import { refuse } from './refusal.ts';

/** No body, a counted one, or a chunked one. */
export type Framing = { readonly kind: 'none' } | { readonly kind: 'length'; readonly length: string } | { readonly kind: 'chunked' };

/** Reads the framing, or refuses what a next server could read differently (RFC 9112 §6). */
export function readFraming(pairs: HeaderList): Reading<Framing> {
  const named = tokensOf(pairs, 'connection');
  if (named.includes('content-length') || named.includes('host'))
    return refuse(400, 'The Connection header names a header that must reach the server');
  const codings = valuesOf(pairs, 'transfer-encoding');
  const lengths = valuesOf(pairs, 'content-length');
  if (codings.length > 0) {
    if (lengths.length > 0) return refuse(400, 'Transfer-Encoding and Content-Length together are ambiguous');
    if (codings.length > 1 || codings[0]?.trim().toLowerCase() !== 'chunked')
      return refuse(501, 'The only transfer coding understood is "chunked"');
    return { ok: true, value: { kind: 'chunked' } };
  }
  const length = lengths[0];
  if (length === undefined) return { ok: true, value: { kind: 'none' } };
  if (lengths.length > 1 || !/^[0-9]{1,15}$/.test(length)) return refuse(400, 'Content-Length must be one number');
  return { ok: true, value: { kind: 'length', length } };
}

const METHODS_WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);
const LENGTH: ReadonlySet<string> = new Set(['content-length']);

/** The framing headers for the next server, so that a body of any method is delimited there as it was here. */
export function withFraming(pairs: HeaderList, framing: Framing, method: string): HeaderList {
  const rest = has(pairs, 'content-length') ? without(pairs, LENGTH) : pairs;
  if (framing.kind === 'chunked') return [...rest, ['Transfer-Encoding', 'chunked'] satisfies HeaderPair];
  if (framing.kind === 'length') return [...rest, ['Content-Length', framing.length] satisfies HeaderPair];
  return METHODS_WITH_BODY.has(method) ? [...rest, ['Content-Length', '0'] satisfies HeaderPair] : rest;
}
