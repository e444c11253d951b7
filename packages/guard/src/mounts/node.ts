// The guard in front of a server of Node's, outermost by construction.
import type { RequestListener, Server } from 'node:http';
import { createMachine, summarize } from '../machine.ts';
import type { Mount, MountOptions } from './mount.ts';
import { tellReady } from './mount.ts';
import { passBy, standBefore } from './stand-before.ts';

export type { Limit, MountName, Ready } from './limits.ts';
export { limitsOf } from './limits.ts';
export type { Mount, MountOptions } from './mount.ts';

/** Guards a server of `node:http` or `node:https`. Throws `GUARD_SERVER_UNFIT` for any other. */
export function guardServer(server: Server, options: MountOptions): Mount {
  const machine = createMachine(options);
  standBefore(machine, server);
  return tellReady('node', options, () => summarize(machine));
}

/** Guards a listener that somebody else's server calls; WebSockets are switched outside of it. */
export function guardListener(listener: RequestListener, options: MountOptions): RequestListener {
  const machine = createMachine(options);
  tellReady('express', options, () => summarize(machine));
  return (request, response) => passBy(machine, request, response, () => void listener(request, response));
}
