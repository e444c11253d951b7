// The guard in front of Django, wired as the command wires it.

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { System } from 'candor/system';
import { startSystem } from 'candor/system';
import { declarationAt, host } from './declaration.ts';

/** `port` 0 takes a free one. `trustForwarded`: a TLS terminator stands in front. */
export type GuardedOptions = { readonly upstream: string; readonly port: number; readonly trustForwarded?: boolean };

/** A guard with everything behind it. `origin` is what visitors type. */
export type Guarded = {
  readonly origin: string;
  readonly port: number;
  readonly system: System;
  readonly close: () => Promise<void>;
};

/** Starts guard, policy, preferences and ledger in front of a running Django, with a folder of their own. */
export async function guardLibrary({ upstream, port: wanted, trustForwarded = false }: GuardedOptions): Promise<Guarded> {
  // The declaration names the port, so it is known before the guard is.
  const port = wanted === 0 ? await findFreePort() : wanted;
  const origin = `http://${host}:${port}`;
  const dataDirectory = await mkdtemp(join(tmpdir(), 'candor-library-'));
  const remove = (): Promise<void> => rm(dataDirectory, { recursive: true, force: true });
  try {
    const system = await startSystem({
      declaration: declarationAt(port),
      upstream,
      dataDirectory,
      mode: 'enforce',
      trustForwarded,
      listen: async (guard) => {
        await guard.listen({ host: '127.0.0.1', port });
        return { publicOrigin: origin };
      },
    });
    const close = async (): Promise<void> => {
      await system.close();
      await remove();
    };
    return { origin, port, system, close };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
