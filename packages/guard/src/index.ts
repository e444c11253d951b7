export type {
  ClientAsset,
  ClientAssets,
  Deciders,
  Enough,
  Evidence,
  Fault,
  Guard,
  GuardContext,
  GuardLayer,
  GuardMode,
  GuardModes,
  GuardOptions,
  GuardReport,
  GuardRequest,
  GuardSummary,
  LayerReport,
  Loss,
  Observation,
  PageView,
  Region,
  Reloaded,
} from './contract.ts';
export type { GuardErrorCode } from './errors.ts';
export { GUARD_ERRORS, GuardError } from './errors.ts';
export { createGuard } from './guard.ts';
export type { FaultCode } from './watch/fault-log.ts';
export { FAULTS } from './watch/fault-log.ts';
export type { GuardLogEntry } from './watch/log.ts';
export { renderObserveReport } from './watch/observe-report.ts';
