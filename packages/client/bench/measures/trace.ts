// How long scripts run while a page comes up on a slow processor, out of the browser's own trace. Nothing of the bench is in that page.
import type { Entry, Site } from '../entry.ts';
import type { Visitors } from '../visits.ts';
import { wait } from '../visits.ts';
import type { TraceEvent } from './trace-events.ts';
import { scriptTime } from './trace-events.ts';

/** One load: milliseconds in which the page's main thread compiled or ran scripts, whoever's they were. */
export type Traced = { readonly round: number; readonly script: number };

const categories = ['-*', 'blink.user_timing', 'devtools.timeline', 'v8'];
const QUIET = 150;

/** Loads the page once under a trace, until its main thread has done nothing more for a while. */
export function measureTrace(visitors: Visitors, entry: Entry, site: Site, round: number): Promise<Traced> {
  const url = `${site.origin}/`;
  return visitors.visit({ throttle: 4 }, async ({ page, devtools }) => {
    await devtools.send('Performance.enable');
    const busyTime = async (): Promise<number> => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    };
    await visitors.browser.startTracing(page, { categories, screenshots: false });
    await page.goto(url, { waitUntil: 'load' });
    for (let before = -1, at = 0; at < 20; at += 1) {
      const now = await busyTime();
      // Less than a hundredth of the time is what a page does at rest.
      if (before >= 0 && now - before < QUIET / 100_000) break;
      before = now;
      await wait(QUIET);
    }
    const trace = JSON.parse((await visitors.browser.stopTracing()).toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] };
    const script = scriptTime(trace.traceEvents, url);
    if (script === null) throw new Error(`The trace of ${entry.name} does not show its page`);
    return { round, script };
  });
}
