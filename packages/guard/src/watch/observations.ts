// What was dropped, or would have been: counted by name, code and page. Names and places, never values; bounded.
import type { Question, VerdictCode } from '@candor/core';
import { snippetFor } from '@candor/core';
import type { Observation } from '../contract.ts';

/** Counts observations. */
export type Observations = {
  record(
    seen: { readonly kind: Observation['kind']; readonly name: string; readonly code: VerdictCode; readonly page: string },
    question: Question | null,
  ): void;
  list(): readonly Observation[];
  more(): number;
};

type Counted = Omit<Observation, 'count'> & { count: number };

const KEPT = 1000;
const NAME_LIMIT = 256;

/** A declaration of the thing helps only where it is not declared yet, or not like this. */
const DECLARABLE: ReadonlySet<VerdictCode> = new Set(['DROP_UNDECLARED', 'DROP_SCOPE']);

function snippetOf(code: VerdictCode, question: Question | null): string | null {
  if (question === null || !DECLARABLE.has(code)) return null;
  try {
    return snippetFor(question);
  } catch {
    return null;
  }
}

/** An empty count. */
export function createObservations(): Observations {
  const seen = new Map<string, Counted>();
  let more = 0;
  return {
    record: ({ kind, name, code, page }, question) => {
      // No path has a space in it, and no code: two things never share a key.
      const key = `${kind} ${code} ${page.slice(0, NAME_LIMIT)} ${name.slice(0, NAME_LIMIT)}`;
      const before = seen.get(key);
      if (before !== undefined) before.count += 1;
      else if (seen.size >= KEPT) more += 1;
      else
        seen.set(key, {
          kind,
          name: name.slice(0, NAME_LIMIT),
          code,
          page: page.slice(0, NAME_LIMIT),
          count: 1,
          snippet: snippetOf(code, question),
        });
    },
    list: () => [...seen.values()].map((observation) => ({ ...observation })),
    more: () => more,
  };
}
