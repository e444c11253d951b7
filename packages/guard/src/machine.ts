// The parts of one guard, made once and shared by its connections.

import type { FilterOptions, GuardSummary } from './contract.ts';
import type { Judge } from './judge.ts';
import { createJudge } from './judge.ts';
import { shortMode } from './modes.ts';
import { createHealthPaths } from './office/health.ts';
import type { OwnPaths } from './office/own-paths.ts';
import { createOwnPaths } from './office/own-paths.ts';
import { createPageParts } from './page/page-parts.ts';
import type { Planner } from './response/response-plan.ts';
import { createBrowserReports } from './watch/browser-reports.ts';
import { createEvidence } from './watch/evidence.ts';
import type { FaultLog } from './watch/fault-log.ts';
import type { FindFile, Kept } from './watch/kept.ts';
import { createKept } from './watch/kept.ts';
import { reportLayers } from './watch/layer-reports.ts';
import type { Observations } from './watch/observations.ts';
import type { Traffic } from './watch/traffic.ts';

/** Everything a connection works with. */
export type Machine = {
  readonly options: FilterOptions;
  readonly judge: Judge;
  readonly planner: Planner;
  readonly faults: FaultLog;
  readonly observations: Observations;
  readonly ownPaths: OwnPaths;
  readonly counts: { requests: number; documents: number };
  /** What outlives the declaration. */
  readonly kept: Kept;
};

/** The same judge, its lines counted. */
function withCounts(judge: Judge, traffic: Traffic): Judge {
  return {
    ...judge,
    expiry: (consent, expiry) => {
      const lines = judge.expiry(consent, expiry);
      traffic.expired(lines.length);
      return lines;
    },
  };
}

/** A file of this declaration, or of one before it: pages made under that are still open. */
function fileOf({ earlierFiles }: Kept, find: FindFile): FindFile {
  return (path) => {
    const found = find(path);
    if (found !== null) return found;
    for (const earlier of earlierFiles) {
      const file = earlier(path);
      if (file !== null) return file;
    }
    return null;
  };
}

/** Compiles the declaration and prepares what every response needs. `kept` comes from the machine before, where there was one. */
export function createMachine(given: FilterOptions, kept: Kept = createKept(given)): Machine {
  const { faults, observations, changedChoices, counts } = kept;
  const options = { ...given, now: kept.now };
  const judge = withCounts(createJudge(options, faults), kept.traffic);
  const reports = createBrowserReports(judge, observations, options.now);
  const pageParts = createPageParts(options, judge, faults);
  const planner: Planner = {
    judge,
    pageParts,
    observations,
    evidence: createEvidence(judge.declaration, options.now()),
    reports,
    changedChoices,
    now: options.now,
    nextOrder: () => counts.requests + 1,
    declaresOriginNonce: judge.declaration?.scripts.inline === 'origin-nonce',
  };
  const servedParts = { ...pageParts, file: fileOf(kept, pageParts.file) };
  const own = createOwnPaths(options, { judge, pageParts: servedParts, faults, reports });
  const health = createHealthPaths({ options, judge, kept });
  const ownPaths: OwnPaths = (read, visit) => {
    const answer = health(visit) ?? own(read, visit);
    if (visit.facts.path === `${judge.prefix}/api/report`)
      answer?.then(({ status }) => kept.traffic.reported(status === 204)).catch(() => undefined);
    return answer;
  };
  return { options, judge, planner, faults, observations, ownPaths, counts, kept };
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
