// S1, S2, S3: visitors who answer the question, and one who takes the answer back.
import type { Phase } from '../collect/observation.ts';
import type { Answering, PressKind } from '../question/answer-question.ts';
import { answerQuestion } from '../question/answer-question.ts';
import type { Answer } from '../question/choose-way.ts';
import { findControl } from '../question/find-question.ts';
import { press } from '../question/press.ts';
import type { Control } from '../question/question.ts';
import { askSecondOpinion } from '../question/second-opinion.ts';
import { pause } from '../settle.ts';
import { createDeadline } from '../within.ts';
import type { Pages } from './discovery.ts';
import type { Plan } from './plan.ts';
import type { ActPhases, Visitor } from './visitor.ts';

const openingPatience = 2500;

/** `answered`, or why there was no answer to give. */
export type AnswerOutcome = 'answered' | 'no-question' | 'failed';

/** S1: opens the home page and accepts, then the other pages. */
export async function visitAccepting(visitor: Visitor, plan: Plan, pages: Pages): Promise<AnswerOutcome> {
  const outcome = await answer(visitor, plan, 'accept');
  if (outcome === 'answered') await openAll(visitor, plan.home, pages);
  return outcome;
}

/** S2: opens the home page and rejects, then the other pages. */
export async function visitRejecting(visitor: Visitor, plan: Plan, pages: Pages): Promise<AnswerOutcome> {
  const outcome = await answer(visitor, plan, 'reject');
  if (outcome === 'answered') await openAll(visitor, plan.home, pages);
  return outcome;
}

/** S3: accepts, visits the pages, withdraws, and visits them again. `onAccepted` hears of the end of the first half, which is S1. */
export async function visitWithdrawing(
  visitor: Visitor,
  plan: Plan,
  { pages, onAccepted }: { readonly pages: Pages; readonly onAccepted: (outcome: AnswerOutcome) => void },
): Promise<AnswerOutcome> {
  const outcome = await visitAccepting(visitor, plan, pages);
  onAccepted(outcome);
  if (outcome !== 'answered') return outcome;
  if (!(await withdraw(visitor, plan))) return 'failed';
  await openAll(visitor, plan.home, pages);
  return 'answered';
}

async function answer(visitor: Visitor, plan: Plan, wish: Answer): Promise<AnswerOutcome> {
  if (!(await visitor.open(plan.home.href))) return 'failed';
  const phases =
    wish === 'accept' ? ({ during: 'accepting', after: 'accepted' } as const) : ({ during: 'rejecting', after: 'rejected' } as const);
  const answering = await answerQuestion(visitor.page(), wish, {
    // A notice that a script draws may come after the page has come to rest: where there must be one, it gets some time.
    patience: plan.asks ? plan.settling.most / 2 : 0,
    scroll: plan.asks,
    mayInteract: plan.mayInteract,
    perform: performAs(visitor, { before: 'unasked', ...phases }),
    ...(plan.mayInteract ? { otherwise: (_page, wanted) => askAnother(visitor, wanted, phases) } : {}),
  });
  return tell(visitor, plan, { wish, answering });
}

// What was not answered after all happens before an answer.
async function askAnother(visitor: Visitor, wish: Answer, phases: Pick<Turns, 'during' | 'after'>): Promise<boolean> {
  const done = await visitor.act((page) => askSecondOpinion(page, wish), phases);
  if (!done) visitor.recorder.enter('unasked');
  return done;
}

type Turns = { readonly before: Phase; readonly during: Phase; readonly after: Phase };

// What leads to the answer belongs to the time before it; what follows it, to the time after.
function performAs(visitor: Visitor, turns: Turns): (work: () => Promise<void>, kind: PressKind) => Promise<boolean> {
  let last = turns.before;
  return async (work, kind) => {
    const phases: ActPhases = kind === 'answer' ? turns : { during: last, after: last, slight: kind === 'switch' };
    const done = await visitor.act(work, phases);
    if (kind === 'answer') last = turns.after;
    return done;
  };
}

type Told = { readonly wish: Answer; readonly answering: Answering };

