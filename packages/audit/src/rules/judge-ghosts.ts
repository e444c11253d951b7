// R-GHOST: declared, its moment and its location came, and it was never seen.

import type { Tracker } from '@candor/core';
import { measureGap } from '../gap.ts';
import type { FindingItem } from '../report/report.ts';
import type { StateRun } from '../states/plan.ts';
import type { Fact } from './fact.ts';
import type { Judge } from './judge.ts';
import { declaredFact } from './judge-declaration.ts';
import { firstMoment } from './state-stories.ts';

/** Facts about declared trackers that no state saw. A run that was cut short may have missed them: then nothing is said. */
export function judgeGhosts(judge: Judge, runs: readonly StateRun[], seen: ReadonlySet<string>): readonly Fact[] {
  const moment = firstMoment(runs);
  if (moment === null || runs.some(({ status }) => status === 'incomplete')) return [];
  return measureGap(judge.declaration, runs, { seen, undeclared: [] }).declaredNotObserved.flatMap((id) => {
    const tracker = judge.trackerOf(id);
    if (tracker === null) return [];
    const message = `"${id}" is declared and was never seen, although its moment and its location came`;
    return [declaredFact('R-GHOST', itemOf(tracker), { tracker: id, message, moment: { ...moment, page: judge.home.href } })];
  });
}

function itemOf(tracker: Tracker): FindingItem {
  if (tracker.kind === 'request') {
    const host = tracker.match.hosts[0] ?? '';
    return { kind: 'request', name: host, host };
  }
  const [name] = tracker.names;
  return { kind: tracker.kind, name: 'exact' in name ? name.exact : `${name.prefix}…${name.suffix ?? ''}` };
}
