// All rules over all states: facts per state, then findings, and which declared trackers were seen.
import type { RequestFacts } from '@candor/core';
import { lineOfHeld } from '../collect/cookie-line.ts';
import type { AuditState, HeldCookie } from '../collect/observation.ts';
import type { Finding, FindingItem } from '../report/report.ts';
import type { StateRun } from '../states/plan.ts';
import { findChoiceRecords } from './choice-record.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import type { StateFacts } from './judge-behaviour.ts';
import { judgeBehaviour } from './judge-behaviour.ts';
import { judgeCookie } from './judge-cookies.ts';
import { judgeDeclaration } from './judge-declaration.ts';
import { judgeGhosts } from './judge-ghosts.ts';
import { judgeInState, judgeLateStates } from './judge-late-states.ts';
import { judgeFingerprint, judgeLeak, judgeTabName } from './judge-leaks.ts';
import { judgeObservation, judgeProblems } from './judge-observations.ts';
import { judgeRequest } from './judge-requests.ts';
import { asRespawn } from './judge-respawn.ts';
import { judgeSignals } from './judge-signals.ts';
import { judgeStorage, questionOfName } from './judge-storage.ts';
import { judgeWithdrawal } from './judge-withdrawal.ts';
import { mergeFacts } from './merge-facts.ts';
import type { StateStories } from './state-stories.ts';
import { firstMoment, tellStories } from './state-stories.ts';

/** What the rules make of the evidence. `seen` are ids of declared trackers that were observed. */
export type Judgement = {
  readonly findings: readonly Finding[];
  readonly seen: ReadonlySet<string>;
  readonly undeclared: readonly FindingItem[];
  readonly outOfReach: ReadonlyMap<AuditState, readonly FindingItem[]>;
};

/** Judges every state's evidence, and what the declaration says of itself. */
export function judgeStates(judge: Judge, runs: readonly StateRun[]): Judgement {
  const states = tellStories(runs);
  const outOfReach = new Map<AuditState, readonly FindingItem[]>();
  const told = states.map((state) => {
    const withdrawal = judgeWithdrawal(judge, state.run.evidence, state);
    outOfReach.set(state.run.state, withdrawal.outOfReach);
    return { state, facts: [...judgeThings(judge, state), ...withdrawal.facts] };
  });
  const seen = new Set(states.flatMap((state) => trackersIn(judge, state)));
  for (const { tracker } of told.flatMap(({ facts }) => facts)) if (tracker !== null) seen.add(tracker);
  const facts = [
    ...judgeLateStates(judge, judgeBetweenStates(judge, told)),
    ...runs.flatMap((run) => judgeRest(judge, run)),
    ...judgeProblems(judge, runs),
    ...judgeGhosts(judge, runs, seen),
    ...judgeDeclared(judge, runs),
  ];
  const undeclared = told.flatMap(({ facts: all }) => all.filter(({ tracker }) => tracker === null).map(({ item }) => item));
  return { findings: mergeFacts(facts, judge.profile), seen, undeclared, outOfReach };
}

// What was stored and sent, each thing by itself.
function judgeThings(judge: Judge, { run: { state, evidence }, cookies, storage }: StateStories): readonly Fact[] {
  const bench = judgeInState(judge, state, evidence);
  return [
    ...cookies.flatMap((story) => judgeCookie(bench, story)),
    ...storage.flatMap((story) => judgeStorage(bench, story)),
    ...evidence.requests.map((request) => judgeRequest(bench, request)).filter((fact) => fact !== null),
  ];
}

// The declaration comes first; without one the states are compared. Either way, what comes back may have been kept elsewhere.
function judgeBetweenStates(judge: Judge, told: readonly StateFacts[]): readonly Fact[] {
  const none = judge.declaration === null;
  const choices = none
    ? findChoiceRecords(
        judge,
        told.map(({ state }) => state),
      )
    : new Set<string>();
  const facts = none ? judgeBehaviour(judge, told, choices) : told.flatMap((state) => state.facts);
  return facts.map((fact) => {
    const evidence = told.find(({ state }) => state.run.state === fact.moment.state)?.state.run.evidence;
    return evidence === undefined ? fact : asRespawn(judge, evidence, { fact, choices });
  });
}

function judgeRest(judge: Judge, run: StateRun): readonly Fact[] {
  const { requests, snapshots, observations = [], leaks = [], fingerprints = [], tabNames = [] } = run.evidence;
  const hidden = new Set(snapshots.flatMap(({ cookies }) => cookies.filter(({ httpOnly }) => httpOnly).map(({ name }) => name)));
  const facts = [
    ...observations.map((observation) => judgeObservation(judge, observation)),
    ...leaks.map((leak) => judgeLeak(judge, leak, (name) => hidden.has(name))),
    ...fingerprints.map((fingerprint) => judgeFingerprint(judge, fingerprint)),
    ...tabNames.map((name) => judgeTabName(judge, name)),
  ];
  const signals = requests.flatMap((request) => judgeSignals(judge, request));
  return [...signals, ...facts.filter((fact) => fact !== null)];
}

// Nothing is said about the declaration of a site that could not be looked at.
function judgeDeclared(judge: Judge, runs: readonly StateRun[]): readonly Fact[] {
  const moment = firstMoment(runs);
  return moment === null || runs.every(({ visits }) => visits.length === 0) ? [] : judgeDeclaration(judge, moment);
}

// A tracker counts as seen when the decider recognises it, whatever it says about it.
function trackersIn(judge: Judge, { cookies, storage, run }: StateStories): readonly string[] {
  const verdicts = [
    ...cookies.map(({ cookie }) =>
      judge.verdictIn('accepted', { kind: 'set-cookie', line: lineOfHeld(cookie), request: requestAt(cookie), held: true, now: 0 }),
    ),
    ...storage.map(({ held }) => judge.verdictIn('accepted', questionOfName(held))),
    ...run.evidence.requests
      .filter(({ blocked }) => !blocked)
      .map((request) =>
        judge.verdictIn('accepted', {
          kind: 'request',
          url: request.url,
          as: request.as === 'document' ? 'frame' : request.as,
          method: request.method,
        }),
      ),
  ];
  return verdicts.map((verdict) => verdict.tracker).filter((id) => id !== null);
}

function requestAt({ domain, path }: HeldCookie): RequestFacts {
  return { host: domain.replace(/^\./, ''), path, method: 'GET', secure: true };
}
