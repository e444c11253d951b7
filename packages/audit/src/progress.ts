// What somebody who watches an audit hears.
import type { AuditState, Phase } from './collect/observation.ts';
import type { StateRun } from './states/plan.ts';

/** What an audit tells while it runs. */
export type AuditProgress =
  | { readonly kind: 'browser'; readonly version: string; readonly source: string }
  | { readonly kind: 'state'; readonly state: AuditState }
  | { readonly kind: 'page'; readonly state: AuditState; readonly phase: Phase; readonly url: string }
  | { readonly kind: 'state-done'; readonly state: AuditState; readonly status: StateRun['status']; readonly durationMs: number };
