// Does the page say who else receives data, for how long, and what is concluded from it? (POLICY_05, _09, _10, _12)
import type { Issue } from '../../base/result.ts';
import type { Declaration } from '../../declaration/types.ts';
import { own } from '../lookup.ts';
import { involvedProviders } from '../sections/involved.ts';
import { statedCountry } from '../stated.ts';
import { warns } from './issue.ts';

// Within the European Economic Area nothing is transferred: one law holds on both ends.
const economicArea: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** POLICY_05: where the site and its providers are, and what protects data that goes abroad. */
export function checkInvolved(declaration: Declaration): readonly Issue[] {
  const hosting = statedCountry(declaration.controller.hostingCountry);
  const unknown = warns('POLICY_05', 'controller.hostingCountry', {
    message: 'The country in which the site is hosted is not stated',
    hint: 'Write its ISO 3166-1 code',
  });
  if (hosting === null) return [unknown];
  return involvedProviders(declaration).flatMap((id) => {
    const provider = own(declaration.providers, id);
    if (provider === null || provider.safeguard !== undefined || isSameArea(provider.country, hosting)) return [];
    const message = `"${id}" is in ${provider.country} and the site in ${hosting}, and no safeguard for the transfer is stated`;
    return [
      warns('POLICY_05', `providers.${id}.safeguard`, { message, hint: 'Name the adequacy decision, clauses or law that protects it' }),
    ];
  });
}

/** POLICY_09: how long the data behind optional trackers is kept. */
export function checkRetention({ trackers, purposes }: Declaration): readonly Issue[] {
  return Object.entries(trackers).flatMap(([id, { data, purposes: ids }]) => {
    const optional = ids.some((purpose) => ['statistics', 'marketing'].includes(own(purposes, purpose)?.category ?? ''));
    if (!optional || data.categories.length === 0 || data.retentionDays !== undefined) return [];
    const message = `It is not stated how long the data behind "${id}" is kept`;
    return [warns('POLICY_09', `trackers.${id}.data.retentionDays`, { message, hint: 'Write the number of days' })];
  });
}

/** POLICY_10: whether marketing builds profiles. */
export function checkProfiling({ purposes }: Declaration): readonly Issue[] {
  return Object.entries(purposes).flatMap(([id, { category, profiling }]) => {
    if (category !== 'marketing' || profiling !== undefined) return [];
    const message = `The marketing purpose "${id}" does not say whether profiles are built`;
    return [warns('POLICY_10', `purposes.${id}.profiling`, { message, hint: 'Say so, or say that none are' })];
  });
}

/** POLICY_12: a tier that counts with a cookie has a cookie in the table. */
export function checkMeasurement({ measurement, trackers, profiles }: Declaration): readonly Issue[] {
  if (measurement === undefined) return [];
  const { tier, purpose } = measurement;
  const stored = Object.values(trackers).some(({ kind, purposes }) => kind === 'cookie' && purposes.includes(purpose));
  return profiles.offered.flatMap((profile) => {
    const held = tier[profile] ?? tier.default;
    if (held === 'A' || held === 'none' || stored) return [];
    const message = `Under "${profile}" visits are counted with a cookie (tier ${held}), and no cookie is declared for "${purpose}"`;
    return [warns('POLICY_12', 'measurement.tier', { message, hint: 'Declare the cookie, or count by tier A' })];
  });
}

function isSameArea(country: string, hosting: string): boolean {
  return country === hosting || (economicArea.has(country) && economicArea.has(hosting));
}
