// What a declaration says for one profile. A profile that it does not offer is an unknown region: that is opt-in.
import type { Basis, Declaration, PerProfile, ProfileId, Purpose } from './types.ts';

const asked: Basis = { kind: 'consent' };

/** The profile's own value where it has one, else the default. */
export function valueForProfile<T>(values: PerProfile<T>, profile: ProfileId): T {
  const own = Object.hasOwn(values, profile) ? values[profile] : undefined;
  return own === undefined ? values.default : own;
}

/**
 * The basis of a purpose under a profile. Under a profile that the declaration does not offer only what serves the visitor
 * (categories necessary and preferences) keeps its exemption; everything else needs consent, and so does a missing basis.
 */
export function basisFor(declaration: Declaration, purpose: Purpose, profile: ProfileId): Basis {
  const offered = profile === declaration.profiles.default || declaration.profiles.offered.includes(profile);
  if (offered) return valueForProfile<Basis | undefined>(purpose.basis, profile) ?? asked;
  const serves = purpose.category === 'necessary' || purpose.category === 'preferences';
  return serves && purpose.basis.default?.kind === 'exempt' ? purpose.basis.default : asked;
}
