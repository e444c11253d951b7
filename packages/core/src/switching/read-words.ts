// One record's word on each of our purposes: under our own id or a declared mapping, by category, or because all was refused.
import { basisFor } from '../declaration/profile-rules.ts';
import type { Category, Declaration, ProfileId } from '../declaration/types.ts';
import type { ForeignChoice } from './foreign-choice.ts';
import { kindOf } from './foreign-kind.ts';

type State = 'granted' | 'denied';

/** A function that says what the record answers for a purpose; undefined where it says nothing of it. */
export function readWords(declaration: Declaration, record: ForeignChoice, profile: ProfileId): (purpose: string) => State | undefined {
  const mapped = new Map(Object.entries<readonly string[]>(declaration.switching?.[record.tool] ?? {}));
  const listed = new Map<string, State>();
  // An id that is listed twice was granted only where both say so.
  for (const { id, state } of record.answers) if (listed.get(id) !== 'denied') listed.set(id, state);
  const kinds = new Map(Object.entries(declaration.purposes).map(([id, purpose]) => [id, basisFor(declaration, purpose, profile).kind]));
  // Once for the record, not for each purpose: both lists are as long as somebody likes.
  const named = new Map<string, Set<State | undefined>>();
  const refusedKinds = new Set<Category | undefined>();
  let refusesAll = [...listed.values()].includes('denied');
  for (const id of new Set([...mapped.keys(), ...listed.keys()])) {
    const state = listed.get(id) ?? (record.grantsOnly && 'denied');
    const kind = mapped.has(id) ? undefined : kindOf(id);
    const purposes = mapped.get(id) ?? [id];
    for (const purpose of purposes) named.set(purpose, (named.get(purpose) ?? new Set()).add(state));
    if (state === 'denied') refusedKinds.add(kind);
    const isNeeded = kind === 'necessary' || purposes.every((purpose) => kinds.get(purpose) === 'exempt');
    if (listed.get(id) === 'granted' && !isNeeded) refusesAll = false;
  }
  return (id) => {
    const words = named.get(id);
    if (words?.has('denied') || refusedKinds.has(declaration.purposes[id]?.category ?? 'necessary')) return 'denied';
    // What runs on notice alone is refused by whoever names it, not by a general no.
    if (refusesAll && kinds.get(id) !== 'notice') return 'denied';
    return words === undefined || words.has(undefined) ? undefined : 'granted';
  };
}
