// The parts of one guard, made once and shared by its connections.

import type { FilterOptions, GuardSummary } from './contract.ts';
import type { Judge } from './judge.ts';
import { createJudge } from './judge.ts';
import { shortMode } from './modes.ts';
import type { OwnPaths } from './office/own-paths.ts';
import { createOwnPaths } from './office/own-paths.ts';
import { createPageParts } from './page/page-parts.ts';
import { createChangedChoices } from './response/changed-choices.ts';
import type { Planner } from './response/response-plan.ts';
import { createBrowserReports } from './watch/browser-reports.ts';
import { createEvidence } from './watch/evidence.ts';
import type { FaultLog } from './watch/fault-log.ts';
import { createFaultLog, withFallback } from './watch/fault-log.ts';
import { reportLayers } from './watch/layer-reports.ts';
import type { Observations } from './watch/observations.ts';
import { createObservations } from './watch/observations.ts';

/** Everything a connection works with. */
export type Machine = {
  readonly options: FilterOptions;
  readonly judge: Judge;
  readonly planner: Planner;
  readonly faults: FaultLog;
  readonly observations: Observations;
  readonly ownPaths: OwnPaths;
  readonly counts: { requests: number; documents: number };
};

/** The clock, or after a fault of it the last time that it told: no visitor may lose the site over it. */
function steadyClock(now: () => number, faults: FaultLog): () => number {
  let last = 0;
  return () => {
    withFallback(
      faults,
      'DECIDER_FAILED',
      () => (last = now()),
      () => last,
    );
    return last;
  };
}

/** Compiles the declaration and prepares what every response needs. */
export function createMachine(given: FilterOptions): Machine {
  const faults = createFaultLog();
  const options = { ...given, now: steadyClock(given.now, faults) };
  const judge = createJudge(options, faults);
  const counts = { requests: 0, documents: 0 };
  const observations = createObservations(() => ({ at: options.now(), requests: counts.requests }));
  const reports = createBrowserReports(judge, observations, options.now);
  const pageParts = createPageParts(options, judge, faults);
  const planner: Planner = {
    judge,
    pageParts,
    observations,
    evidence: createEvidence(judge.declaration, options.now()),
    reports,
    changedChoices: createChangedChoices(),
    now: options.now,
    nextOrder: () => counts.requests + 1,
    declaresOriginNonce: judge.declaration?.scripts.inline === 'origin-nonce',
  };
  const ownPaths = createOwnPaths(options, { judge, pageParts, faults, reports });
  return { options, judge, planner, faults, observations, ownPaths, counts };
}

/** What the guard has seen so far. */
export function summarize({ options, judge, planner, faults, observations, counts }: Machine): GuardSummary {
  const now = options.now();
  const evidence = planner.evidence.seen(now);
  const { requests } = counts;
  const { modes } = judge;
  const told = faults.list();
  return {
    mode: shortMode(modes),
    declaration: options.declaration?.id ?? null,
    requests,
    documents: counts.documents,
    evidence,
    layers: reportLayers({ modes, observations, evidence, faults: told, now, requests, enough: options.enough ?? {} }),
    observations: observations.list(),
    more: observations.more(),
    faults: told,
  };
}
