// Eleven kinds of things that nobody declared, tried by a script at run time, with nothing but the page's own script against them.
import type { Entry, Site } from '../entry.ts';
import type { OtherSites } from '../sites.ts';
import type { Visit, Visitors } from '../visits.ts';
import { callInPage, click, holds, isVisible, wait } from '../visits.ts';
import type { Outcome, Outcomes, Undeclared } from './outcomes.ts';

const SETTLING = 1000;
const runs = { count: 0 };

/** Tries them twice: before a choice, and after "reject" on a new page. */
export async function measureUndeclared(visitors: Visitors, entry: Entry, site: Site, others: OtherSites): Promise<Undeclared> {
  const before = await visitors.visit({ probe: entry }, async (visit) => {
    await arrive(visit, site);
    return tryAll(visit, others);
  });
  const after = await visitors.visit({ probe: entry }, async (visit) => {
    await arrive(visit, site);
    const { banner, reject } = entry;
    if (banner !== null && reject !== null) {
      if (entry.deafFor !== undefined) await wait(entry.deafFor);
      await click(visit.page, reject);
      await holds(async () => !(await isVisible(visit.page, banner)));
      await visit.page.goto(`${site.origin}/`, { waitUntil: 'load' });
      await wait(300);
    }
    return tryAll(visit, others);
  });
  return { before, after };
}

async function arrive({ page, usable }: Visit, site: Site): Promise<void> {
  await page.goto(`${site.origin}/`, { waitUntil: 'load' });
  await usable();
}

async function tryAll({ page, context }: Visit, others: OtherSites): Promise<Outcomes> {
  runs.count += 1;
  const run = String(runs.count);
  const reached = { tracker: false };
  // The one address outside of the loopback: answered here, at the edge of the browser, where a request that was stopped never comes.
  await context.route('https://www.google-analytics.com/**', (route) => {
    reached.tracker = true;
    return route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  const early = (await page.evaluate(callInPage('undeclared.js', { origin: others.surroundings.undeclared, run }))) as readonly string[];
  const cookieNames = async (): Promise<readonly string[]> => (await context.cookies()).map(({ name }) => name);
  const first = await cookieNames();
  await wait(SETTLING);
  const last = await cookieNames();
  const left = (await page.evaluate('({ inline: window.benchUndeclared === 1, storage: localStorage.getItem("u_local") !== null })')) as {
    readonly inline: boolean;
    readonly storage: boolean;
  };
  const arrived = (kind: string): Outcome =>
    others.hits.some((target) => target.endsWith(`?run=${run}&kind=${kind}`)) ? 'passed' : 'stopped';
  const kept = (seen: boolean, stays: boolean): Outcome => (stays ? 'passed' : seen ? 'purged' : 'stopped');
  return {
    script: arrived('script'),
    inline: left.inline ? 'passed' : 'stopped',
    iframe: arrived('iframe'),
    image: arrived('image'),
    fetch: arrived('fetch'),
    xhr: arrived('xhr'),
    beacon: arrived('beacon'),
    'known tracker': reached.tracker ? 'passed' : 'stopped',
    cookie: kept(early.includes('cookie') || first.includes('u_script'), last.includes('u_script')),
    storage: kept(early.includes('storage'), left.storage),
    'set-cookie': kept(early.includes('set-cookie') || first.includes('u_header'), last.includes('u_header')),
  };
}
