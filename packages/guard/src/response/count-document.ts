// Pages that went out, counted here and told to whoever counts visits.
import type { Machine } from '../machine.ts';
import type { Visit } from '../request/visit.ts';
import { pageViewOf } from './page-view.ts';
import type { ResponsePlan } from './response-plan.ts';

/** Counts a response if it is a page. */
export function countDocument(machine: Machine, visit: Visit, status: number, plan: ResponsePlan): void {
  const { options, judge, faults, counts } = machine;
  if (plan.document !== 'page') return;
  counts.documents += 1;
  // A page that is only observed is passed on and nothing else.
  if (judge.modes.html === 'observe') return;
  const view = pageViewOf(judge.declaration, visit, { status, isPage: true, consent: plan.consent, now: options.now() });
  if (view === null || options.onPageView === undefined) return;
  try {
    // A counter may be asynchronous all the same; its failure must not become an unhandled one.
    void Promise.resolve(options.onPageView(view) as unknown).catch(() => faults.record('PAGE_VIEW_FAILED'));
  } catch {
    faults.record('PAGE_VIEW_FAILED');
  }
}
