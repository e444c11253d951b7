// Runs probes, each as a visitor of its own, and says what became of each.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readTraces } from './device.ts';
import { knownTracker } from './kinds.ts';
import type { Outcome, Probe } from './probe.ts';
import type { Attempt } from './site.ts';
import type { ProbeStand, Setting } from './stand.ts';

/** Milliseconds to wait for something to come. Unguarded it has to come; elsewhere it is only looked for. */
const patience = { bare: 6000, alone: 900, guarded: 900 } as const;

const state = { attempts: 0 };

/** Whether a condition holds within a time. */
async function holds(condition: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

type Run = { readonly stand: ProbeStand; readonly setting: Setting; readonly page: Page; readonly attempt: Attempt };

/** Begins a page and waits until its probe has run; the rest of the page is not there yet. */
async function begin({ stand, setting, page, attempt: { probe, number } }: Run): Promise<void> {
  await page.goto(`${stand.origins[setting]}/probe/${probe.id}?${number}`, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-probe]', { state: 'attached', timeout: 3000 }).catch(() => undefined);
}

async function sends(run: Run): Promise<Outcome> {
  const { stand, setting, page, attempt } = run;
  const arrived = (): boolean => stand.hits.seen.has(attempt.number);
  await begin(run);
  await holds(arrived, patience[setting] / 3);
  stand.site.release(attempt.number);
  await page.waitForLoadState('load').catch(() => undefined);
  return (await holds(arrived, patience[setting])) ? 'through' : 'stopped';
}

async function stores(run: Run, trace: string): Promise<Outcome> {
  const { stand, setting, page, attempt } = run;
  const isThere = async (): Promise<boolean> => (await readTraces(page)).includes(trace);
  const isGone = async (): Promise<boolean> => !(await isThere());
  await begin(run);
  const early = await holds(isThere, patience[setting] / 3);
  stand.site.release(attempt.number);
  await page.waitForLoadState('load');
  if (setting === 'bare') return early ? 'through' : 'stopped';
  const seen = early || (await isThere());
  // What a tab keeps with its entry of the history is not of the next page.
  const stays = trace.startsWith('history:');
  if (await holds(isGone, patience[setting])) return seen ? 'purged' : 'stopped';
  if (!stays) await page.goto(stand.origins[setting] + (attempt.probe.next ?? '/next'), { waitUntil: 'load' });
  return (await holds(isGone, patience[setting])) ? 'purged' : 'through';
}

async function prepare(context: BrowserContext, { hits }: ProbeStand, { number, probe }: Attempt): Promise<void> {
  if (probe.id !== 'kind-known-tracker') return;
  await context.route(`${knownTracker}**`, (route) => {
    hits.add(number);
    return route.fulfill({ contentType: 'text/javascript', body: '' });
  });
}

/** Runs one probe in one setting. */
export async function runProbe(browser: Browser, stand: ProbeStand, setting: Setting, probe: Probe): Promise<Outcome> {
  state.attempts += 1;
  const number = String(state.attempts);
  const ears = await stand.tracker.listenFor(number);
  const attempt: Attempt = { number, probe, ears };
  stand.site.begin(attempt);
  const context = await browser.newContext();
  try {
    await prepare(context, stand, attempt);
    const run: Run = { stand, setting, page: await context.newPage(), attempt };
    return await (probe.leaves === undefined ? sends(run) : stores(run, probe.leaves));
  } finally {
    stand.site.release(number);
    await context.close();
    await ears.close();
  }
}

/** Runs them, a few at a time; what became of each by its id. */
export async function runProbes(
  browser: Browser,
  stand: ProbeStand,
  setting: Setting,
  probes: readonly Probe[],
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const left = [...probes];
  const work = async (): Promise<void> => {
    for (let probe = left.shift(); probe !== undefined; probe = left.shift())
      outcomes.set(probe.id, await runProbe(browser, stand, setting, probe));
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return outcomes;
}
