// What a guard tells whoever runs it, as typed events. Nothing of a visitor is in one: no address, no path, no name of a browser, no
// value. There is no line per request on purpose: a log of requests is a log of people, and the numbers are under `metrics`.
import type { GuardMode, GuardModes } from '../layers.ts';
import type { OriginFailure } from '../origin/messages.ts';
import type { DatedFault } from './fault-log.ts';

/** One event; `at` is Unix seconds. A fault is told when it is first met, and then at most once a minute. */
export type GuardLogEntry = { readonly at: number } & (
  | { readonly event: 'started'; readonly mode: GuardMode | Partial<GuardModes>; readonly declaration: string | null }
  | { readonly event: 'reloaded'; readonly before: string | null; readonly declaration: string | null }
  | { readonly event: 'stopped'; readonly requests: number; readonly documents: number; readonly cut: number }
  | ({ readonly event: 'fault' } & Omit<DatedFault, 'last'>)
  | { readonly event: 'site'; readonly state: 'answers' }
  | { readonly event: 'site'; readonly state: 'fails'; readonly reason: OriginFailure }
);

type Untimed<Entry> = Entry extends unknown ? Omit<Entry, 'at'> : never;

/** Tells one event. */
export type Teller = (entry: Untimed<GuardLogEntry>) => void;

/** A teller that no clock and no listener can stop. */
export function createTeller(now: () => number, listener: ((entry: GuardLogEntry) => void) | undefined): Teller {
  if (listener === undefined) return () => undefined;
  return (entry) => {
    try {
      // A listener may be asynchronous all the same; its failure must not become an unhandled one.
      void Promise.resolve(listener({ at: now(), ...entry }) as unknown).catch(() => undefined);
    } catch {
      // There is nobody left to be told.
    }
  };
}
