// Runs one state from an empty device to its evidence.
import type { AuditState, Evidence } from '../collect/observation.ts';
import { isLoopback } from '../collect/request-facts.ts';
import type { Reason } from '../reasons.ts';
import type { AnswerOutcome } from './answers.ts';
import { visitAccepting, visitRejecting, visitWithdrawing } from './answers.ts';
import type { Discovery, Pages } from './discovery.ts';
import { visitFirst } from './first-visit.ts';
import type { Plan, StateRun, StateVerdict } from './plan.ts';
import { budgetOf } from './plan.ts';
import { visitUnanswered } from './s4-unanswered.ts';
import { sendSignal, visitWithSignal } from './s5-signal.ts';
import { visitWithoutScripts } from './s6-no-script.ts';
import { visitAgain } from './s7-return.ts';
import { visitWithLess } from './s8-reach.ts';
import { visitAllowingOne } from './s10-one-purpose.ts';
import type { StepsOutcome } from './shipped-steps.ts';
import { visitChoosingLanguage, visitWithSteps } from './shipped-steps.ts';
import type { PageVisit, Stays, Visitor } from './visitor.ts';
import { createVisitor } from './visitor.ts';

// How often the pages are gone through, for the time that a state may take.
const rounds: { readonly [State in AuditState]: number } = {
  S0: 1,
  S1: 2,
  S2: 2,
  S3: 4,
  S4: 3,
  S5: 2,
  S6: 2,
  S7: 3,
  S8: 4,
  S9: 2,
  S10: 3,
  language: 2,
  action: 2,
};

/** Exercises one state; S0 finds the pages that the others visit. */
export async function runState(state: AuditState, plan: Plan, discovery: Discovery): Promise<StateRun> {
  const { visitor, finish } = await beginState(state, plan);
  return await finish(await exercise(visitor, plan, discovery));
}

/** Exercises S3, whose first half is S1: one visitor, two states. `onAccepted` hears of the first half's end. */
export async function runBothAnswers(
  plan: Plan,
  discovery: Discovery,
  onAccepted: (status: StateRun['status'], durationMs: number) => void,
): Promise<readonly StateRun[]> {
  const halves: Half[] = [];
  const onPage: Plan['onPage'] = (_state, url, phase) => plan.onPage(halves.length === 0 ? 'S1' : 'S3', url, phase);
  const { visitor, finish, durationMs } = await beginState('S3', { ...plan, onPage });
  const outcome = await visitWithdrawing(visitor, plan, {
    pages: discovery.pages,
    onAccepted: (accepted) => {
      const half = { verdict: ofAnswer(accepted), end: Date.now(), durationMs: durationMs() };
      halves.push({ ...half, visits: [...visitor.visits], problems: [...visitor.problems] });
      onAccepted(statusOf({ verdict: half.verdict, problems: visitor.problems }), half.durationMs);
    },
  });
  const whole = await finish(ofAnswer(outcome));
  return [...halves.map((half) => firstHalf(half, whole.evidence)), whole];
}

type Half = {
  readonly verdict: StateVerdict;
  readonly end: number;
  readonly durationMs: number;
  readonly visits: readonly PageVisit[];
  readonly problems: readonly Reason[];
};

function firstHalf(half: Half, evidence: Evidence): StateRun {
  const { verdict, end, durationMs, visits, problems } = half;
  const ofHalf = <T extends { readonly moment: Evidence['requests'][number]['moment'] }>(all: readonly T[]): readonly T[] =>
    all.filter(({ moment }) => moment.at <= end).map((one) => ({ ...one, moment: { ...one.moment, state: 'S1' } }));
  return {
    state: 'S1',
    status: statusOf(half),
    note: verdict.note,
    problems,
    visits,
    evidence: {
      cookieWrites: ofHalf(evidence.cookieWrites),
      storageWrites: ofHalf(evidence.storageWrites),
      snapshots: ofHalf(evidence.snapshots),
      requests: ofHalf(evidence.requests),
      refused: ofHalf(evidence.refused),
      observations: ofHalf(evidence.observations ?? []),
      leaks: ofHalf(evidence.leaks ?? []),
      bounces: ofHalf(evidence.bounces ?? []),
      decorations: ofHalf(evidence.decorations ?? []),
      beacons: ofHalf(evidence.beacons ?? []),
      tags: ofHalf(evidence.tags ?? []),
      fingerprints: ofHalf(evidence.fingerprints ?? []),
      tabNames: ofHalf(evidence.tabNames ?? []),
    },
    durationMs,
  };
}

