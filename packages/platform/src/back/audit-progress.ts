// One line for each thing that a running audit tells.
import type { AuditProgress } from '@candor/audit';

/** The event as a line of text, in the audit's own words. */
export function describeProgress(event: AuditProgress): string {
  switch (event.kind) {
    case 'browser':
      return `Browser ${event.version} (${event.source})`;
    case 'state':
      return `${event.state} begins`;
    case 'page':
      return `${event.state} ${event.phase}: ${event.url}`;
    case 'state-done':
      return `${event.state} ${event.status} after ${(event.durationMs / 1000).toFixed(1)} s`;
  }
}
