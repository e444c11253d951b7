// Headers that belong to one connection and stay on it.
import type { HeaderList } from '../header-list.ts';
import { keyOf, tokensOf } from '../header-list.ts';

const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** A `Connection` header may not take these away: a sender could strip what the guard and the other side decide by. */
const END_TO_END: ReadonlySet<string> = new Set([
  'authorization',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'content-type',
  'cookie',
  'host',
  'location',
  'origin',
  'referer',
  'sec-fetch-site',
  'sec-gpc',
  'set-cookie',
  'x-frame-options',
]);

/** The list without what belongs to the connection it came over, headers named in `Connection` included. */
export function withoutHopByHop(pairs: HeaderList): HeaderList {
  const named = tokensOf(pairs, 'connection').filter((name) => !END_TO_END.has(name));
  return pairs.filter((pair) => !HOP_BY_HOP.has(keyOf(pair)) && !(named.length > 0 && named.includes(keyOf(pair))));
}
