// Settings of Google's consent mode, version 2, basic: which purposes stand behind each type, and what holds in other regions
// before anybody was asked. The page's script sets the signal; tags are gated and load after consent only.
import { basisFor } from '../declaration/profile-rules.ts';
import type { Category, Declaration, GoogleConsentType, ProfileId } from '../declaration/types.ts';
import type { ProjectionOptions } from './projection-options.ts';

type TypeStates = { readonly [Type in GoogleConsentType]: 'granted' | 'denied' };

/** What the page's script works with. */
export type GoogleConsentSettings = {
  /** Purposes that must all be allowed for a type. A type that is not here is denied; one with none needs nothing. */
  readonly purposes: { readonly [Type in GoogleConsentType]?: readonly string[] };
  /** Defaults of regions other than the visitor's, for visitors whom Google places there. */
  readonly regions: readonly (TypeStates & { readonly region: readonly string[] })[];
  readonly wait?: { readonly wait_for_update: number };
};

const categories: { readonly [Type in GoogleConsentType]: Category } = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
  security_storage: 'necessary',
};
const types = Object.keys(categories) as readonly GoogleConsentType[];
/** ISO 3166-1 alpha-2, or ISO 3166-2. */
const regionCode = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

/** The settings for a visitor of a profile. */
export function compileGoogleConsentMode(declaration: Declaration, options: ProjectionOptions): GoogleConsentSettings {
  const purposes = Object.fromEntries(
    types.flatMap((type) => {
      const behind = purposesBehind(declaration, type);
      return behind === null ? [] : [[type, behind] as const];
    }),
  );
  const wait = declaration.signals.googleConsentMode?.waitForUpdate;
  const regions = otherRegions(declaration, options).map(([profile, region]) => ({ ...defaultStates(declaration, profile), region }));
  return { purposes, regions, ...(wait === undefined ? {} : { wait: { wait_for_update: wait } }) };
}

// Null: never granted. What is necessary is nothing that anybody is asked about, so that its type needs nothing.
function purposesBehind(declaration: Declaration, type: GoogleConsentType): readonly string[] | null {
  const declared = declaration.signals.googleConsentMode?.purposes?.[type];
  if (declared === undefined && categories[type] === 'necessary') return [];
  const ids = declared ?? Object.entries(declaration.purposes).flatMap(([id, { category }]) => (category === categories[type] ? [id] : []));
  return ids.length === 0 ? null : ids;
}

function defaultStates(declaration: Declaration, profile: ProfileId): TypeStates {
  const isOn = (id: string): boolean => {
    const purpose = declaration.purposes[id];
    return purpose !== undefined && basisFor(declaration, purpose, profile).kind !== 'consent';
  };
  const states = types.map((type) => [type, purposesBehind(declaration, type)?.every(isOn) ? 'granted' : 'denied'] as const);
  return Object.fromEntries(states) as TypeStates;
}

// A code that two profiles claim belongs to neither.
function otherRegions(
  declaration: Declaration,
  { profile, regions = {} }: ProjectionOptions,
): readonly (readonly [ProfileId, readonly string[]])[] {
  const claims = declaration.profiles.offered.flatMap((offered) => [...new Set(regions[offered])]);
  return declaration.profiles.offered.flatMap((offered) => {
    const codes = [...new Set(regions[offered])].filter(
      (code) => regionCode.test(code) && claims.filter((claim) => claim === code).length === 1,
    );
    return offered === profile || codes.length === 0 ? [] : [[offered, codes] as const];
  });
}
