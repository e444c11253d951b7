// One record's word on each of our purposes: under our own id or a declared mapping, by category, or because all was refused.
import { basisFor } from '../declaration/profile-rules.ts';
import type { Declaration, ProfileId } from '../declaration/types.ts';
import type { ForeignChoice } from './foreign-choice.ts';
import { kindOf } from './foreign-kind.ts';

type State = 'granted' | 'denied';

/** A function that says what the record answers for a purpose; undefined where it says nothing of it. */
export function readWords(declaration: Declaration, record: ForeignChoice, profile: ProfileId): (purpose: string) => State | undefined {
  const mapping: { readonly [id: string]: readonly string[] } = declaration.switching?.[record.tool] ?? {};
  const mapped = new Map(Object.entries(mapping));
  const states = new Map<string, State | undefined>([...mapped.keys()].map((id) => [id, record.grantsOnly && 'denied']));
  const listed = new Map<string, State>();
  // An id that is listed twice was granted only where both say so.
  for (const { id, state } of record.answers) if (listed.get(id) !== 'denied') listed.set(id, state);
  for (const [id, state] of listed) states.set(id, state);
  const kinds = new Map(Object.entries(declaration.purposes).map(([id, purpose]) => [id, basisFor(declaration, purpose, profile).kind]));
  const isNeeded = (id: string): boolean =>
    (mapped.get(id) ?? [id]).every((purpose) => kinds.get(purpose) === 'exempt') || (!mapped.has(id) && kindOf(id) === 'necessary');
  const refusesAll = [...listed.values()].includes('denied') && [...listed].every(([id, state]) => state === 'denied' || isNeeded(id));
  return (purpose) => {
    const words = new Set<State | undefined>();
    for (const [id, state] of states) {
      if ((mapped.get(id) ?? [id]).includes(purpose)) words.add(state);
      else if (state === 'denied' && !mapped.has(id) && kindOf(id) === declaration.purposes[purpose]?.category) words.add(state);
    }
    // What runs on notice alone is refused by whoever names it, not by a general no.
    if (words.has('denied') || (refusesAll && kinds.get(purpose) !== 'notice')) return 'denied';
    return words.has(undefined) || words.size === 0 ? undefined : 'granted';
  };
}
