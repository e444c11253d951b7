// Another declaration for a guard that is running: compiled aside, tried, and put in place of the one before as a whole or not at all.
import type { Identified } from '@candor/core';
import type { FilterOptions, Reloaded } from './contract.ts';
import type { Machine } from './machine.ts';
import { createMachine } from './machine.ts';
import type { FaultCode } from './watch/fault-log.ts';
import { createTrial } from './watch/fault-log.ts';

/** What came of it, and the machine that holds from now on. */
export type Reload = { readonly outcome: Reloaded; readonly machine: Machine };

/** So many declarations before the one that holds have their files served. */
const EARLIER_KEPT = 8;

/** Faults with which a declaration is not put to use. */
const UNFIT: ReadonlySet<FaultCode> = new Set(['DECLARATION_MISSING', 'DECIDER_FAILED', 'NOTICE_FAILED']);

/** What most visitors need is made once, so that what cannot be made is known before it holds. */
function exercise({ judge, planner }: Machine): void {
  const profile = judge.defaultProfile;
  judge.csp(judge.consentOf({ profile, choice: null, gpc: false }), null);
  judge.csp(judge.closedConsent(profile), null);
  planner.pageParts.file(`${judge.prefix}/assets/words-0.json`);
}

/** Null where it cannot be put to use. Open pages send their answers to the prefix, so that it stays while there is one. */
function compile(before: Machine, given: FilterOptions, declaration: Identified | null): Machine | null {
  const trial = createTrial(before.faults);
  try {
    const machine = createMachine({ ...given, declaration }, { ...before.kept, faults: trial.faults });
    exercise(machine);
    const isMoved = before.judge.declaration !== null && machine.judge.prefix !== before.judge.prefix;
    if (declaration !== null && (isMoved || trial.met().some((code) => UNFIT.has(code)))) return null;
    trial.settle();
    // What was only for the trial goes no further than what was made on trial.
    return { ...machine, kept: before.kept, faults: before.faults };
  } catch {
    return null;
  }
}

/** Compiles and tries it. Counts, faults and choices that changed in between are those of the machine before; what the declaration lacks is seen anew. */
export function reload(before: Machine, given: FilterOptions, declaration: Identified | null): Reload {
  const { faults, options, kept, planner } = before;
  if (declaration?.id === options.declaration?.id) {
    faults.clear('DECLARATION_REJECTED');
    return { outcome: 'unchanged', machine: before };
  }
  const machine = compile(before, given, declaration);
  if (machine === null) {
    faults.record('DECLARATION_REJECTED');
    return { outcome: 'rejected', machine: before };
  }
  faults.clear('DECLARATION_REJECTED');
  if (declaration !== null) faults.clear('DECLARATION_MISSING');
  kept.earlierFiles.unshift(planner.pageParts.file);
  kept.earlierFiles.length = Math.min(kept.earlierFiles.length, EARLIER_KEPT);
  kept.observations.restart();
  kept.tell({ event: 'reloaded', before: options.declaration?.id ?? null, declaration: declaration?.id ?? null });
  return { outcome: 'reloaded', machine };
}
