// Puts a report together from runs and judgement.

import { readUrl } from '../collect/request-facts.ts';
import type { StateRun } from '../states/plan.ts';
import type { FindingItem, StateReport } from './report.ts';

/** One state as the report tells it. */
export function reportState(
  run: StateRun,
  options: { readonly isOwnHost: (host: string) => boolean; readonly outOfReach: readonly FindingItem[] },
): StateReport {
  const { evidence } = run;
  const sent = evidence.requests.filter((request) => !request.blocked);
  const hosts = sent.map((request) => readUrl(request.url)?.hostname ?? '').filter((host) => host !== '');
  return {
    state: run.state,
    status: run.status,
    note: run.note,
    pages: run.visits,
    requests: sent.length,
    otherHosts: [...new Set(hosts)].filter((host) => !options.isOwnHost(host)).toSorted(),
    cookies: unique(
      evidence.snapshots.flatMap((snapshot) => snapshot.cookies),
      ({ name, domain, path, partition }) => [name, domain, path, partition],
    ),
    storage: unique(
      evidence.snapshots.flatMap((snapshot) => snapshot.names),
      ({ store, origin, name }) => [store, origin, name],
    ),
    refused: unique(evidence.refused, ({ name, url, reasons }) => [name, url, reasons]),
    outOfReach: options.outOfReach,
    durationMs: run.durationMs,
  };
}

function unique<T>(all: readonly T[], keyOf: (one: T) => unknown): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(keyOf(one)), one])).values()];
}
