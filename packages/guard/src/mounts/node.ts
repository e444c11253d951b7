// The guard in front of a server of Node's, outermost by construction.
import type { RequestListener, Server } from 'node:http';
import type { Mount, MountOptions } from './mount.ts';
import { createStanding } from './mount.ts';
import { passBy, standBefore } from './stand-before.ts';

export type { Limit, MountName, Ready } from './limits.ts';
export { limitsOf } from './limits.ts';
export type { Mount, MountOptions } from './mount.ts';

/** A mount and the listener to give to the server. */
export type ListenerMount = Mount & { readonly listener: RequestListener };

/** Guards a server of `node:http` or `node:https`. Throws `GUARD_SERVER_UNFIT` for any other. */
export function guardServer(server: Server, options: MountOptions): Mount {
  const { mount, machine } = createStanding('node', options);
  standBefore(machine, server);
  return mount;
}

/** Guards a listener that somebody else's server calls; WebSockets are switched outside of it. */
export function guardListener(listener: RequestListener, options: MountOptions): ListenerMount {
  const { mount, machine } = createStanding('listener', options);
  return { ...mount, listener: (request, response) => passBy(machine(), request, response, () => void listener(request, response)) };
}
