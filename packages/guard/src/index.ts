export type {
  ClientAsset,
  ClientAssets,
  Deciders,
  Fault,
  Guard,
  GuardContext,
  GuardMode,
  GuardOptions,
  GuardReport,
  GuardRequest,
  GuardSummary,
  Observation,
  PageView,
  Region,
} from './contract.ts';
export type { GuardErrorCode } from './errors.ts';
export { GUARD_ERRORS, GuardError } from './errors.ts';
export { createGuard } from './guard.ts';
export type { FaultCode } from './watch/fault-log.ts';
export { FAULTS } from './watch/fault-log.ts';
export { renderObserveReport } from './watch/observe-report.ts';
