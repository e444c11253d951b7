// What every mount takes and gives.
import type { FilterOptions, GuardSummary } from '../contract.ts';
import type { Limit, MountName, Ready } from './limits.ts';
import { limitsOf, printReady } from './limits.ts';

/** `onReady` is told once, when the mount is made, what it cannot hold; without it that is printed. */
export type MountOptions = FilterOptions & { readonly onReady?: (ready: Ready) => void };

/** A guard that stands in an application. */
export type Mount = { readonly limits: readonly Limit[]; report(): GuardSummary };

/** Tells what a mount cannot hold, and gives its handle. */
export function tellReady(mount: MountName, { onReady = printReady }: MountOptions, report: () => GuardSummary): Mount {
  const limits = limitsOf(mount);
  onReady({ mount, limits });
  return { limits, report };
}
