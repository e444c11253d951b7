// A report as a preset sees it.
import { applyPreset } from '../presets/apply-preset.ts';
import type { Preset } from '../presets/presets.ts';
import type { AuditReport } from './report.ts';

/** The report with the findings whose rules the preset counts, at its severities; how many it leaves out is told. */
export function countByPreset(report: AuditReport, preset: Preset): AuditReport {
  const findings = applyPreset(report.findings, preset);
  const conclusion = findings.length > 0 ? 'findings' : report.reasons.length > 0 ? 'inconclusive' : 'clean';
  return { ...report, findings, conclusion, preset: { id: preset.id, leftOut: report.findings.length - findings.length } };
}
