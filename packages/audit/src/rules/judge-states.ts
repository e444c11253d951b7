// All rules over all states: facts per state, then findings, and which declared trackers were seen.
import type { RequestFacts } from '@candor/core';
import { lineOfHeld } from '../collect/cookie-line.ts';
import type { AuditState, HeldCookie } from '../collect/observation.ts';
import type { Finding, FindingItem } from '../report/report.ts';
import type { StateRun } from '../states/plan.ts';
import type { CookieStory } from './cookie-story.ts';
import { tellCookieStories } from './cookie-story.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { judgeCookie } from './judge-cookies.ts';
import { judgeRequest } from './judge-requests.ts';
import type { StorageStory } from './judge-storage.ts';
import { judgeStorage, questionOfName, tellStorageStories } from './judge-storage.ts';
import { judgeWithdrawal } from './judge-withdrawal.ts';
import { mergeFacts } from './merge-facts.ts';

/** What the rules make of the evidence. `seen` are ids of declared trackers that were observed. */
export type Judgement = {
  readonly findings: readonly Finding[];
  readonly seen: ReadonlySet<string>;
  readonly undeclared: readonly FindingItem[];
  readonly outOfReach: ReadonlyMap<AuditState, readonly FindingItem[]>;
};

/** Judges every state's evidence. */
export function judgeStates(judge: Judge, runs: readonly StateRun[]): Judgement {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  const outOfReach = new Map<AuditState, readonly FindingItem[]>();
  for (const { state, evidence } of runs) {
    const cookies = tellCookieStories(evidence);
    const storage = tellStorageStories(evidence);
    const withdrawal = judgeWithdrawal(judge, evidence, { cookies, storage });
    outOfReach.set(state, withdrawal.outOfReach);
    facts.push(
      ...cookies.flatMap((story) => judgeCookie(judge, story)),
      ...storage.flatMap((story) => judgeStorage(judge, story)),
      ...evidence.requests.map((request) => judgeRequest(judge, request)).filter((fact) => fact !== null),
      ...withdrawal.facts,
    );
    for (const id of trackersIn(judge, { cookies, storage, run: { evidence } })) seen.add(id);
  }
  for (const fact of facts) if (fact.tracker !== null) seen.add(fact.tracker);
  const undeclared = facts.filter((fact) => fact.tracker === null).map((fact) => fact.item);
  return { findings: mergeFacts(facts, judge.profile), seen, undeclared, outOfReach };
}

type Seen = {
  readonly cookies: readonly CookieStory[];
  readonly storage: readonly StorageStory[];
  readonly run: Pick<StateRun, 'evidence'>;
};

// A tracker counts as seen when the decider recognises it, whatever it says about it.
function trackersIn(judge: Judge, { cookies, storage, run }: Seen): readonly string[] {
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