function tell(visitor: Visitor, plan: Plan, { wish, answering }: Told): AnswerOutcome {
  const { outcome, canAccept } = answering;
  if (outcome === 'answered') return 'answered';
  if (outcome === 'no-question' || !canAccept) {
    if (!plan.asks) return 'no-question';
    visitor.report({ code: 'AUDIT_NO_NOTICE', message: 'The declaration asks for consent, but no question was found on the home page' });
    return 'failed';
  }
  reportObstacle(visitor, wish, outcome);
  return 'failed';
}

function reportObstacle(visitor: Visitor, wish: Answer | 'withdraw', outcome: Answering['outcome']): void {
  switch (outcome) {
    case 'no-way':
      visitor.report({
        code: 'AUDIT_NO_REJECT',
        message: 'The question can be accepted, but no way to reject was found on any of its layers',
      });
      return;
    case 'needs-interact':
      visitor.report({
        code: 'AUDIT_NEEDS_INTERACT',
        message: `Pressing "${wish}" on this notice sends a form: allow it with --interact or ship steps`,
      });
      return;
    case 'covered':
      visitor.report({ code: 'AUDIT_STEP_FAILED', message: `The control for "${wish}" lies under something else wherever it was tried` });
      return;
    default:
      visitor.report({ code: 'AUDIT_STEP_FAILED', message: `The control for "${wish}" could not be pressed` });
  }
}

// Where withdrawing is: on the page, behind the way back, at the declared address, or as a rejection behind the way back.
async function withdraw(visitor: Visitor, plan: Plan): Promise<boolean> {
  const here = await findControl(visitor.page(), 'withdraw');
  if (here !== null) return await pressWithdrawal(visitor, plan, here);
  const wayBack = await findControl(visitor.page(), 'way-back');
  const isBack = wayBack !== null && (await visitor.act(pressing(wayBack), { during: 'accepted', after: 'accepted' }));
  if (!isBack && plan.declaration !== null) await visitor.open(new URL(`${plan.declaration.site.prefix}/preferences`, plan.home).href);
  const there = await awaitWithdrawal(visitor, isBack ? openingPatience : 0);
  if (there !== null) return await pressWithdrawal(visitor, plan, there);
  return await rejectInstead(visitor, plan, isBack);
}

// What the way back opens may come a moment after the page has come to rest.
async function awaitWithdrawal(visitor: Visitor, patience: number): Promise<Control | null> {
  const end = createDeadline(patience);
  for (;;) {
    const control = await findControl(visitor.page(), 'withdraw');
    if (control !== null || end.passed()) return control;
    await pause(100);
  }
}

async function rejectInstead(visitor: Visitor, plan: Plan, isOpening: boolean): Promise<boolean> {
  const answering = await answerQuestion(visitor.page(), 'reject', {
    patience: isOpening ? 1000 : 0,
    mayInteract: plan.mayInteract,
    perform: performAs(visitor, { before: 'accepted', during: 'withdrawing', after: 'withdrawn' }),
  });
  if (answering.outcome === 'answered') return true;
  const loose = await findControl(visitor.page(), 'reject');
  if (loose !== null && answering.outcome === 'no-question') return await pressWithdrawal(visitor, plan, loose);
  if (answering.outcome !== 'no-question' && answering.outcome !== 'no-way') reportObstacle(visitor, 'withdraw', answering.outcome);
  else visitor.report({ code: 'AUDIT_NO_WITHDRAWAL', message: 'No way to withdraw was found after accepting: offer one on every page' });
  return false;
}

async function pressWithdrawal(visitor: Visitor, plan: Plan, control: Control): Promise<boolean> {
  if (control.submits && !plan.mayInteract) {
    reportObstacle(visitor, 'withdraw', 'needs-interact');
    return false;
  }
  const done = await visitor.act(pressing(control), { during: 'withdrawing', after: 'withdrawn' });
  if (!done) reportObstacle(visitor, 'withdraw', 'failed');
  return done;
}

function pressing(control: Control): Parameters<Visitor['act']>[0] {
  return async (page) => (await press(page, control.handle)) === 'pressed';
}

/** Opens the home page and then the others, one after the other; a failure is the visitor's to report. */
export async function openAll(visitor: Visitor, home: URL, pages: Pages): Promise<void> {
  await visitor.open(home.href);
  for (const known of pages) {
    const url = await known;
    if (url === null) return;
    await visitor.open(url);
  }
}
