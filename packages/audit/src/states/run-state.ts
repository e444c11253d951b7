// Runs one state from an empty device to its evidence.
import type { AuditState } from '../collect/observation.ts';
import type { Reason } from '../reasons.ts';
import type { AnswerOutcome } from './answers.ts';
import { visitAccepting, visitRejecting, visitWithdrawing } from './answers.ts';
import { visitFirst } from './first-visit.ts';
import type { Plan, StateRun } from './plan.ts';
import { budgetOf } from './plan.ts';
import type { StepsOutcome } from './shipped-steps.ts';
import { visitChoosingLanguage, visitWithSteps } from './shipped-steps.ts';
import type { Visitor } from './visitor.ts';
import { createVisitor } from './visitor.ts';

/** A state's run; S0 also says which pages it found. */
export type StateResult = { readonly run: StateRun; readonly pages: readonly string[] };

type Verdict = { readonly status: StateRun['status']; readonly note: string | null; readonly pages?: readonly string[] };

const rounds: { readonly [State in AuditState]: number } = { S0: 1, S1: 2, S2: 2, S3: 4, S9: 2, language: 2, action: 2 };

/** Exercises one state. `pages` are those that S0 found; S0 itself finds them. */
export async function runState(state: AuditState, plan: Plan, pages: readonly string[]): Promise<StateResult> {
  const start = performance.now();
  const visitor = await createVisitor({
    browser: plan.browser,
    state,
    locale: plan.declaration?.languages[0] ?? 'en',
    budget: budgetOf(plan, rounds[state]),
    settling: plan.settling,
    onPage: (url, phase) => plan.onPage(state, url, phase),
  });
  const verdict = await exercise(visitor, plan, pages);
  const evidence = await visitor.leave();
  const status = verdict.status === 'exercised' && visitor.problems.length > 0 ? 'incomplete' : verdict.status;
  const run: StateRun = {
    state,
    status,
    note: verdict.note,
    problems: visitor.problems,
    visits: visitor.visits,
    evidence,
    durationMs: Math.round(performance.now() - start),
  };
  return { run, pages: verdict.pages ?? pages };
}

/** A state that had nothing to exercise. */
export function skippedState(state: AuditState, note: string, problems: readonly Reason[] = []): StateRun {
  const evidence = { cookieWrites: [], storageWrites: [], snapshots: [], requests: [], refused: [] };
  return { state, status: 'not-exercised', note, problems, visits: [], evidence, durationMs: 0 };
}

async function exercise(visitor: Visitor, plan: Plan, pages: readonly string[]): Promise<Verdict> {
  switch (visitor.state) {
    case 'S0': {
      const found = await visitFirst(visitor, plan);
      return found === null ? { status: 'incomplete', note: null, pages: [] } : { status: 'exercised', note: null, pages: found };
    }
    case 'S1':
      return ofAnswer(await visitAccepting(visitor, plan, pages));
    case 'S2':
      return ofAnswer(await visitRejecting(visitor, plan, pages));
    case 'S3':
      return ofAnswer(await visitWithdrawing(visitor, plan, pages));
    case 'S9':
      return ofSteps(await visitWithSteps(visitor, plan, plan.steps.logIn ?? [], pages.slice(0, 2)));
    case 'action':
      return ofSteps(await visitWithSteps(visitor, plan, plan.steps.action ?? [], []));
    case 'language':
      return ofSteps(await chooseLanguage(visitor, plan, pages.slice(0, 2)));
  }
}

async function chooseLanguage(visitor: Visitor, plan: Plan, pages: readonly string[]): Promise<StepsOutcome> {
  const { language } = plan.steps;
  if (language !== undefined) return await visitWithSteps(visitor, plan, language, pages);
  return plan.mayInteract ? await visitChoosingLanguage(visitor, plan, pages) : 'nothing-to-do';
}

function ofAnswer(outcome: AnswerOutcome): Verdict {
  if (outcome === 'no-question') return { status: 'not-exercised', note: 'No question was found, and the declaration has none to put' };
  return { status: outcome === 'answered' ? 'exercised' : 'incomplete', note: null };
}

function ofSteps(outcome: StepsOutcome): Verdict {
  if (outcome === 'nothing-to-do') return { status: 'not-exercised', note: 'No steps were shipped and no language form was found' };
  return { status: outcome === 'done' ? 'exercised' : 'incomplete', note: null };
}
