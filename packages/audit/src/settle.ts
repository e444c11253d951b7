// When is a page done? When the network has been quiet for a while; and in any case after a ceiling.
import type { NetworkLog } from './collect/network.ts';
import { createDeadline } from './within.ts';

/** How long nothing may move, how long to wait at least, and at most (milliseconds). */
export type Settling = { readonly quiet: number; readonly least: number; readonly most: number };

/** Fits pages that load in the course of a second; a page that polls or streams costs `most`. */
export const defaultSettling: Settling = { quiet: 400, least: 500, most: 6000 };

/** Waits until no request lacks a response and none is new; never longer than `most`. False when the ceiling ended it. */
export async function settle(network: NetworkLog, settling: Settling): Promise<boolean> {
  const start = performance.now();
  const end = createDeadline(settling.most);
  while (!end.passed()) {
    const waited = performance.now() - start;
    const quiet = Math.min(network.quietFor(), waited);
    if (quiet >= settling.quiet && waited >= settling.least) return true;
    await pause(Math.min(end.left(), 40));
  }
  return false;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
