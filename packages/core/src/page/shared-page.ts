// A page that a shared cache may hold: what is true of it for every visitor, whoever they are and whatever they chose.
import { failClosedConsent } from '../consent/resolve-consent.ts';
import type { ConsentState } from '../consent/types.ts';
import { profileIds } from '../declaration/language.ts';
import type { Declaration } from '../declaration/types.ts';

/**
 * What may run before the page knows whose it is: what is exempt under every profile, also under one that is not offered. Nobody is
 * asked by it: whether somebody is to be asked is known when their consent is.
 */
export function compileSharedConsent(declaration: Declaration): ConsentState {
  const closed = failClosedConsent(declaration, declaration.profiles.default);
  const states = profileIds.map((profile) => failClosedConsent(declaration, profile));
  const purposes = Object.entries(closed.purposes).map(([id, decision]) => {
    const everywhere = states.every((state) => state.purposes[id]?.allowed === true);
    return [id, everywhere ? decision : { ...decision, allowed: false, reason: 'fail-closed' as const }] as const;
  });
  return { ...closed, purposes: Object.fromEntries(purposes) };
}

/** The declaration as such a page is made by it: its policy is the ceiling, and a yes never asks for the page anew, which may come unchanged. */
export function declareLive(declaration: Declaration): Declaration {
  return { ...declaration, notice: { ...declaration.notice, onGrant: 'live' } };
}
