// The only door of the audit.
export type { BaselineOptions } from './baseline/apply-baseline.ts';
export { applyBaseline, renderBaseline } from './baseline/apply-baseline.ts';
export type { AcceptedFinding, Baseline } from './baseline/baseline.ts';
export { isDay, parseBaseline } from './baseline/baseline.ts';
export type { ReportDiff } from './baseline/diff-reports.ts';
export { diffReports, keepHistory } from './baseline/diff-reports.ts';
export { isCanaryAlive } from './browser/canary.ts';
export { findBundledBrowser, findSystemBrowser } from './browser/find.ts';
export type { AuditBrowser, BrowserChoice } from './browser/open.ts';
export { openBrowser } from './browser/open.ts';
export type { AuditState, HeldCookie, HeldName, Phase, RefusedCookie, StoreKind } from './collect/observation.ts';
export type { AuditErrorCode } from './errors.ts';
export { AuditError } from './errors.ts';
export type { Preset, PresetId } from './presets/presets.ts';
export { presets } from './presets/presets.ts';
export type { AuditProgress } from './progress.ts';
export type { ReasonCode } from './reasons.ts';
export { countByPreset } from './report/count-by-preset.ts';
export { exitCodeFor } from './report/exit-code.ts';
export type { AuditPageOptions } from './report/formats/html/page.ts';
export { renderAuditHtml } from './report/formats/html/page.ts';
export { auditPageStyles } from './report/formats/html/styles.ts';
export { renderAuditJson } from './report/formats/json.ts';
export type { JunitOptions } from './report/formats/junit.ts';
export { renderAuditJunit } from './report/formats/junit.ts';
export type { MarkdownOptions } from './report/formats/markdown.ts';
export { renderAuditMarkdown } from './report/formats/markdown.ts';
export type { SarifOptions } from './report/formats/sarif.ts';
export { renderAuditSarif } from './report/formats/sarif.ts';
export { parseReport } from './report/parse-report.ts';
export type {
  Acceptance,
  AuditReport,
  BrowserReport,
  EvidenceSetter,
  Finding,
  FindingEvidence,
  FindingItem,
  LawReference,
  Severity,
  StateReport,
  TruthGap,
  UnmetAcceptance,
} from './report/report.ts';
export { severities } from './report/report.ts';
export { renderAuditText } from './report/text.ts';
export { visible } from './report/visible.ts';
export type { Rule, RuleId } from './rules/catalogue.ts';
export { rules } from './rules/catalogue.ts';
export type { AuditOptions } from './run-audit.ts';
export { runAudit } from './run-audit.ts';
export type { Settling } from './settle.ts';
export { defaultSettling } from './settle.ts';
export type { Step, Steps } from './steps.ts';
export { parseSteps } from './steps.ts';
