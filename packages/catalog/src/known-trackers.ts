// The rows of all sources in one shape, and the look-up by kind, name and host.
import type { Because, Category, Name } from '@candor/core';
import { matchHost, matchName } from '@candor/core';
import type { CookieRow } from './data/cookies.ts';
import { openCookieDatabase } from './data/cookies.ts';
import { djangoSettings } from './data/own.ts';
import { thirdPartyWeb } from './data/requests.ts';
import type { SourceId } from './data/sources.ts';
import { sources } from './data/sources.ts';

/** A tracker somebody has documented. `host` is where a third party sets it from; absent for first-party cookies. */
export type KnownTracker = {
  readonly provider: string;
  readonly category: Category;
  readonly because: Because;
} & (
  | { readonly kind: 'cookie'; readonly name: Name; readonly host?: string; readonly lifeSeconds: number | null }
  | { readonly kind: 'request'; readonly host: string }
);

const nameFrom = (text: string): Name => (text.endsWith('*') ? { prefix: text.slice(0, -1) } : { exact: text });

const cookieFrom =
  (source: SourceId) =>
  ([provider, name, category, lifeSeconds, host]: CookieRow): KnownTracker => ({
    kind: 'cookie',
    provider,
    category,
    because: sources[source],
    name: nameFrom(name),
    lifeSeconds,
    ...(host === null ? {} : { host }),
  });

/** Every row, those read in the owner's own document first. */
export const knownTrackers: readonly KnownTracker[] = [
  ...djangoSettings.map(cookieFrom('django')),
  ...openCookieDatabase.map(cookieFrom('ocdb')),
  ...thirdPartyWeb.map(([provider, host, category]): KnownTracker => ({ kind: 'request', provider, host, category, because: sources.tpw })),
];

/** What is looked up: a cookie by name and, where it is a third party's, by host; a request by host. */
export type Sighting = { readonly kind: string; readonly name: string; readonly host?: string };

const under = (pattern: string, host: string): boolean => host === pattern || matchHost(pattern, host) || matchHost(`*.${pattern}`, host);

function matches(known: KnownTracker, sighting: Sighting): boolean {
  if (known.kind !== sighting.kind) return false;
  if (known.kind === 'request') return matchHost(known.host, sighting.host ?? sighting.name);
  if (!matchName(known.name, sighting.name)) return false;
  // A generic name such as "sess" says nothing without the host that sets it.
  return known.host === undefined || (sighting.host !== undefined && under(known.host, sighting.host));
}

/** The known tracker that a sighting is, or null. An exact name wins over a prefix, an own document over a list. */
export function lookUpTracker(sighting: Sighting): KnownTracker | null {
  const found = knownTrackers.filter((known) => matches(known, sighting));
  return found.find((known) => known.kind === 'cookie' && 'exact' in known.name) ?? found[0] ?? null;
}

/** How many rows there are, and how many were read in the owner's own document. */
export function countTrackers(): { readonly total: number; readonly verified: number } {
  return { total: knownTrackers.length, verified: knownTrackers.filter(({ because }) => because.verified).length };
}
