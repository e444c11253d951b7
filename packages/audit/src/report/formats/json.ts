// The report as JSON, the form that everything else can be made from again. Its schema is schema/audit-report.schema.json.
import type { AuditReport } from '../report.ts';

/** The whole report, two spaces deep, with a line feed at its end. */
export function renderAuditJson(report: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
