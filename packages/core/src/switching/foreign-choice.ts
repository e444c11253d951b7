// What a record of another consent tool says, in our shape. Plain data.
import type { ForeignTool } from '../declaration/types.ts';

/** Where a record lies: a cookie's name, or a key of localStorage. */
export type ForeignPlace = { readonly cookie: string } | { readonly local: string };

/** One answer under their own id: a service or a category. */
export type ForeignAnswer = { readonly id: string; readonly state: 'granted' | 'denied' };

/** One record that was found. Without answers it says nothing, and is there to be removed. */
export type ForeignChoice = {
  readonly tool: ForeignTool;
  readonly places: readonly ForeignPlace[];
  /** Unix seconds; null where the record does not say. */
  readonly at: number | null;
  readonly answers: readonly ForeignAnswer[];
  /** The record lists what was granted and nothing else: a mapped id that it does not list was refused. */
  readonly grantsOnly?: true;
};
