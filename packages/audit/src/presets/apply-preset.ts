// What of an audit counts under a preset. It never makes a run conclusive: reasons are not a preset's business.
import type { Finding, Severity } from '../report/report.ts';
import { severities } from '../report/report.ts';
import type { Preset } from './presets.ts';

/** The findings whose rules count, with the preset's severities; fingerprints stay, the order is that of the findings. */
export function applyPreset(findings: readonly Finding[], preset: Preset): readonly Finding[] {
  const changed = new Map<string, Severity>(Object.entries(preset.severities));
  return findings
    .filter(({ rule }) => preset.rules === 'all' || preset.rules.some((id) => id === rule))
    .map((finding) => {
      const severity = changed.get(finding.rule) ?? finding.severity;
      return severities.includes(severity) ? { ...finding, severity } : finding;
    });
}
