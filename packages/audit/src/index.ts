// The only door of the audit.
export { isCanaryAlive } from './browser/canary.ts';
export { findBundledBrowser, findSystemBrowser } from './browser/find.ts';
export type { AuditBrowser, BrowserChoice } from './browser/open.ts';
export { openBrowser } from './browser/open.ts';
export type { AuditState, HeldCookie, HeldName, Phase, RefusedCookie, StoreKind } from './collect/observation.ts';
export type { AuditErrorCode } from './errors.ts';
export { AuditError } from './errors.ts';
export type { AuditProgress } from './progress.ts';
export type { ReasonCode } from './reasons.ts';
export { exitCodeFor } from './report/exit-code.ts';
export type {
  AuditReport,
  BrowserReport,
  EvidenceSetter,
  Finding,
  FindingEvidence,
  FindingItem,
  Severity,
  StateReport,
  TruthGap,
} from './report/report.ts';
export { severities } from './report/report.ts';
export { renderAuditText } from './report/text.ts';
export type { Rule, RuleId } from './rules/catalogue.ts';
export { rules } from './rules/catalogue.ts';
export type { AuditOptions } from './run-audit.ts';
export { runAudit } from './run-audit.ts';
export type { Settling } from './settle.ts';
export { defaultSettling } from './settle.ts';
export type { Step, Steps } from './steps.ts';
export { parseSteps } from './steps.ts';
