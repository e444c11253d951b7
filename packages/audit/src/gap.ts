// The truth gap: declared without being observed, observed without being declared. "Never seen" is only said of what the audit
// gave a chance to appear; the rest was not exercised.
import type { Declaration, Tracker } from '@candor/core';
import { matchRequest } from '@candor/core';
import type { Phase } from './collect/observation.ts';
import { requestFacts } from './collect/request-facts.ts';
import type { FindingItem, TruthGap } from './report/report.ts';
import type { StateRun } from './states/plan.ts';

/** Compares what is declared with what was seen. */
export function measureGap(
  declaration: Declaration | null,
  runs: readonly StateRun[],
  observed: { readonly seen: ReadonlySet<string>; readonly undeclared: readonly FindingItem[] },
): TruthGap {
  const missing = Object.entries(declaration?.trackers ?? {}).filter(([id]) => !observed.seen.has(id));
  const had = (tracker: Tracker): boolean => declaration !== null && hadItsChance(declaration, tracker, runs);
  return {
    declaredNotObserved: missing.filter(([, tracker]) => had(tracker)).map(([id]) => id),
    notExercised: missing.filter(([, tracker]) => !had(tracker)).map(([id]) => id),
    observedNotDeclared: [...new Set(observed.undeclared.map(renderItem))].toSorted(),
  };
}

function renderItem({ kind, name, host }: FindingItem): string {
  return host === undefined || host === name ? `${kind} ${name}` : `${kind} ${name} (${host})`;
}

function hadItsChance(declaration: Declaration, tracker: Tracker, runs: readonly StateRun[]): boolean {
  return wasTriggered(tracker, runs) && wasAtLocation(declaration, tracker, runs);
}

function wasTriggered({ setWhen }: Tracker, runs: readonly StateRun[]): boolean {
  switch (setWhen.on) {
    case 'always':
      return runs.some((run) => run.visits.length > 0);
    case 'choice':
      return hasPhase(runs, ['accepted', 'rejected', 'withdrawn']);
    case 'consent':
      return hasPhase(runs, ['accepted']);
    case 'log-in':
      return wasExercised(runs, 'S9');
    case 'language-choice':
      return wasExercised(runs, 'language') || wasRequested(setWhen.requests, runs);
    case 'form':
    case 'action':
      return wasRequested(setWhen.requests, runs);
  }
}

function hasPhase(runs: readonly StateRun[], phases: readonly Phase[]): boolean {
  return runs.some((run) => run.visits.some((visit) => phases.includes(visit.phase)));
}

function wasExercised(runs: readonly StateRun[], state: StateRun['state']): boolean {
  return runs.some((run) => run.state === state && run.status === 'exercised');
}

function wasRequested(matches: readonly Parameters<typeof matchRequest>[0][], runs: readonly StateRun[]): boolean {
  return runs.some((run) =>
    run.evidence.requests.some(({ url, method }) => matches.some((match) => matchRequest(match, requestFacts(url, method)))),
  );
}

function wasAtLocation(declaration: Declaration, tracker: Tracker, runs: readonly StateRun[]): boolean {
  const matches = tracker.locations.map((id) => declaration.site.locations[id]?.match).filter((match) => match !== undefined);
  return runs.some((run) =>
    run.evidence.requests.some(
      ({ url, method, as }) => as === 'document' && matches.some((match) => matchRequest(match, requestFacts(url, method))),
    ),
  );
}
