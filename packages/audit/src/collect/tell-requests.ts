// What requests say about themselves: detours over other sites, marks of clicks, pictures that nobody sees. Pure.
import { isSameSite } from './find-leaks.ts';
import type { Beacon, Bounce, CookieWrite, Decoration, SentRequest, TagSeen } from './observation.ts';
import { readUrl } from './request-facts.ts';

/** Pages that were reached over another site that set a cookie or was sent one. */
export function tellBounces(requests: readonly SentRequest[], writes: readonly CookieWrite[]): readonly Bounce[] {
  const documents = requests.filter(({ as }) => as === 'document');
  const setBy = (url: string): readonly string[] =>
    writes.filter(({ setter }) => setter.kind === 'http-response' && setter.url === url).map(({ line }) => line.split('=')[0] ?? '');
  return documents.flatMap((end) => {
    if (end.redirectedFrom === null || (end.status !== null && end.status >= 300 && end.status < 400)) return [];
    const to = hostOf(end.url);
    return hopsBefore(end, documents).flatMap((hop): readonly Bounce[] => {
      const via = hostOf(hop.url);
      const cookies = [...new Set([...hop.cookies, ...setBy(hop.url)])];
      return via === '' || isSameSite(via, to) || cookies.length === 0 ? [] : [{ moment: end.moment, via, to, cookies }];
    });
  });
}

function hopsBefore(end: SentRequest, documents: readonly SentRequest[]): readonly SentRequest[] {
  const hops: SentRequest[] = [];
  let current: SentRequest | undefined = end;
  while (current?.redirectedFrom != null && hops.length < 25) {
    const { redirectedFrom, moment }: SentRequest = current;
    current = documents.findLast((one) => one.url === redirectedFrom && one.moment.at <= moment.at && !hops.includes(one));
    if (current !== undefined) hops.push(current);
  }
  return hops;
}

// Parameters that advertising and mailing services put into addresses so that a click can be told from others.
const clickMarks: ReadonlySet<string> = new Set(
  'gclid gclsrc dclid gbraid wbraid fbclid msclkid ttclid twclid li_fat_id yclid ysclid rdt_cid sccid epik irclickid igshid mc_eid mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id s_kwcid wickedid _gl _kx'.split(
    ' ',
  ),
);

/** Marks of clicks in the addresses of requests, once for each host and parameter. */
export function tellDecorations(requests: readonly SentRequest[]): readonly Decoration[] {
  const told = new Map<string, Decoration>();
  for (const { url, moment } of requests) {
    const address = readUrl(url);
    for (const parameter of address?.searchParams.keys() ?? []) {
      const name = parameter.toLowerCase();
      const key = `${address?.hostname} ${name}`;
      if (clickMarks.has(name) && !told.has(key)) told.set(key, { moment, host: address?.hostname ?? '', parameter: name });
    }
  }
  return [...told.values()];
}

/** A response, as far as a picture of hardly a byte is told by it. `kind` is the driver's word for what asked; `bytes` null where unknown. */
export type Answered = {
  readonly request: SentRequest;
  readonly kind: string;
  readonly mime: string;
  readonly bytes: number | null;
};

// The smallest pictures of one point: 35 to 95 bytes as GIF, PNG or WebP. What is drawn as SVG has its size written in it.
const pixelBytes = 100;

/** Pixels, beacons and pings. */
export function tellBeacons(answers: readonly Answered[]): readonly Beacon[] {
  return answers.flatMap(({ request, kind, mime, bytes }): readonly Beacon[] => {
    const { moment, url, status, blocked } = request;
    const told = { moment, host: hostOf(url), url: url.split(/[?#]/)[0] ?? '' };
    if (blocked || url.startsWith('data:')) return [];
    if (kind === 'ping' || kind === 'beacon') return [{ ...told, kind: 'beacon' }];
    const isPixel = status === 204 || (status === 200 && bytes !== null && bytes <= pixelBytes && !mime.includes('svg'));
    return kind === 'image' && isPixel ? [{ ...told, kind: 'pixel' }] : [];
  });
}

/**
 * Addresses whose ETag was another one for every visitor: one list of tags for each visitor, of which there must be two at least. Only
 * what a visitor was told first counts, and an address whose tag one and the same visitor saw change identifies nobody.
 */
export function tellTagIdentifiers(visitors: readonly (readonly TagSeen[])[]): readonly string[] {
  const byAddress = new Map<string, string[]>();
  const changing = new Set<string>();
  for (const tags of visitors) {
    const first = new Map<string, string>();
    for (const { url, digest, isBack } of tags) {
      if (isBack) continue;
      if (first.has(url) && first.get(url) !== digest) changing.add(url);
      if (!first.has(url)) first.set(url, digest);
    }
    for (const [url, digest] of first) byAddress.set(url, [...(byAddress.get(url) ?? []), digest]);
  }
  return [...byAddress]
    .filter(([url, digests]) => digests.length > 1 && new Set(digests).size === digests.length && !changing.has(url))
    .map(([url]) => url);
}

function hostOf(url: string): string {
  return readUrl(url)?.hostname ?? '';
}
