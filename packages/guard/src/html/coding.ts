// Content codings of pages: what the site is asked for, what of it can be read, and what the visitor gets.
import type { HeaderList } from '../header-list.ts';
import { tokensOf, without } from '../header-list.ts';
import { remember } from '../memory.ts';
import { hasZstd } from './zstd-support.ts';

/** A coding of bodies by its registered name. */
export type ContentCoding = 'identity' | 'gzip' | 'deflate' | 'br' | 'zstd';

/** How a page came, and how it goes out. */
export type Coding = { readonly from: ContentCoding; readonly to: ContentCoding };

/** A page that is not encoded at all. */
export const PLAIN_CODING: Coding = { from: 'identity', to: 'identity' };

const REPLACED: ReadonlySet<string> = new Set(['content-encoding']);

const NAMES: ReadonlyMap<string, ContentCoding> = new Map([
  ['identity', 'identity'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['br', 'br'],
  ['zstd', 'zstd'],
]);

const readTokens = remember((text: string): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const token of text.split(',').filter((token) => token !== '')) {
    const [name = '', ...parameters] = token.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const value = weight === undefined ? 1 : Number(weight.slice(2));
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(value) ? value : 0);
  }
  return weights;
});

/** How much each coding is wanted, from 0 to 1; without the header nothing but an unencoded body is. */
function readWeights(headers: HeaderList): ReadonlyMap<string, number> {
  return readTokens(tokensOf(headers, 'accept-encoding').join(','));
}

function accepts(weights: ReadonlyMap<string, number>, coding: ContentCoding): boolean {
  const fallback = coding === 'identity' ? 1 : 0;
  return (weights.get(coding) ?? weights.get('*') ?? fallback) > 0;
}

/** The coding of a body; null where there are several, or one that is not known. */
function codingOf(headers: HeaderList): ContentCoding | null {
  const names = tokensOf(headers, 'content-encoding').filter((name) => name !== 'identity');
  const [name = 'identity'] = names;
  return names.length > 1 ? null : (NAMES.get(name) ?? null);
}

/** How a page is to be read and written again; null where it cannot be read. What came unencoded goes out so. */
export function planCoding(requestHeaders: HeaderList, responseHeaders: HeaderList): Coding | null {
  const from = codingOf(responseHeaders);
  if (from === null || from === 'identity') return from === null ? null : PLAIN_CODING;
  const weights = readWeights(requestHeaders);
  const written: readonly ContentCoding[] = from === 'zstd' && !hasZstd ? ['gzip', 'br'] : [from, 'gzip', 'br'];
  return { from, to: written.find((coding) => accepts(weights, coding)) ?? 'identity' };
}

/** What a page of the site is asked for in: what the visitor accepts, and can be read and written here. */
export function upstreamEncodings(requestHeaders: HeaderList): string {
  const weights = readWeights(requestHeaders);
  const readable: readonly ContentCoding[] = hasZstd ? ['gzip', 'br', 'zstd'] : ['gzip', 'br'];
  return readable.filter((coding) => accepts(weights, coding)).join(', ') || 'identity';
}

/** The list with the coding that the body goes out in, in place of the one it came in. */
export function withCoding(headers: HeaderList, { from, to }: Coding): HeaderList {
  if (from === to) return headers;
  return [...without(headers, REPLACED), ...headersFor({ from, to })];
}

/** The lines that stand in place of the site's Content-Encoding. */
export function headersFor({ to }: Coding): HeaderList {
  return to === 'identity' ? [] : [['Content-Encoding', to]];
}
