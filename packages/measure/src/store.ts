// What the measure asks of a store: numbers in, numbers out.

/** Views and visitors to add to a day (`dimension` and `value` empty) or to a cell of it. */
export type CountDelta = {
  readonly day: string;
  readonly dimension: string;
  readonly value: string;
  readonly views: number;
  readonly visitors: number;
};

/** The same, summed up. */
export type StoredCount = CountDelta;

/** That a key began: on which day, at which Unix second. */
export type KeyStart = { readonly day: string; readonly at: number };

/** A durable store of counts. Every failure is a `MeasureError` of the store. Days are texts like `2026-11-23`, bounds included. */
export interface CountStore {
  /** Adds everything in one transaction, all or nothing, and resolves once it is durable. */
  add(deltas: readonly CountDelta[], keyStarts: readonly KeyStart[]): Promise<void>;
  readCounts(from: string, to: string): Promise<readonly StoredCount[]>;
  readKeyStarts(from: string, to: string): Promise<readonly KeyStart[]>;
  /** Deletes every day before this one. */
  prune(before: string): Promise<void>;
  close(): Promise<void>;
}
