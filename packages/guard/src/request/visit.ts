// One request as the deciders need it: who asks, under which profile, with which stored choice and signals, holding which cookies.
import type { Choice, CookiePair, ProfileId, RequestFacts } from '@candor/core';
import { choiceCookieName, readChoices, scanCookieHeader } from '@candor/core';
import type { FilterOptions, GuardRequest } from '../contract.ts';
import type { HeaderList } from '../header-list.ts';
import { firstOf, valuesOf } from '../header-list.ts';
import type { DocumentKind } from '../html/document.ts';
import { requestedDocument } from '../html/document.ts';
import type { Judge } from '../judge.ts';
import { profileOfRegion } from './region.ts';
import type { RequestTarget } from './request-target.ts';
import { atForwardedHost } from './request-target.ts';
import type { Foreign } from './switching.ts';

/** Everything read of a request before anything is decided. `order` says which of two requests came first. */
export type Visit = {
  readonly order: number;
  readonly facts: RequestFacts;
  readonly target: RequestTarget;
  readonly remoteAddress: string;
  /** The scheme the visitor sees. `facts.secure` may be true under http: browsers trust loopback names. */
  readonly scheme: 'http' | 'https';
  readonly headers: HeaderList;
  /** Which kind of document is asked for. */
  readonly document: DocumentKind;
  readonly profile: ProfileId;
  /** The stored choice, or without one what another tool's records are worth. */
  readonly choice: Choice | null;
  /** Records of another tool on a device that holds no choice of ours. */
  readonly foreign: Foreign | null;
  /** The stored choice (or those records) as text: what tells two visitors behind one address apart. */
  readonly choiceText: string;
  readonly gpc: boolean;
  readonly held: ReadonlySet<string>;
  /** The Cookie lines as one, and its pairs. */
  readonly cookieHeader: string | null;
  readonly cookies: readonly CookiePair[];
  /** The value of a held cookie, or null. */
  cookie(name: string): string | null;
};

/** What visits are read with. */
export type Reader = { readonly options: FilterOptions; readonly judge: Pick<Judge, 'defaultProfile' | 'foreign'> };

/** What a connection contributes to a visit. */
export type Arrival = {
  readonly method: string;
  readonly headers: HeaderList;
  readonly target: RequestTarget;
  readonly remoteAddress: string;
  readonly encrypted: boolean;
  readonly order: number;
};

const NONE: readonly string[] = [];
const NO_PAIRS: readonly CookiePair[] = [];
const NOTHING_HELD: ReadonlySet<string> = new Set();

/** Cookie lines merged into one, as HTTP/2 front ends split them. */
function mergedCookieHeader(headers: HeaderList): string | null {
  const lines = valuesOf(headers, 'cookie');
  return lines.length < 2 ? (lines[0] ?? null) : lines.join('; ');
}

/** Browsers treat these names as secure over plain HTTP. */
function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}

function forwardedAddress(headers: HeaderList, fallback: string): string {
  const last = valuesOf(headers, 'x-forwarded-for').join(',').split(',').at(-1)?.trim() ?? '';
  return last === '' ? fallback : last;
}

function profileOf({ options, judge }: Reader, headers: HeaderList, asked: Omit<GuardRequest, 'header'>): ProfileId {
  if (options.region === undefined && options.profileFor === undefined) return judge.defaultProfile;
  const request: GuardRequest = { ...asked, header: (name) => firstOf(headers, name) };
  try {
    const regional = options.region === undefined ? null : profileOfRegion(options.region, headers);
    return options.profileFor?.(request) ?? regional ?? judge.defaultProfile;
  } catch {
    return judge.defaultProfile;
  }
}

function choiceOf(values: readonly string[]): Choice | null {
  try {
    return readChoices(values);
  } catch {
    return null;
  }
}

/** Reads a visit. Signals and cookies come from the raw lines: a `Connection` header cannot take them away. */
export function openVisit(reader: Reader, arrival: Arrival): Visit {
  const { options } = reader;
  const { headers, method } = arrival;
  const trusted = options.trustForwarded === true;
  const target = trusted ? atForwardedHost(arrival.target, valuesOf(headers, 'x-forwarded-host')) : arrival.target;
  const remoteAddress = trusted ? forwardedAddress(headers, arrival.remoteAddress) : arrival.remoteAddress;
  const proto = trusted ? firstOf(headers, 'x-forwarded-proto')?.trim().toLowerCase() : undefined;
  const scheme = arrival.encrypted || proto === 'https' ? 'https' : 'http';
  const cookieHeader = mergedCookieHeader(headers);
  const cookies = cookieHeader === null ? NO_PAIRS : scanCookieHeader(cookieHeader);
  const choices = cookies.length === 0 ? NONE : cookies.filter(({ name }) => name === choiceCookieName).map(({ value }) => value);
  const facts: RequestFacts = { host: target.host, path: target.path, method, secure: scheme === 'https' || isLoopbackName(target.host) };
  const profile = profileOf(reader, headers, { host: target.host, path: target.path, method, remoteAddress });
  const foreign = choices.length === 0 && cookies.length > 0 ? reader.judge.foreign({ cookies, request: facts, profile }) : null;
  return {
    order: arrival.order,
    facts,
    target,
    remoteAddress,
    scheme,
    headers,
    document: requestedDocument(headers),
    profile,
    choice: choices.length === 0 ? (foreign?.choice ?? null) : choiceOf(choices),
    foreign,
    choiceText: foreign?.text ?? choices.join('; '),
    gpc: valuesOf(headers, 'sec-gpc').some((value) => value === '1'),
    cookieHeader,
    cookies,
    held: cookies.length === 0 ? NOTHING_HELD : new Set(cookies.map(({ name }) => name)),
    cookie: (name) => cookies.find((cookie) => cookie.name === name)?.value ?? null,
  };
}
