// Everything that one run found.
import type { Entry } from './entry.ts';
import type { Hostile } from './measures/hostile.ts';
import type { Idle } from './measures/idle.ts';
import type { Measured } from './measures/rounds.ts';
import type { Soak } from './measures/soak.ts';
import type { Parsed } from './parsers/main.ts';

/** An entry as it is printed. */
export type Named = Pick<Entry, 'name' | 'kind' | 'version'>;

/** Null stands for what was not measured. */
export type Results = {
  readonly entries: readonly Named[];
  readonly measured: Measured;
  readonly parsed: Parsed | null;
  readonly hostile: Hostile | null;
  readonly idle: readonly Idle[];
  readonly soak: Soak | null;
  /** Whether a soak was asked for. */
  readonly soaked: boolean;
};
