// Two trackers that claim the same name in the same place: no verdict could say which of them a cookie is.
import { matchHost, matchName } from '../base/match.ts';
import type { Finding } from './lint-row.ts';
import type { CookieItem, Declaration, Name, Scope, StorageItem } from './types.ts';

type Claim = {
  readonly order: number;
  readonly id: string;
  readonly index: number;
  readonly name: Name;
  readonly item: CookieItem | StorageItem;
};

// Enough for thousands of trackers; a text made to have more near-collisions than this only loses findings.
const mostComparisons = 1_000_000;

/** The later of each two trackers whose names and places overlap. Near-linear: a name is only held against shared beginnings. */
export function findOverlaps(declaration: Declaration): readonly Finding[] {
  const exact = new Map<string, Claim[]>();
  const prefixed = new Map<string, Claim[]>();
  const findings = new Map<Claim, Finding>();
  let comparisons = 0;
  const findRival = (claim: Claim, candidates: readonly Claim[] = []): Claim | undefined => {
    for (const rival of candidates) {
      comparisons += countPlaces(rival.item) * countPlaces(claim.item);
      if (comparisons > mostComparisons) return undefined;
      if (rival.order !== claim.order && namesMeet(rival.name, claim.name) && placesMeet(rival.item, claim.item)) return rival;
    }
    return undefined;
  };
  const note = (one: Claim, other: Claim): void => {
    const [earlier, later] = one.order < other.order ? [one, other] : [other, one];
    findings.set(later, { path: ['trackers', later.id, 'names', later.index], about: earlier.id });
  };
  const claims = listClaims(declaration);
  for (const claim of claims) push(startOf(claim.name), claim, 'exact' in claim.name ? exact : prefixed);
  const lengths = [...new Set([...prefixed.keys()].map((prefix) => prefix.length))];
  for (const claim of claims) {
    const start = startOf(claim.name);
    const beginnings = lengths.filter((length) => length <= start.length).map((length) => start.slice(0, length));
    const rival = findRival(claim, exact.get(start)) ?? firstOf(beginnings, (beginning) => findRival(claim, prefixed.get(beginning)));
    if (rival !== undefined) note(claim, rival);
  }
  return [...findings.values()];
}

function firstOf<T, U>(values: readonly T[], find: (value: T) => U | undefined): U | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function listClaims(declaration: Declaration): readonly Claim[] {
  return Object.entries(declaration.trackers).flatMap(([id, item], order) =>
    item.kind === 'request' ? [] : item.names.map((name, index) => ({ order, id, index, name, item })),
  );
}

function push(key: string, claim: Claim, claims: Map<string, Claim[]>): void {
  const held = claims.get(key);
  if (held === undefined) claims.set(key, [claim]);
  else held.push(claim);
}

function startOf(name: Name): string {
  return 'exact' in name ? name.exact : name.prefix;
}

function namesMeet(one: Name, other: Name): boolean {
  if ('exact' in one) return matchName(other, one.exact);
  if ('exact' in other) return matchName(one, other.exact);
  const [oneEnd, otherEnd] = [one.suffix ?? '', other.suffix ?? ''];
  const startsMeet = one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix);
  return startsMeet && (oneEnd.endsWith(otherEnd) || otherEnd.endsWith(oneEnd));
}

function placesMeet(one: CookieItem | StorageItem, other: CookieItem | StorageItem): boolean {
  if (one.kind === 'cookie' && other.kind === 'cookie') {
    return one.scopes.some((scope) => other.scopes.some((rival) => scopesMeet(scope, rival)));
  }
  if (one.kind === 'cookie' || other.kind === 'cookie' || one.kind !== other.kind) return false;
  return one.origins.some((origin) => other.origins.includes(origin));
}

function countPlaces(item: CookieItem | StorageItem): number {
  return item.kind === 'cookie' ? item.scopes.length : item.origins.length;
}

// The same cookie can be stored once per host or domain, path and partition key; two scopes meet when both can be sent together.
function scopesMeet(one: Scope, other: Scope): boolean {
  const hostsMeet =
    'host' in one
      ? isWithin(one.host, other)
      : 'host' in other
        ? isWithin(other.host, one)
        : isWithin(one.domain, other) || isWithin(other.domain, one);
  return hostsMeet && (one.path.startsWith(other.path) || other.path.startsWith(one.path));
}

function isWithin(host: string, scope: Scope): boolean {
  return 'host' in scope ? scope.host === host : scope.domain === host || matchHost(`*.${scope.domain}`, host);
}
