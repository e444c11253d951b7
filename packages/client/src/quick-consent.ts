// What a choice on this device surely allows, read in little code: never more than the state machine says. What it cannot tell at a glance
// (two values, an odd one, an expired one) waits for the second part of the script, which has the state machine itself.
import type { ConsentState, ConsentTerms } from '@candor/core';

/** Seconds that a grant may be dated ahead. */
const tolerance = 86_400;

/** A number as the encoder writes it; NaN, which nothing is equal to or beyond, for any other text. */
function read(text: string): number {
  const number = Number.parseInt(text, 36);
  return Number.isSafeInteger(number) && number.toString(36) === text ? number : Number.NaN;
}

/** Grants with revision and time by purpose number; none at all where one part is not what the encoder writes. */
function grantsIn(value: string): ReadonlyMap<number, readonly [revision: number, at: number]> {
  const [, at = '', given = ''] = /^1\.(\w+)\.(?:[0-9a-f]{12})?\.([\w-]+)$/.exec(value.slice(0, 1025)) ?? [];
  const grants = new Map<number, readonly [number, number]>();
  let last = -1;
  for (const part of given.split('-')) {
    const [, number = '', letter, revision = '', own] = /^([0-9a-z]+)([GDO])([0-9a-z]+)(?:_([0-9a-z]+))?$/.exec(part) ?? [];
    const [purpose, revised, time] = [read(number), read(revision), read(own ?? at)];
    if (!(purpose > last && revised >= 0 && time >= 0) || own === at || value.length > 1024) return new Map();
    last = purpose;
    if (letter === 'G') grants.set(purpose, [revised, time]);
  }
  return grants;
}

/**
 * The consent to begin with. `unset` is that of a visitor who chose nothing; `cookies` what scripts see of them. Nobody is asked where
 * there is a choice, whatever it says: that is for the state machine to find.
 */
export function quickConsent(
  { choiceLife, purposes, gpc: rule }: ConsentTerms,
  unset: ConsentState,
  { cookies, gpc, now }: { readonly cookies: string; readonly gpc: boolean; readonly now: number },
): ConsentState {
  const [value, ...others] = cookies.split('; ').filter((pair) => pair.startsWith('cookies_preferences='));
  const grants = grantsIn(value && others.length === 0 ? value.slice(20) : '');
  const decisions = Object.entries(purposes).map(([id, { number, revision }]) => {
    const decision = unset.purposes[id];
    const [revised, at = 0] = grants.get(number) ?? [];
    const granted = revised === revision && now - at < choiceLife && now - at > -tolerance;
    const runs = decision?.reason === 'exempt' || (value === undefined && !gpc && decision?.allowed);
    const yes = { state: 'granted', allowed: true, reason: 'granted', ask: false } as const;
    return [id, granted && decision?.reason !== 'exempt' ? yes : { ...decision, allowed: runs }];
  });
  const asks = unset.ask && value === undefined && !(gpc && rule === 'deny-unless-chosen');
  return { ...unset, gpc, purposes: Object.fromEntries(decisions), ask: asks };
}
