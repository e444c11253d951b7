// For whoever runs the site: is it well, and how much did it do. Numbers only.
import { PlatformError } from '../errors.ts';
import { jsonResponse, respond } from '../http/respond.ts';
import type { Route } from '../route.ts';
import type { Site } from '../site.ts';
import { readGap } from './report-text.ts';

const help: Readonly<Record<string, string>> = {
  choices: 'Choices made by visitors since start, by action',
  choices_not_recorded: 'Choices kept in the browser that the ledger did not record',
  failures: 'Answers with status 500 or 503, by code',
  log_ins: 'Log-ins to the back office',
  log_ins_refused: 'Refused log-ins, by reason',
  audits: 'Audits started',
};

/** `healthz` and `metrics`. */
export function createHealthRoutes(site: Site): readonly Route[] {
  return [
    { method: 'GET', path: 'healthz', personal: false, answer: () => showHealth(site) },
    { method: 'GET', path: 'metrics', personal: false, answer: () => showMetrics(site) },
  ];
}

async function showHealth(site: Site): Promise<Response> {
  try {
    await site.store.accounts.count();
  } catch (cause) {
    throw new PlatformError('PLATFORM_STORE', { cause });
  }
  const ledger = await site.ledger.size().then(
    () => 'ok',
    () => 'failing',
  );
  return jsonResponse({ status: 'ok', store: 'ok', ledger }, { headers: { 'Cache-Control': 'no-store' } });
}

async function showMetrics(site: Site): Promise<Response> {
  const size = await site.ledger.size().catch(() => null);
  const audit = await site.store.audits.latestDone();
  const lines = [
    ...counterLines(site),
    ...gaugeLines('ledger_entries', 'Entries in the ledger', size),
    ...gaugeLines(
      'truth_gap',
      'Observed and not declared, plus declared, exercised and not observed, at the last audit',
      readGap(audit)?.gap ?? null,
    ),
    ...gaugeLines('last_audit_timestamp_seconds', 'When the last audit was finished', audit?.finishedAt ?? null),
    ...gaugeLines('sessions', 'Sessions of the back office that are alive', await site.store.sessions.count(site.now())),
  ];
  return respond(`${lines.join('\n')}\n`, 'text/plain; version=0.0.4; charset=utf-8', { headers: { 'Cache-Control': 'no-store' } });
}

function counterLines(site: Site): readonly string[] {
  const rows = site.tally.read();
  return Object.entries(help).flatMap(([name, text]) => {
    const full = `candor_${name}_total`;
    const own = rows.filter((row) => row.name === name);
    const values =
      own.length === 0 ? [`${full} 0`] : own.map((row) => `${full}${row.label === '' ? '' : `{kind="${row.label}"}`} ${row.count}`);
    return [`# HELP ${full} ${text}`, `# TYPE ${full} counter`, ...values];
  });
}

function gaugeLines(name: string, text: string, value: number | null): readonly string[] {
  if (value === null) return [];
  return [`# HELP candor_${name} ${text}`, `# TYPE candor_${name} gauge`, `candor_${name} ${value}`];
}
