// When is a page done? When the network has been quiet for a while and the page had its turn since; in any case after a ceiling.
import type { NetworkLog } from './collect/network.ts';
import { createDeadline, within } from './within.ts';

/** How long nothing may move, how long to wait at least, and at most (milliseconds). */
export type Settling = { readonly quiet: number; readonly least: number; readonly most: number };

/** Fits pages that load in the course of a second; a page that polls costs `most`. */
export const defaultSettling: Settling = { quiet: 400, least: 500, most: 6000 };

// A page that needs longer than this for its turn is busy, or the machine is: it gets another quiet spell.
const promptTurn = 100;

// A document may stay incomplete for good, for example while a film loads.
const mostTurns = 3;

/**
 * Waits until no request lacks a response, none is new, and `pulse` (null where the page is not to be asked) says that the page is
 * complete and had its turn; never longer than `most`. False when the ceiling ended it.
 */
export async function settle(
  network: Pick<NetworkLog, 'quietFor'>,
  settling: Settling,
  pulse: (() => Promise<boolean>) | null,
): Promise<boolean> {
  const end = createDeadline(settling.most);
  const least = createDeadline(settling.least);
  let since = performance.now();
  let turns = 0;
  while (!end.passed()) {
    const quiet = Math.min(network.quietFor(), performance.now() - since);
    if (quiet < settling.quiet || !least.passed()) {
      await pause(Math.min(end.left(), 20));
      continue;
    }
    if (pulse === null) return true;
    const asked = performance.now();
    const complete = await within(pulse(), end.left(), false);
    const took = performance.now() - asked;
    turns += 1;
    const enough = (complete && (took <= promptTurn || turns > 1)) || turns >= mostTurns;
    if (enough && network.quietFor() >= took) return true;
    since = performance.now();
  }
  return false;
}

/** Resolves after `ms` milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
