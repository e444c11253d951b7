// What a purpose means now that it did not mean before.
import { isWeaker, profilesOf, valueFor } from './basis.ts';
import type { Widening } from './change.ts';
import { quote, quoteAll } from './path.ts';
import type { Declaration, ProfileId, Purpose } from './types.ts';

/** Widenings of purposes, new ones included. The number is what stored choices know a purpose by: a new one makes it new. */
export function diffPurposes(before: Declaration, after: Declaration): readonly Widening[] {
  return Object.entries(after.purposes).flatMap(([id, purpose]) => {
    const old = Object.hasOwn(before.purposes, id) ? before.purposes[id] : undefined;
    const widening = (code: Widening['code'], field: readonly string[], words: string): Widening => {
      return { path: ['purposes', id, ...field], code, message: `The purpose ${quote(id)} ${words}`, purposes: [id] };
    };
    if (old === undefined) return [widening('PURPOSE_ADDED', [], 'is new')];
    const widenings: Widening[] = [];
    if (purpose.number !== old.number) widenings.push(widening('PURPOSE_RENUMBERED', ['number'], `has the number ${purpose.number} now`));
    if (purpose.revision > old.revision) widenings.push(widening('PURPOSE_REVISED', ['revision'], 'is said to mean something new'));
    if (purpose.category !== old.category)
      widenings.push(widening('PURPOSE_RECATEGORISED', ['category'], `is in the category ${quote(purpose.category)} now`));
    if (purpose.profiling !== undefined && old.profiling === undefined)
      widenings.push(widening('PROFILING_ADDED', ['profiling'], 'profiles visitors now'));
    const weaker = findWeaker(before, after, { old, purpose });
    if (weaker.length > 0) widenings.push(widening('BASIS_WEAKER', ['basis'], `protects visitors less under ${quoteAll(weaker)}`));
    return widenings;
  });
}

function findWeaker(
  before: Declaration,
  after: Declaration,
  { old, purpose }: { readonly old: Purpose; readonly purpose: Purpose },
): readonly ProfileId[] {
  return profilesOf(before, after).filter((profile) =>
    isWeaker(valueFor(before, old.basis, profile), valueFor(after, purpose.basis, profile)),
  );
}
