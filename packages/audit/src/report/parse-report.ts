// A report that was kept, read back. It may have been written by an older version, or by somebody else.
import type { Result } from '@candor/core';
import { fail, succeed } from '@candor/core';
import { findMisfits } from './json-shape.ts';
import type { AuditReport } from './report.ts';
import { auditReportSchema } from './schema.ts';

/** Reads a report from parsed JSON; members that are not known stay. Issues: AUDIT_REPORT_SHAPE with the path of what is wrong. */
export function parseReport(value: unknown): Result<AuditReport> {
  const misfits = findMisfits(value, auditReportSchema);
  if (misfits.length === 0) return succeed(value as AuditReport);
  return fail(
    ...misfits.map(({ path, expected }) => ({
      code: 'AUDIT_REPORT_SHAPE',
      path,
      message: `Expected ${expected}`,
      hint: 'Name the JSON report of an audit',
      severity: 'error' as const,
    })),
  );
}
