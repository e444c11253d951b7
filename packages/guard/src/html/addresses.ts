// Addresses in markup: decoded and resolved as browsers do, so that what is asked about is what would be contacted.
import { decodeUtf8 } from '@candor/core';
import { encodeLatin1 } from '../bytes.ts';
import { decodeValue } from './attributes.ts';

/** Where addresses of a document lead from. A `<base>` adds one; which of them holds is the browser's to know, so all are asked about. */
export type Bases = string[];

const MOST_BASES = 4;
const NONE: readonly string[] = [];

// Already as `new URL` would print it, as far as host and path are concerned: no dot segments, no ports or users, no numbers
// for a host, no escapes.
const PLAIN = /^(?:https?:)?\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][!-$&-[\]^-~]*)?$/;
const PLAIN_PATH = /^\/[!-$&-.0-[\]^-~][!-$&-[\]^-~]*$/;
const NETWORK = /^(?:https?|wss?|ftp):/;

function schemeOf(base: string): string {
  return base.slice(0, base.indexOf(':') + 1);
}

function originOf(base: string): string {
  const end = base.indexOf('/', base.indexOf('//') + 2);
  return end < 0 ? base : base.slice(0, end);
}

function resolveOne(value: string, base: string): string | null {
  if (!value.includes('/.')) {
    if (PLAIN.test(value)) return value.startsWith('/') ? schemeOf(base) + value : value;
    if (PLAIN_PATH.test(value) && base.startsWith('http')) return originOf(base) + value;
  }
  if (!URL.canParse(value, base)) return null;
  const { href } = new URL(value, base);
  return NETWORK.test(href) ? href : null;
}

/** The bytes of a value as the characters they stand for, where they are UTF-8. */
function readCharacters(raw: string): string {
  if (!/[\x80-\xff]/.test(raw)) return raw;
  const text = decodeUtf8(encodeLatin1(raw));
  return text.ok ? text.value : raw;
}

/** The characters of an attribute's value, its references decoded. */
export function readValue(raw: string): string {
  return decodeValue(readCharacters(raw));
}

/** Every absolute address that a value may mean; none where nothing would leave the browser. */
export function resolveAddress(value: string, bases: readonly string[]): readonly string[] {
  if (value === '' || value.startsWith('data:')) return NONE;
  const [base = ''] = bases;
  if (bases.length === 1) {
    const address = resolveOne(value, base);
    return address === null ? NONE : [address];
  }
  const resolved = bases.map((base) => resolveOne(value, base)).filter((address) => address !== null);
  return [...new Set(resolved)];
}

/** Takes a `<base href>` into account from here on. */
export function addBase(bases: Bases, value: string): void {
  const [address] = resolveAddress(value, bases.slice(0, 1));
  if (address !== undefined && !bases.includes(address) && bases.length < MOST_BASES) bases.push(address);
}

/** The addresses of a `srcset`. */
export function sourcesIn(value: string): readonly string[] {
  const sources: string[] = [];
  const source = /[\t\n\f\r ,]*([^\t\n\f\r ]+)/y;
  // Descriptors may hold commas in parentheses.
  const descriptors = /(?:\([^)]*(?:\)|$)|[^,(])*,?/y;
  for (let match = source.exec(value); match !== null; match = source.exec(value)) {
    const [, given = ''] = match;
    const bare = given.replace(/,+$/, '');
    if (bare !== '') sources.push(bare);
    if (bare.length < given.length) continue;
    descriptors.lastIndex = source.lastIndex;
    descriptors.test(value);
    source.lastIndex = Math.max(descriptors.lastIndex, source.lastIndex);
  }
  return sources;
}

/** Where a refresh leads, or null where it only loads the page again. */
export function refreshTarget(content: string): string | null {
  const rest = /^[\t\n\f\r ]*[\d.]*[\t\n\f\r ]*[;,]?[\t\n\f\r ]*(.*)$/s.exec(content)?.[1] ?? '';
  const [, quote = '', target = ''] = /^(?:url[\t\n\f\r ]*=[\t\n\f\r ]*)?(["']?)(.*)$/is.exec(rest) ?? [];
  const end = quote === '' ? -1 : target.indexOf(quote);
  const address = end < 0 ? target : target.slice(0, end);
  return address === '' ? null : address;
}
