// Which basis a purpose has for visitors of a profile, and what follows from it for asking.
import type { Basis, Declaration, PerProfile, ProfileId } from './types.ts';

const protection: { readonly [kind in Basis['kind']]: number } = { consent: 3, objectable: 2, 'opt-out': 2, notice: 1, exempt: 0 };

/** The value for visitors of a profile; a profile that is not offered is served as the default one. */
export function valueFor<T>(declaration: Declaration, values: PerProfile<T>, profile: ProfileId): T {
  const served = declaration.profiles.offered.includes(profile) ? profile : declaration.profiles.default;
  return Object.hasOwn(values, served) ? (values[served] ?? values.default) : values.default;
}

/** Whether a visitor has a say: consent, objection or opt-out. */
export function isChosen(basis: Basis): boolean {
  return protection[basis.kind] >= 2;
}

/** Whether a basis leaves the visitor less say than another did. */
export function isWeaker(before: Basis, after: Basis): boolean {
  return protection[after.kind] < protection[before.kind];
}

/** Every profile that either declaration offers. */
export function profilesOf(before: Declaration, after: Declaration): readonly ProfileId[] {
  return [...new Set([...before.profiles.offered, ...after.profiles.offered])];
}
