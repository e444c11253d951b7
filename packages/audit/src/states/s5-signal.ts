// S5: a visitor whose browser sends Global Privacy Control, as a header and as a property.
import type { BrowserContext } from 'playwright-core';
import { callInPage } from '../collect/page-script.ts';
import { showSignal } from '../injected/show-signal.ts';
import { openAll } from './answers.ts';
import type { Pages } from './discovery.ts';
import type { Plan, StateVerdict } from './plan.ts';
import type { Visitor } from './visitor.ts';

/** Makes every page and frame of a device send and show the signal; workers as soon as the browser tells of them. */
export async function sendSignal(context: BrowserContext): Promise<void> {
  const script = callInPage(showSignal);
  await context.setExtraHTTPHeaders({ 'Sec-GPC': '1' });
  await context.addInitScript({ content: script });
  context.on('page', (page) => {
    page.on('worker', (worker) => {
      worker.evaluate(script).catch(() => undefined);
    });
  });
}

/** Visits the pages with the signal on. The note says what of the visit did not have it from its first line on. */
export async function visitWithSignal(visitor: Visitor, plan: Plan, pages: Pages): Promise<StateVerdict> {
  const context = visitor.page().context();
  const late = new Set<string>();
  const meet = (kind: string) => (): void => {
    late.add(kind);
  };
  visitor.page().on('worker', meet('workers saw the property only after their first lines'));
  context.on('serviceworker', meet('service workers were fetched without the header and did not see the property'));
  if (!(await visitor.open(plan.home.href))) return { status: 'incomplete', note: null };
  await openAll(visitor, plan.home, pages);
  const rest = 'requests of shared workers carried no header';
  return { status: 'exercised', note: `Pages and frames had header and property; ${[...late, rest].join('; ')}` };
}
