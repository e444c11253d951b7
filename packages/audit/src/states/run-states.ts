// The states side by side: the first visit finds the pages, the others begin as soon as there is a site to visit.
import { availableParallelism } from 'node:os';
import type { AuditState } from '../collect/observation.ts';
import type { AuditProgress } from '../progress.ts';
import type { Reason } from '../reasons.ts';
import type { Discovery } from './discovery.ts';
import { createDiscovery } from './discovery.ts';
import type { Plan, StateRun } from './plan.ts';
import { runBothAnswers, runState, skippedState } from './run-state.ts';

const allStates: readonly AuditState[] = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'language', 'action'];

// Without a word about states; the others cost more time than a quick run has.
const usualStates: readonly AuditState[] = ['S0', 'S1', 'S2', 'S3', 'S5', 'S6', 'S9', 'language', 'action'];

// The visits mostly wait for pages to come to rest, so a few of them go at once, each with a device of its own, beside the first
// visit that finds the pages for them. The longest one begins first.
const visitorsAtOnce = Math.min(3, availableParallelism() + 1);
const order: readonly AuditState[] = ['S3', 'S8', 'S7', 'S4', 'S10', 'S1', 'S2', 'S9', 'S5', 'S6', 'language', 'action'];

/** Which states to exercise (the usual ones that can be, where none were asked for), and who hears of it. */
export type Asking = { readonly asked: readonly AuditState[] | undefined; readonly tell: (event: AuditProgress) => void };

/** Exercises the states; the runs come in the order of the states' names. */
export async function runStates(plan: Plan, asking: Asking): Promise<readonly StateRun[]> {
  const discovery = createDiscovery(plan.pages);
  const visit = { plan, asking, discovery };
  const first = runOne('S0', visit).finally(() => discovery.end());
  const runs: StateRun[] = [];
  if (await discovery.reached) {
    const asked = asking.asked ?? usualStates;
    const waiting = order.filter((state) => asked.includes(state));
    const both = waiting.includes('S1') && waiting.includes('S3');
    if (both) waiting.splice(waiting.indexOf('S1'), 1);
    const work = async (): Promise<void> => {
      for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
        runs.push(...(both && state === 'S3' ? await runBoth(visit) : [await runOne(state, visit)]));
      }
    };
    await Promise.all(Array.from({ length: visitorsAtOnce }, work));
  }
  runs.push(await first);
  return allStates.flatMap((state) => runs.filter((run) => run.state === state));
}

type Visit = { readonly plan: Plan; readonly asking: Asking; readonly discovery: Discovery };

async function runOne(state: AuditState, { plan, asking, discovery }: Visit): Promise<StateRun> {
  const lacking = whatIsLacking(state, plan);
  if (lacking !== null) {
    const asked = asking.asked?.includes(state) === true;
    const problems: readonly Reason[] = asked ? [{ code: 'AUDIT_NO_STEPS', message: `State ${state} was asked for: ${lacking}` }] : [];
    return skippedState(state, lacking, problems);
  }
  asking.tell({ kind: 'state', state });
  const run = await runState(state, plan, discovery).catch((cause: unknown) => failedState(state, cause));
  asking.tell({ kind: 'state-done', state, status: run.status, durationMs: run.durationMs });
  return run;
}

// Who withdraws has accepted before: S1 is the first half of S3.
async function runBoth({ plan, asking, discovery }: Visit): Promise<readonly StateRun[]> {
  asking.tell({ kind: 'state', state: 'S1' });
  const onAccepted = (status: StateRun['status'], durationMs: number): void => {
    asking.tell({ kind: 'state-done', state: 'S1', status, durationMs });
    asking.tell({ kind: 'state', state: 'S3' });
  };
  const runs = await runBothAnswers(plan, discovery, onAccepted).catch((cause: unknown) => [
    failedState('S1', cause),
    failedState('S3', cause),
  ]);
  const whole = runs.find(({ state }) => state === 'S3');
  if (whole !== undefined) asking.tell({ kind: 'state-done', state: 'S3', status: whole.status, durationMs: whole.durationMs });
  return runs;
}

function whatIsLacking(state: AuditState, plan: Plan): string | null {
  if (state === 'S9' && plan.steps.logIn === undefined) return 'no steps for logging in were shipped';
  if (state === 'action' && plan.steps.action === undefined) return 'no steps for an action were shipped';
  return null;
}

function failedState(state: AuditState, cause: unknown): StateRun {
  const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
  return {
    ...skippedState(state, 'the browser ended', [
      { code: 'AUDIT_BROWSER_FAILED', message: `The browser ended during ${state} (${detail})` },
    ]),
    status: 'incomplete',
  };
}
