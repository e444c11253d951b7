// The guard in front of every server that Fastify makes: it stands before Fastify itself, so that no hook and no hijacked reply is
// before it.
import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer } from 'node:http';
import type { ServerOptions as SecureOptions } from 'node:https';
import { createServer as createSecureServer } from 'node:https';
import type { Mount, MountOptions } from './mount.ts';
import { createStanding } from './mount.ts';
import { standBefore } from './stand-before.ts';

/** What Fastify passes on of its options. */
type Given = {
  readonly http?: ServerOptions | null;
  readonly https?: SecureOptions | null;
  readonly connectionTimeout?: number;
  readonly keepAliveTimeout?: number;
  readonly requestTimeout?: number;
};

/** A mount whose `serverFactory` goes into Fastify's options. */
export type FastifyMount = Mount & { readonly serverFactory: (handler: RequestListener, given: object) => Server };

function makeServer(handler: RequestListener, { http, https, connectionTimeout, keepAliveTimeout, requestTimeout }: Given): Server {
  const server = https ? createSecureServer(https, handler) : createServer(http ?? {}, handler);
  // What Fastify sets on servers of its own making.
  if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
  if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
  if (connectionTimeout !== undefined) server.setTimeout(connectionTimeout);
  return server;
}

/** Makes the guard. One guard stands before all servers of an application: Fastify makes one for each address of a host. */
export function guardFastify(options: MountOptions): FastifyMount {
  const { mount, machine } = createStanding('fastify', options);
  const serverFactory = (handler: RequestListener, given: object): Server => {
    const server = makeServer(handler, given);
    standBefore(machine, server);
    return server;
  };
  return { serverFactory, ...mount };
}