function statusOf({ verdict, problems }: { readonly verdict: StateVerdict; readonly problems: readonly Reason[] }): StateRun['status'] {
  return verdict.status === 'exercised' && problems.length > 0 ? 'incomplete' : verdict.status;
}

type Begun = {
  readonly visitor: Visitor;
  readonly durationMs: () => number;
  readonly finish: (verdict: StateVerdict) => Promise<StateRun>;
};

async function beginState(state: AuditState, plan: Plan): Promise<Begun> {
  const start = performance.now();
  const durationMs = (): number => Math.round(performance.now() - start);
  const visitor = await createVisitor({
    browser: plan.browser,
    state,
    locale: plan.declaration?.languages[0] ?? 'en',
    budget: budgetOf(plan, rounds[state]),
    settling: plan.settling,
    scripts: state !== 'S6',
    stays: staysIn(state),
    types: state === 'S0' && plan.mayInteract && isLoopback(plan.home.hostname),
    ...(state === 'S5' && { prepare: sendSignal }),
    onPage: (url, phase) => plan.onPage(state, url, phase),
  });
  const finish = async (verdict: StateVerdict): Promise<StateRun> => {
    const evidence = await visitor.leave();
    const { problems, visits } = visitor;
    return { state, status: statusOf({ verdict, problems }), note: verdict.note, problems, visits, evidence, durationMs: durationMs() };
  };
  return { visitor, durationMs, finish };
}

// Without scripts nothing comes late, and S8 has no need of more. Inner pages of the other states are those of the first visit.
function staysIn(state: AuditState): Stays {
  if (state === 'S0') return 'everywhere';
  return state === 'S6' || state === 'S8' ? 'nowhere' : 'sometimes';
}

/** A state that had nothing to exercise. */
export function skippedState(state: AuditState, note: string, problems: readonly Reason[] = []): StateRun {
  const evidence = { cookieWrites: [], storageWrites: [], snapshots: [], requests: [], refused: [] };
  return { state, status: 'not-exercised', note, problems, visits: [], evidence, durationMs: 0 };
}

async function exercise(visitor: Visitor, plan: Plan, discovery: Discovery): Promise<StateVerdict> {
  const { pages } = discovery;
  switch (visitor.state) {
    case 'S0':
      return { status: (await visitFirst(visitor, plan, discovery)) ? 'exercised' : 'incomplete', note: null };
    case 'S1':
      return ofAnswer(await visitAccepting(visitor, plan, pages));
    case 'S2':
      return ofAnswer(await visitRejecting(visitor, plan, pages));
    case 'S3':
      return ofAnswer(await visitWithdrawing(visitor, plan, { pages, onAccepted: () => undefined }));
    case 'S4':
      return await visitUnanswered(visitor, plan, pages);
    case 'S5':
      return await visitWithSignal(visitor, plan, pages);
    case 'S6':
      return await visitWithoutScripts(visitor, plan, pages);
    case 'S7':
      return await visitAgain(visitor, plan, pages);
    case 'S8':
      return await visitWithLess(visitor, plan);
    case 'S10':
      return await visitAllowingOne(visitor, plan, pages);
    case 'S9':
      return ofSteps(await visitWithSteps(visitor, plan, plan.steps.logIn ?? [], pages.slice(0, 2)));
    case 'action':
      return ofSteps(await visitWithSteps(visitor, plan, plan.steps.action ?? [], []));
    case 'language':
      return ofSteps(await chooseLanguage(visitor, plan, pages.slice(0, 2)));
  }
}

async function chooseLanguage(visitor: Visitor, plan: Plan, pages: Pages): Promise<StepsOutcome> {
  const { language } = plan.steps;
  if (language !== undefined) return await visitWithSteps(visitor, plan, language, pages);
  return plan.mayInteract ? await visitChoosingLanguage(visitor, plan, pages) : 'nothing-to-do';
}

function ofAnswer(outcome: AnswerOutcome): StateVerdict {
  if (outcome === 'no-question') return { status: 'not-exercised', note: 'No question was found, and the declaration has none to put' };
  return { status: outcome === 'answered' ? 'exercised' : 'incomplete', note: null };
}

function ofSteps(outcome: StepsOutcome): StateVerdict {
  if (outcome === 'nothing-to-do') return { status: 'not-exercised', note: 'No steps were shipped and no language form was found' };
  return { status: outcome === 'done' ? 'exercised' : 'incomplete', note: null };
}
