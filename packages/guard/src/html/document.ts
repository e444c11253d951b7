// Which responses are pages: documents that get the notice, and those whose policy depends on a visitor's consent.
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { firstOf, keyOf, tokensOf, valuesOf, without } from '../header-list.ts';
import { remember } from '../memory.ts';

/** `page` gets everything, `frame` gets no notice of its own, null gets nothing put in. */
export type DocumentKind = 'page' | 'frame' | null;

/** Encodings in which our ASCII reads as ASCII wherever it stands. */
const ASCII_COMPATIBLE =
  /^(?:utf-?8|us-ascii|ascii|iso-?8859-\d{1,2}|latin1|windows-125\d|windows-874|cp125\d|koi8-[ru]|macintosh|big5|gbk|gb2312|gb18030|shift_jis|euc-(?:jp|kr))$/;

/** The kind of document that a request asks for. Absent `Sec-Fetch-Dest`: a page, unless a script says that it asks. */
export function requestedDocument(headers: HeaderList): DocumentKind {
  const destination = firstOf(headers, 'sec-fetch-dest')?.toLowerCase();
  if (destination === 'document') return 'page';
  if (destination === 'iframe' || destination === 'frame') return 'frame';
  if (destination !== undefined) return null;
  return firstOf(headers, 'x-requested-with') === null ? 'page' : null;
}

const WORKERS: ReadonlySet<string> = new Set(['worker', 'sharedworker', 'serviceworker']);

/** Whether the request starts a worker, whose policy governs what it may reach. */
export function startsWorker(headers: HeaderList): boolean {
  return WORKERS.has(firstOf(headers, 'sec-fetch-dest')?.toLowerCase() ?? '');
}

/** Whether our ASCII is ASCII in the encoding of this name. */
export function hasAscii(charset: string): boolean {
  return ASCII_COMPATIBLE.test(charset);
}

function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? null;
}

/** Whether the body is HTML that can be written into without being decoded. */
export function isInjectable(status: number, pairs: HeaderList): boolean {
  return isPage(status, pairs) && tokensOf(pairs, 'content-encoding').every((coding) => coding === 'identity');
}

/** Whether the body is HTML that can be written into: whole, shown, in an encoding that has ASCII. */
export function isPage(status: number, pairs: HeaderList): boolean {
  const contentType = firstOf(pairs, 'content-type') ?? '';
  if (!isHtml(pairs) || valuesOf(pairs, 'content-type').length > 1) return false;
  if (status < 200 || (status >= 300 && status < 400) || [204, 205, 206].includes(status)) return false;
  if (firstOf(pairs, 'content-disposition')?.trim().toLowerCase().startsWith('attachment') === true) return false;
  const charset = charsetOf(contentType);
  return charset === null || hasAscii(charset);
}

const namesHtml = remember((contentType: string): boolean => /^\s*text\/html\s*(?:;|$)/i.test(contentType));

/** Whether the response says that it is HTML. */
export function isHtml(pairs: HeaderList): boolean {
  return namesHtml(firstOf(pairs, 'content-type') ?? '');
}

const namesInert = remember((contentType: string): boolean =>
  /^\s*(?:application\/(?:json|[a-z0-9.-]+\+json|octet-stream)|text\/(?:css|csv|plain)|image\/(?!svg)[a-z0-9.-]+|(?:font|audio|video)\/[a-z0-9.-]+)\s*(?:;|$)/i.test(
    contentType,
  ),
);

/** Whether the response says that it is data: JSON, text, a picture, a font, sound. What browsers run or load more by is not among it. */
export function isInert(pairs: HeaderList): boolean {
  const [contentType, ...others] = valuesOf(pairs, 'content-type');
  return contentType !== undefined && others.length === 0 && namesInert(contentType);
}

/** Whether the header leaves the encoding to a <meta charset>, which must then stay within the first 1024 bytes. */
export function lacksCharset(pairs: HeaderList): boolean {
  return charsetOf(firstOf(pairs, 'content-type') ?? '') === null;
}

/** What no longer holds of a body that was written into. */
const BODY_BOUND: ReadonlySet<string> = new Set([
  'content-length',
  'etag',
  'last-modified',
  'accept-ranges',
  'content-md5',
  'digest',
  'content-digest',
  'repr-digest',
]);

/** Without length, validators, ranges and digests. */
export function withoutBodyBound(pairs: HeaderList): HeaderList {
  return without(pairs, BODY_BOUND);
}

const CACHING: ReadonlySet<string> = new Set(['cache-control', 'expires', 'pragma']);

/** What only caches between site and visitors read, and obey before all else (RFC 9213 and its forerunners). */
const FOR_CACHES = /^(?:(?:[a-z]+-)?cdn-cache-control|surrogate-control|edge-control|x-accel-expires)$/i;

const isForCaches = remember((key: string): boolean => FOR_CACHES.test(key));

/** For one visitor only, and asked for anew each time: the page carries this visitor's consent and question. */
export function asPrivate(pairs: HeaderList): HeaderList {
  const directives = tokensOf(pairs, 'cache-control');
  const kept = ['no-store', 'no-transform'].filter((directive) => directives.includes(directive));
  const rest = without(pairs, CACHING).filter((pair) => !isForCaches(keyOf(pair)));
  return [...rest, ['Cache-Control', ['private', 'no-cache', ...kept].join(', ')] satisfies HeaderPair];
}

/** For one visitor only; how long that visitor's own browser may keep it stays as it was. */
export function asUnshared(pairs: HeaderList): HeaderList {
  const kept = tokensOf(pairs, 'cache-control').filter((directive) => !/^(?:public|private|s-maxage)\b/.test(directive));
  const rest = pairs.filter((pair) => keyOf(pair) !== 'cache-control' && !isForCaches(keyOf(pair)));
  rest.push(['Cache-Control', ['private', ...kept].join(', ')]);
  return rest;
}

/** Whether a cache between the guard and several visitors is invited to keep it. */
export function invitesSharing(pairs: HeaderList): boolean {
  if (pairs.some((pair) => isForCaches(keyOf(pair)) && !/no-store|private|^0*$/i.test(pair[1]))) return true;
  const directives = tokensOf(pairs, 'cache-control');
  if (directives.some((directive) => directive === 'no-store' || directive.startsWith('private'))) return false;
  return directives.some((directive) => directive === 'public' || /^(?:s-maxage|max-age)="?0*[1-9]/.test(directive));
}
