// What the catalog knows something as, where name, host and setter all agree: a name alone says nothing.
import type { KnownTracker } from '@candor/catalog';
import { lookUpTracker } from '@candor/catalog';
import { hostOfHeld } from '../collect/cookie-line.ts';
import type { Setter } from '../collect/observation.ts';
import { readUrl } from '../collect/request-facts.ts';
import type { CookieStory } from './cookie-story.ts';

// Browsers keep nothing longer, whatever the owner's document says.
const longestLife = 400 * 86_400;
const shortestName = 3;

/** The known tracker that a stored cookie is, or null where the catalog knows none or host or setter disagree. */
export function knownCookie({ cookie, writes, lifeSeconds }: CookieStory): KnownTracker | null {
  const known = lookUpTracker({ kind: 'cookie', name: cookie.name, host: hostOfHeld(cookie) });
  if (known?.kind !== 'cookie') return null;
  // A row with a host has matched it; who else sets cookies of that host?
  if (known.host !== undefined) return known;
  if (cookie.name.length < shortestName) return null;
  const setters = writes.map(({ setter }) => setter);
  const agrees =
    setters.some((setter) => isOf(known.provider, setter) || setter.kind === 'script') || lives(known.lifeSeconds, lifeSeconds);
  return agrees ? known : null;
}

/** The known tracker that a host's requests are, or null. */
export function knownHost(host: string): KnownTracker | null {
  return lookUpTracker({ kind: 'request', name: host, host });
}

/** Whether a known tracker counts or advertises. */
export function countsOrAdvertises(known: KnownTracker | null): boolean {
  return known?.category === 'statistics' || known?.category === 'marketing';
}

function isOf(provider: string, setter: Setter): boolean {
  return knownHost(readUrl(setter.url)?.hostname ?? '')?.provider === provider;
}

// Sites round: thirteen months, or the 400 days that browsers keep, for the two years of the document.
function lives(known: number | null, observed: number | null): boolean {
  if (known === null || observed === null) return false;
  const expected = Math.min(known, longestLife);
  return Math.abs(observed - expected) <= expected * 0.1;
}
