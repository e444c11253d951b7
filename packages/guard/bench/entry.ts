// What is measured: a process in front of the site, and what is asked of it.
import type { Case } from './cases.ts';
import type { Expected } from './measures/answer.ts';
import type { Running } from './processes/running.ts';

/** One competitor, or one of the two things that the guard is held against. */
export type Entry = {
  readonly name: string;
  /** `direct` is the site itself, `floor` passes bytes with the guard's own means, `recode` decodes and encodes again. */
  readonly kind: 'direct' | 'nginx' | 'floor' | 'recode' | 'guard' | 'peer';
  readonly version: string;
  readonly running: Running;
  readonly expected: Expected;
  /** Under load with many connections. */
  readonly loads: readonly Case[];
  /** One request after the other. */
  readonly lone: readonly Case[];
};
