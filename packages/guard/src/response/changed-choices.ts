// A choice that changed while other requests of the same visitor were still being answered. Their slower responses are decided by
// the new choice, so that nothing comes back after a withdrawal. Kept in memory only, and bounded.
import type { Choice } from '@candor/core';
import type { Visit } from '../request/visit.ts';

/** A choice and the text it is stored as. `adopted`: nobody changed anything, another tool's records became one of ours. */
export type StoredChoice = { readonly choice: Choice | null; readonly text: string; readonly adopted?: true };

/** Remembers changes of choice for requests in flight. */
export type ChangedChoices = {
  /** The visitor of this visit stores another choice from now on. Concerns visits whose order is below `before`. */
  record(visit: Visit, stored: StoredChoice, before: number): void;
  /** The choice by which a response to this visit is decided. */
  current(visit: Visit): Choice | null;
  /** Whether the visitor themselves changed the choice since this visit began. */
  isChanged(visit: Visit): boolean;
};

const KEPT = 4096;
const STEPS = 8;

function keyOf(visit: Visit, text: string): string {
  return `${visit.remoteAddress} ${visit.facts.host} ${text}`;
}

/** An empty memory. Two visitors with one address and one stored choice share an entry; it only ever concerns requests already begun. */
export function createChangedChoices(): ChangedChoices {
  const changes = new Map<string, StoredChoice & { readonly before: number }>();
  const latest = (visit: Visit): StoredChoice => {
    let stored: StoredChoice = { choice: visit.choice, text: visit.choiceText, adopted: true };
    if (changes.size === 0) return stored;
    for (let step = 0; step < STEPS; step += 1) {
      const next = changes.get(keyOf(visit, stored.text));
      if (next === undefined || visit.order >= next.before || next.text === stored.text) break;
      stored = next;
    }
    return stored;
  };
  return {
    record: (visit, stored, before) => {
      const key = keyOf(visit, visit.choiceText);
      changes.delete(key);
      changes.set(key, { ...stored, before });
      const oldest = changes.keys().next().value;
      if (changes.size > KEPT && oldest !== undefined) changes.delete(oldest);
    },
    current: (visit) => latest(visit).choice,
    isChanged: (visit) => latest(visit).adopted !== true,
  };
}
