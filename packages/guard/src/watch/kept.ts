// What outlives a declaration: a guard that is given another one goes on with these.
import type { FilterOptions } from '../contract.ts';
import type { ServedFile } from '../page/served-files.ts';
import type { ChangedChoices } from '../response/changed-choices.ts';
import { createChangedChoices } from '../response/changed-choices.ts';
import type { FaultLog } from './fault-log.ts';
import { createFaultLog } from './fault-log.ts';
import type { Teller } from './log.ts';
import { createTeller } from './log.ts';
import type { Observations } from './observations.ts';
import { createObservations } from './observations.ts';
import type { SiteState } from './site-state.ts';
import { createSiteState } from './site-state.ts';
import type { Traffic } from './traffic.ts';
import { createTraffic } from './traffic.ts';

/** Finds a file that pages refer to. */
export type FindFile = (path: string) => ServedFile | null;

/** A number that is read when it is asked for. */
export type Gauge = { readonly name: string; readonly help: string; read(): number };

/** Everything that outlives a declaration. */
export type Kept = {
  readonly faults: FaultLog;
  readonly observations: Observations;
  readonly changedChoices: ChangedChoices;
  readonly counts: { requests: number; documents: number };
  readonly traffic: Traffic;
  readonly site: SiteState;
  readonly tell: Teller;
  /** The clock, or after a fault of it the last time that it told: no visitor may lose the site over it. */
  readonly now: () => number;
  readonly startedAt: number;
  readonly gauges: Gauge[];
  /** How a connection that speaks another protocol is ended. */
  readonly farewells: WeakMap<object, () => void>;
  /** The files of declarations that held before, the latest first: pages made under them are still open. */
  readonly earlierFiles: FindFile[];
};

/** The same, counted by why. */
function countedObservations(observations: Observations, traffic: Traffic): Observations {
  return {
    ...observations,
    record: (seen, question) => {
      traffic.dropped(seen.kind, seen.code);
      observations.record(seen, question);
    },
    again: (kind, code, name, page) => {
      const isKnown = observations.again(kind, code, name, page);
      if (isKnown) traffic.dropped(kind, code);
      return isKnown;
    },
  };
}

/** Nothing seen yet. */
export function createKept({ now: clock, onLog }: Pick<FilterOptions, 'now' | 'onLog'>): Kept {
  let last = 0;
  const now = (): number => {
    try {
      last = clock();
    } catch {
      faults.record('DECIDER_FAILED');
    }
    return last;
  };
  const tell = createTeller(() => last, onLog);
  const faults = createFaultLog({ now: clock, tell: ({ last: _last, ...fault }) => tell({ event: 'fault', ...fault }) });
  const traffic = createTraffic();
  const counts = { requests: 0, documents: 0 };
  const startedAt = now();
  return {
    faults,
    observations: countedObservations(
      createObservations(() => ({ at: now(), requests: counts.requests })),
      traffic,
    ),
    changedChoices: createChangedChoices(),
    counts,
    traffic,
    site: createSiteState(now, tell),
    tell,
    now,
    startedAt,
    gauges: [],
    farewells: new WeakMap(),
    earlierFiles: [],
  };
}
