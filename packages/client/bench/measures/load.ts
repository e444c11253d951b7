// One load of one entry on a slow processor: when its question can be answered, what moved, what was asked for, and one click.
import type { Entry, Site } from '../entry.ts';
import { heroPath } from '../page.ts';
import type { Visitors } from '../visits.ts';
import { click, holds, wait } from '../visits.ts';

/** Which button is pressed at the end of a load. */
export type Deed = 'accept' | 'reject';

/** What one load gave; times in milliseconds since the navigation began, or since the click. */
export type Load = {
  readonly round: number;
  readonly usable: number;
  readonly responseStart: number;
  readonly shift: number;
  /** What moved, by id or tag. */
  readonly moved: readonly string[];
  readonly largestInBanner: boolean;
  /** Requests begun before the question could be answered, without the page's own. */
  readonly requests: readonly string[];
  readonly click: Click | null;
};

/** `task` is the whole task of the click, from its first listener until the next task could run. */
export type Click = { readonly deed: Deed; readonly task: number; readonly inlineAfter: number | null; readonly sameTask: boolean };

type Probe = {
  readonly usable: number;
  readonly shift: number;
  readonly moved: readonly string[];
  readonly largest: { readonly inBanner: boolean } | null;
  readonly task: number;
  readonly sameTask: boolean;
  readonly clicked: number;
};

const readState = `new Promise((done) => setTimeout(() => requestAnimationFrame(() => done({
  probe: benchProbe,
  responseStart: performance.getEntriesByType('navigation')[0].responseStart,
  resources: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ path: new URL(name).pathname, startTime })),
})), 50))`;

type State = {
  readonly probe: Probe;
  readonly responseStart: number;
  readonly resources: readonly { readonly path: string; readonly startTime: number }[];
};

/** Loads the page once. */
export function measureLoad(
  visitors: Visitors,
  entry: Entry,
  site: Site,
  { round, deed }: { readonly round: number; readonly deed: Deed },
): Promise<Load> {
  return visitors.visit({ probe: entry, throttle: 4 }, async ({ page, usable }) => {
    await page.goto(`${site.origin}/`, { waitUntil: 'load' });
    await usable();
    const { probe, responseStart, resources } = (await page.evaluate(readState)) as State;
    const requests = resources.filter(({ path, startTime }) => path !== heroPath && startTime < probe.usable).map(({ path }) => path);
    const { usable: at, shift, moved, largest } = probe;
    return { round, usable: at, responseStart, shift, moved, largestInBanner: largest?.inBanner ?? false, requests, click: await press() };

    async function press(): Promise<Click | null> {
      const target = entry[deed];
      if (target === null || entry.kind === 'baseline') return null;
      if (entry.deafFor !== undefined) await wait(entry.deafFor);
      await click(page, target);
      const readClick = async (): Promise<{ readonly probe: Probe; readonly inline: number | null }> =>
        (await page.evaluate('({ probe: benchProbe, inline: window.benchInline ?? null })')) as never;
      const after = { last: await readClick() };
      await holds(async () => {
        after.last = await readClick();
        return after.last.probe.task > 0 && (deed === 'reject' || after.last.inline !== null);
      });
      const { probe: clicked, inline } = after.last;
      return { deed, task: clicked.task, inlineAfter: inline === null ? null : inline - clicked.clicked, sameTask: clicked.sameTask };
    }
  });
}
