// What every program of the bench is: it starts before a site and says where it listens.
import { once } from 'node:events';
import type { Server } from 'node:http';

/** Where the site is. */
export type Upstream = { readonly host: string; readonly port: number };

/** Where the program listens. */
export type Started = { readonly port: number };

/** A program. `upstream` is not read by one that is a site itself. */
export type Program = { start(upstream: Upstream): Promise<Started> };

/** Listens on a free port of the loopback. */
export async function listenAnywhere(server: Server): Promise<Started> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0 };
}
