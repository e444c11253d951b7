// What a choice on this device surely allows, read in little code: never more than the state machine says. What it cannot tell at a glance
// (two values, an odd one, an expired one) waits for the second part of the script, which has the state machine itself.
import type { ConsentState, ConsentTerms } from '@candor/core';

/** Seconds that a grant may be dated ahead. */
const tolerance = 86_400;

/**
 * The consent to begin with. `unset` is that of a visitor who chose nothing; `cookies` what scripts see of them. Nobody is asked where
 * there is a choice, whatever it says: that is for the state machine to find.
 */
export function quickConsent(
  { choiceLife, purposes }: ConsentTerms,
  unset: ConsentState,
  { cookies, gpc, now }: { readonly cookies: string; readonly gpc: boolean; readonly now: number },
): ConsentState {
  const values = cookies.split('; ').filter((pair) => pair.startsWith('cookies_preferences='));
  const [, at, given] = /^.*?=1\.(\w+)\.\w*\.([\w-]+)$/.exec(values.length === 1 ? (values[0] ?? '') : '') ?? [];
  const read = (text: string | undefined): number => Number.parseInt(text ?? '', 36);
  const answers = given?.split('-').map((part) => /^([0-9a-z]+)([GDO])([0-9a-z]+)(?:_([0-9a-z]+))?$/.exec(part) ?? []);
  const decisions = Object.entries(purposes).map(([id, { number, revision }]) => {
    const decision = unset.purposes[id];
    const [, , letter, revised, own = at] = answers?.find(([, text]) => read(text) === number) ?? [];
    const age = now - read(own);
    const granted = letter === 'G' && read(revised) === revision && age < choiceLife && age > -tolerance;
    const runs = decision?.reason === 'exempt' || (values.length === 0 && !gpc && decision?.allowed);
    const yes = { state: 'granted', allowed: true, reason: 'granted', ask: false } as const;
    return [id, granted && decision?.reason !== 'exempt' ? yes : { ...decision, allowed: runs }];
  });
  return { ...unset, gpc, purposes: Object.fromEntries(decisions), ask: unset.ask && values.length === 0 };
}
