// What is left of a service's traces after a visitor took the yes back.
import type { Entry, Site } from '../entry.ts';
import type { Visit, Visitors } from '../visits.ts';
import { click, holds, wait } from '../visits.ts';
import { traces } from '../words.ts';

/** The traces by the way in which they were left. */
export type TraceKind = keyof typeof traces;

/** Which traces there were after the yes, and which of those were gone after it was taken back. */
export type Withdrawal = { readonly left: readonly TraceKind[]; readonly gone: readonly TraceKind[] };

const kinds = Object.keys(traces) as readonly TraceKind[];

async function heldTraces({ context, page }: Visit): Promise<readonly TraceKind[]> {
  const cookies = (await context.cookies()).map(({ name }) => name);
  const local = (await page.evaluate(`localStorage.getItem('${traces.local}') !== null`)) as boolean;
  return kinds.filter((kind) => (kind === 'local' ? local : cookies.includes(traces[kind])));
}

/** Accepts, lets the gated script leave its traces, withdraws, and looks again. */
export function measureWithdrawal(visitors: Visitors, entry: Entry, site: Site): Promise<Withdrawal | null> {
  const { accept, withdraw } = entry;
  if (accept === null || withdraw === null) return Promise.resolve(null);
  return visitors.visit({ probe: entry }, async (visit) => {
    await visit.page.goto(`${site.origin}/?traces`, { waitUntil: 'load' });
    await visit.usable();
    if (entry.deafFor !== undefined) await wait(entry.deafFor);
    await click(visit.page, accept);
    await holds(async () => (await heldTraces(visit)).length === kinds.length);
    const left = await heldTraces(visit);
    await withdraw(visit.page);
    const cleaned = await holds(async () => (await heldTraces(visit)).length === 0, 2000);
    const still = cleaned ? [] : await heldTraces(visit);
    return { left, gone: left.filter((kind) => !still.includes(kind)) };
  });
}
