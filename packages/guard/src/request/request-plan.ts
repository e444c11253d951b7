// What goes to the site in place of a request's head: cookies filtered, addresses forwarded, framing set, encoding limited for pages.

import type { HeaderList, HeaderPair } from '../header-list.ts';
import { has, keyOf, valuesOf, without } from '../header-list.ts';
import { upstreamEncodings } from '../html/coding.ts';
import type { Judge } from '../judge.ts';
import { remember } from '../memory.ts';
import type { HeldTag } from '../page/shared-validators.ts';
import { heldTags } from '../page/shared-validators.ts';
import type { Observations } from '../watch/observations.ts';
import type { Framing } from './framing.ts';
import { withFraming } from './framing.ts';
import { withoutHopByHop } from './hop-by-hop.ts';
import type { Visit } from './visit.ts';

/** What a request is planned with. */
export type RequestCase = {
  readonly judge: Judge;
  readonly observations: Observations;
  readonly visit: Visit;
  readonly framing: Framing;
  readonly connection: { readonly remoteAddress: string; readonly encrypted: boolean };
  readonly trustForwarded: boolean;
  readonly fallbackHost: string;
};

/** Answered here, or said anew by every proxy. */
const REPLACED: ReadonlySet<string> = new Set(['expect', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'forwarded']);
/** By these a visitor could say of themselves what only a proxy of the site's own may say. */
const CLAIMS: ReadonlySet<string> = new Set([
  'cf-connecting-ip',
  'front-end-https',
  'true-client-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-original-host',
  'x-original-url',
  'x-real-ip',
  'x-rewrite-url',
  'x-url-scheme',
]);
/** Encodings and validators of pages would leave nothing to write into. */
const FOR_PAGES: ReadonlySet<string> = new Set(['accept-encoding', 'if-none-match', 'if-modified-since']);

/** Who asks, and who decides. */
type Asked = Pick<RequestCase, 'judge' | 'visit' | 'observations'>;

/** The cookies that the site may read, in one line; null when none is left. */
export function allowedCookies({ judge, visit, observations }: Asked): string | null {
  const { cookieHeader, cookies, facts } = visit;
  if (cookieHeader === null) return null;
  const consent = judge.consentOf(visit);
  const kept = cookies.filter(({ name }) => {
    const { outcome, code } = judge.verdictOfHeld(consent, name, facts);
    if (outcome !== 'drop') return true;
    if (!observations.again('cookie', code, name, facts.path))
      observations.record({ kind: 'cookie', name, code, page: facts.path }, { kind: 'cookie', name, request: facts });
    return false;
  });
  if (kept.length === 0) return null;
  // The bytes as they came where nothing goes.
  return kept.length === cookies.length ? cookieHeader : kept.map(({ raw }) => raw).join('; ');
}

/** The list with its Cookie lines replaced by one, where the first one stood. */
export function withCookies(headers: HeaderList, cookies: string | null): HeaderList {
  const kept: HeaderPair[] = [];
  let line = cookies;
  for (const pair of headers) {
    if (keyOf(pair) !== 'cookie') kept.push(pair);
    else if (line !== null) {
      kept.push(pair[1] === line ? pair : [pair[0], line, 'cookie']);
      line = null;
    }
  }
  return kept;
}

function forwardedHeaders({ visit, connection, trustForwarded }: RequestCase): HeaderList {
  const before = trustForwarded ? valuesOf(visit.headers, 'x-forwarded-for') : [];
  const proto = trustForwarded ? valuesOf(visit.headers, 'x-forwarded-proto')[0] : undefined;
  return [
    ['X-Forwarded-For', [...before, connection.remoteAddress].join(', ')],
    ['X-Forwarded-Proto', proto ?? (connection.encrypted ? 'https' : 'http')],
    ['X-Forwarded-Host', visit.target.authority],
  ];
}

/** The headers that are the visitor's to send. CGI and its heirs read "_" in a name as "-": nothing decided by one may come as the other. */
function ownHeaders({ visit, trustForwarded }: RequestCase): HeaderList {
  return withoutHopByHop(visit.headers).filter((pair) => {
    const key = keyOf(pair);
    if (REPLACED.has(key) || key.includes('_')) return false;
    return trustForwarded || !(CLAIMS.has(key) || key.startsWith('x-forwarded-'));
  });
}

function withHost(headers: HeaderList, host: string): HeaderList {
  return !has(headers, 'host') ? [['Host', host] satisfies HeaderPair, ...headers] : headers;
}

/** Whether a page is among what is accepted. */
const asksForPage = remember((accept: string): boolean => {
  const types = accept.split(',').map((token) => token.split(';')[0]?.trim().toLowerCase() ?? '');
  const named = types.filter((type) => type !== '');
  return named.length === 0 || named.some((type) => type === 'text/html' || type === '*/*' || type === 'text/*');
});

/**
 * A page is written into, so it is asked for whole, in a coding that can be read here; what scripts, styles and images negotiate stays
 * theirs. What a shared cache may hold is unencoded: it is the same for visitors with other wishes.
 */
function withPageNegotiation(headers: HeaderList, visit: Visit, isShared: boolean): HeaderList {
  if (visit.document === null) return headers;
  if (!asksForPage(valuesOf(headers, 'accept').join(','))) return headers;
  return [...without(headers, FOR_PAGES), ['Accept-Encoding', isShared ? 'identity' : upstreamEncodings(headers)]];
}

/** A cache that holds a page of ours asks about it as the site knows it. */
function withSharedValidators(headers: HeaderList, tags: readonly HeldTag[]): HeaderList {
  if (tags.length === 0) return headers;
  const line: HeaderPair = ['If-None-Match', tags.map(({ own }) => own).join(', ')];
  return [...without(headers, FOR_PAGES), ['Accept-Encoding', 'identity'], line];
}

/** The lines without what this visitor's consent leaves out, and with what a page is asked for by; what is only observed stays. */
function filtered(asked: Asked, own: HeaderList): HeaderList {
  const { judge, visit } = asked;
  const cookies = allowedCookies(asked);
  const read = judge.modes.cookie === 'enforce' ? withCookies(own, cookies) : own;
  const negotiated = judge.modes.html === 'enforce' ? withPageNegotiation(read, visit, judge.shared?.includes(visit.facts) === true) : read;
  return withSharedValidators(negotiated, heldTags(judge.shared, visit));
}

/** The head as the site gets it. What is only observed goes as it came, and what would be removed is recorded. */
export function planRequest(requestCase: RequestCase): HeaderList {
  const { visit, framing, fallbackHost } = requestCase;
  const validated = filtered(requestCase, ownHeaders(requestCase));
  return [...withFraming(withHost(validated, fallbackHost), framing, visit.facts.method), ...forwardedHeaders(requestCase)];
}

/** The same for a site in this process: no connection lies between, so that framing and what proxies say stay as they came. */
export function planLocalRequest(asked: Asked): HeaderList {
  return filtered(asked, asked.visit.headers);
}
