// What every mount takes and gives.
import type { FilterOptions } from '../contract.ts';
import type { Filter } from '../filter.ts';
import type { Machine } from '../machine.ts';
import { createMachine, summarize } from '../machine.ts';
import { reload } from '../reload.ts';
import type { Limit, MountName, Ready } from './limits.ts';
import { limitsOf, printReady } from './limits.ts';

/** `onReady` is told once, when the mount is made, what it cannot hold; without it that is printed. */
export type MountOptions = FilterOptions & { readonly onReady?: (ready: Ready) => void };

/** A guard that stands in an application. */
export type Mount = Pick<Filter, 'reload' | 'report'> & { readonly limits: readonly Limit[] };

/** A mount whose machine is asked for anew by each request: another declaration takes its place. */
export type Standing = { readonly mount: Mount; machine(): Machine };

/** Tells what a mount cannot hold. */
export function tellReady(mount: MountName, { onReady = printReady }: MountOptions): readonly Limit[] {
  const limits = limitsOf(mount);
  onReady({ mount, limits });
  return limits;
}

/** Compiles the declaration for a mount in Node. Throws `GUARD_CLIENT_UNFIT`. */
export function createStanding(name: MountName, options: MountOptions): Standing {
  let machine = createMachine(options);
  const mount: Mount = {
    limits: tellReady(name, options),
    report: () => summarize(machine),
    reload: (declaration) => {
      const next = reload(machine, options, declaration);
      machine = next.machine;
      return next.outcome;
    },
  };
  return { mount, machine: () => machine };
}
