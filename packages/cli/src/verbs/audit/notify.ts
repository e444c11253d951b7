// Tells one address that an audit came to another conclusion than the last, or found something new. Numbers and conclusions only:
// no names, no addresses of visitors, nothing that a site chose but where it is. A failure is said and changes nothing.
import type { AuditReport } from '@candor/audit';
import { diffReports, severities } from '@candor/audit';
import { messageOf } from '../../errors.ts';
import type { Terminal } from '../../terminal.ts';

/** The last report, if there was one, and this one. */
export type Change = { readonly before: AuditReport | null; readonly after: AuditReport };

/** What is sent. */
export type Alert = {
  readonly v: 1;
  readonly event: 'candor-audit-changed';
  /** Without query and credentials. */
  readonly site: string;
  readonly before: AuditReport['conclusion'] | null;
  readonly after: AuditReport['conclusion'];
  readonly startedAt: string;
  readonly declaration: string | null;
  /** How many findings there are of each severity that nobody accepts. */
  readonly findings: { readonly [severity: string]: number };
  readonly new: number;
  readonly gone: number;
};

/** The alert for a change; null where nothing changed. Without a last report everything is a change. */
export function alertFor({ before, after }: Change): Alert | null {
  const diff = before === null ? null : diffReports(before, after);
  if (diff !== null && before?.conclusion === after.conclusion && diff.new.length === 0) return null;
  const { origin, pathname } = new URL(after.url);
  const counted = after.findings.filter(({ acceptance }) => acceptance?.status !== 'holds');
  const numbers = severities.map((severity) => [severity, counted.filter((finding) => finding.severity === severity).length] as const);
  return {
    v: 1,
    event: 'candor-audit-changed',
    site: `${origin}${pathname}`,
    before: before?.conclusion ?? null,
    after: after.conclusion,
    startedAt: after.startedAt,
    declaration: after.declaration,
    findings: Object.fromEntries(numbers),
    new: diff?.new.length ?? after.findings.length,
    gone: diff?.gone.length ?? 0,
  };
}

const patience = 10_000;

/** Sends the alert, if there is one. Its address may hold a secret: only its origin is printed. */
export async function notifyOfChange(address: URL, change: Change, terminal: Terminal): Promise<void> {
  const alert = alertFor(change);
  if (alert === null) return;
  const failure = await post(address, alert);
  if (failure === null) terminal.progress(`${address.origin} was told: ${alert.before ?? 'nothing known'}, now ${alert.after}`);
  else {
    terminal.error(`The alert did NOT reach ${address.origin}: ${failure}`);
    terminal.error('  The audit holds all the same; check the address of --notify');
  }
}

async function post(address: URL, alert: Alert): Promise<string | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alert),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    return response.ok ? null : `it answered ${response.status}`;
  } catch (cause) {
    return cause instanceof Error && cause.cause instanceof Error ? messageOf(cause.cause) : messageOf(cause);
  }
}
