// The words in which two declarations are compared.
import type { Path } from './path.ts';

/** What changed at one path. `material` says that a choice given before no longer covers it for some purpose that is chosen. */
export type Change = {
  readonly path: string;
  readonly code: ChangeCode;
  readonly message: string;
  readonly material: boolean;
  /** Ids of the purposes it touches. */
  readonly purposes: readonly string[];
};

/** Codes of changes; all but the three `VALUE_*` widen what a visitor was told. */
export type ChangeCode =
  | 'VALUE_ADDED'
  | 'VALUE_REMOVED'
  | 'VALUE_CHANGED'
  | 'TRACKER_RENAMED'
  | 'PURPOSE_ADDED'
  | 'PURPOSE_RENUMBERED'
  | 'PURPOSE_REVISED'
  | 'PURPOSE_RECATEGORISED'
  | 'PROFILING_ADDED'
  | 'BASIS_WEAKER'
  | 'TRACKER_ADDED'
  | 'TRACKER_PURPOSE_ADDED'
  | 'KIND_CHANGED'
  | 'PROVIDER_ADDED'
  | 'RECIPIENT_ADDED'
  | 'LIFE_LONGER'
  | 'NAME_WIDER'
  | 'SCOPE_WIDER'
  | 'ORIGIN_ADDED'
  | 'MATCH_WIDER'
  | 'USE_ADDED'
  | 'CREDENTIALS_ADDED'
  | 'SAME_SITE_WIDER'
  | 'LOCATION_ADDED'
  | 'LOCATION_WIDER'
  | 'MOMENT_WIDER'
  | 'DATA_ADDED'
  | 'RETENTION_LONGER'
  | 'PROVIDER_RENAMED'
  | 'PROVIDER_MOVED'
  | 'PROVIDER_ROLE_WIDER'
  | 'CONTROLLER_CHANGED'
  | 'MEASUREMENT_ADDED'
  | 'MEASUREMENT_WIDER'
  | 'SIGNAL_WEAKER';

/** A widening before it is known which of its purposes are chosen and which merely run. */
export type Widening = { readonly path: Path; readonly code: ChangeCode; readonly message: string; readonly purposes: readonly string[] };
