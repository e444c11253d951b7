// The state in which a visitor arrives: the choice on the device, and whether the browser sends Global Privacy Control.
import type { Choice, ConsentAction, ConsentState, Identified } from '@candor/core';
import { applyAction, choiceCookieName, encodeChoice, resolveConsent } from '@candor/core';
import type { Arrival, Cell } from './cell.ts';
import { revision } from './declaration.ts';

const actions: { readonly [A in Arrival]: ConsentAction | null } = {
  unset: null,
  granted: { do: 'accept-all' },
  denied: { do: 'reject-all' },
  gpc: null,
  objected: { do: 'object', purposes: 'all' },
  revised: { do: 'accept-all' },
  expired: { do: 'accept-all' },
  failing: null,
};

/** The choice that a visitor of this cell brings along; `now` is Unix seconds. */
export function choiceFor({ profile, state }: Cell, { declaration, id }: Identified, now: number): Choice | null {
  const action = actions[state];
  if (action === null) return null;
  // Older than any declaration here keeps a choice.
  const at = state === 'expired' ? now - 400 * 86_400 : now;
  const choice = applyAction(declaration, { declarationId: id, profile, choice: null, action, now: at });
  if (choice === null || state !== 'revised') return choice;
  const answers = Object.entries(choice.answers).map(([number, answer]) => [number, { ...answer, revision: revision - 1 }]);
  return { ...choice, answers: Object.fromEntries(answers) };
}

/** What holds for that visitor. */
export function consentFor(cell: Cell, identified: Identified, now: number): ConsentState {
  const choice = choiceFor(cell, identified, now);
  return resolveConsent(identified.declaration, { profile: cell.profile, choice, gpc: cell.state === 'gpc', now });
}

/** The lines that bring a device into the state of a cell, whatever it held before. */
export function arrivalLines(cell: Cell, identified: Identified, now: number): readonly string[] {
  const choice = choiceFor(cell, identified, now);
  const left = ['basket', '_visits', '_map_look', '_quay'].map((name) => `${name}=; Path=/; Max-Age=0; Secure; SameSite=Lax`);
  const [value, life] = choice === null ? ['', 0] : [encodeChoice(choice), 365 * 86_400];
  return [...left, `${choiceCookieName}=${value}; Path=/; Max-Age=${life}; Secure; SameSite=Lax`];
}
