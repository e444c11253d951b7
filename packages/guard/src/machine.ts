// The parts of one guard, made once and shared by its connections.

import type { FilterOptions, GuardSummary } from './contract.ts';
import type { Judge } from './judge.ts';
import { createJudge } from './judge.ts';
import type { OwnPaths } from './office/own-paths.ts';
import { createOwnPaths } from './office/own-paths.ts';
import { createPageParts } from './page/page-parts.ts';
import { createChangedChoices } from './response/changed-choices.ts';
import type { Planner } from './response/response-plan.ts';
import type { FaultLog } from './watch/fault-log.ts';
import { createFaultLog, withFallback } from './watch/fault-log.ts';
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
  const observations = createObservations();
  const pageParts = createPageParts(options, judge, faults);
  const counts = { requests: 0, documents: 0 };
  const planner: Planner = {
    judge,
    pageParts,
    observations,
    changedChoices: createChangedChoices(),
    now: options.now,
    nextOrder: () => counts.requests + 1,
    declaresOriginNonce: judge.declaration?.scripts.inline === 'origin-nonce',
  };
  const ownPaths = createOwnPaths(options, judge, pageParts, faults);
  return { options, judge, planner, faults, observations, ownPaths, counts };
}

/** What the guard has seen so far. */
export function summarize({ options, faults, observations, counts }: Machine): GuardSummary {
  return {
    mode: options.mode,
    declaration: options.declaration?.id ?? null,
    requests: counts.requests,
    documents: counts.documents,
    observations: observations.list(),
    more: observations.more(),
    faults: faults.list(),
  };
}
