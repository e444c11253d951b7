// S1, S2, S3: visitors who answer the notice, and one who takes the answer back.
import type { Phase } from '../collect/observation.ts';
import { pause } from '../settle.ts';
import { createDeadline } from '../within.ts';
import type { Pages } from './discovery.ts';
import type { Wish } from './lexicon.ts';
import type { Control } from './notice.ts';
import { findControl } from './notice.ts';
import type { Plan } from './plan.ts';
import type { Visitor } from './visitor.ts';
import { press } from './visitor.ts';

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
  const control = await findWithdrawal(visitor, plan);
  if (control === null) {
    visitor.report({ code: 'AUDIT_NO_WITHDRAWAL', message: 'No way to withdraw was found after accepting: offer one on every page' });
    return 'failed';
  }
  if (!(await pressControl(visitor, plan, { control, wish: 'withdraw', during: 'withdrawing', after: 'withdrawn' }))) return 'failed';
  await openAll(visitor, plan.home, pages);
  return 'answered';
}

async function answer(visitor: Visitor, plan: Plan, wish: 'accept' | 'reject'): Promise<AnswerOutcome> {
  if (!(await visitor.open(plan.home.href))) return 'failed';
  const accept = await findQuestion(visitor, plan);
  if (accept === null) {
    if (!plan.asks) return 'no-question';
    visitor.report({ code: 'AUDIT_NO_NOTICE', message: 'The declaration asks for consent, but no question was found on the home page' });
    return 'failed';
  }
  if (wish === 'accept') return await give(visitor, plan, { control: accept, wish, during: 'accepting', after: 'accepted' });
  const reject = (await findControl(visitor.page(), 'reject')) ?? (await findRejectInside(visitor, plan));
  if (reject === null) {
    visitor.report({
      code: 'AUDIT_NO_REJECT',
      message: 'The question can be accepted, but no way to reject was found on its first two layers',
    });
    return 'failed';
  }
  return await give(visitor, plan, { control: reject, wish, during: 'rejecting', after: 'rejected' });
}

// A notice that a script draws may come after the page has come to rest: where there must be one, it gets some time.
async function findQuestion(visitor: Visitor, plan: Plan): Promise<Control | null> {
  const end = createDeadline(plan.asks ? plan.settling.most / 2 : 0);
  for (;;) {
    const accept = await findControl(visitor.page(), 'accept');
    if (accept !== null || end.passed()) return accept;
    await pause(100);
  }
}

async function findRejectInside(visitor: Visitor, plan: Plan): Promise<Control | null> {
  const preferences = await findControl(visitor.page(), 'preferences');
  if (preferences === null) return null;
  const opened = await pressControl(visitor, plan, { control: preferences, wish: 'preferences', during: 'unasked', after: 'unasked' });
  return opened ? await findControl(visitor.page(), 'reject') : null;
}

// Where withdrawing is: on the page, behind the way back, at the declared address, or as a rejection behind the way back.
async function findWithdrawal(visitor: Visitor, plan: Plan): Promise<Control | null> {
  const here = await findControl(visitor.page(), 'withdraw');
  if (here !== null) return here;
  const wayBack = await findControl(visitor.page(), 'way-back');
  if (wayBack !== null) {
    await pressControl(visitor, plan, { control: wayBack, wish: 'way-back', during: 'accepted', after: 'accepted' });
  } else if (plan.declaration !== null) {
    await visitor.open(new URL(`${plan.declaration.site.prefix}/preferences`, plan.home).href);
  }
  return (await findControl(visitor.page(), 'withdraw')) ?? (await findControl(visitor.page(), 'reject'));
}

type Pressing = { readonly control: Control; readonly wish: Wish; readonly during: Phase; readonly after: Phase };

async function give(visitor: Visitor, plan: Plan, pressing: Pressing): Promise<AnswerOutcome> {
  return (await pressControl(visitor, plan, pressing)) ? 'answered' : 'failed';
}

async function pressControl(visitor: Visitor, plan: Plan, pressing: Pressing): Promise<boolean> {
  const { control, wish, during, after } = pressing;
  if (control.submits && !plan.mayInteract) {
    visitor.report({
      code: 'AUDIT_NEEDS_INTERACT',
      message: `Pressing "${wish}" on this notice sends a form: allow it with --interact or ship steps`,
    });
    return false;
  }
  const done = await visitor.act(press(control.locator), { during, after });
  if (!done) visitor.report({ code: 'AUDIT_STEP_FAILED', message: `The control for "${wish}" could not be pressed` });
  return done;
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
