// A guard's lifetime: a server, its connections, and their end.

import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Guard, GuardOptions } from './contract.ts';
import { GuardError } from './errors.ts';
import { createMachine, summarize } from './machine.ts';
import { createOrigin } from './origin/origin.ts';
import type { ReverseProxy } from './proxy/exchange.ts';
import { handleRequest } from './proxy/exchange.ts';
import { handleUpgrade } from './proxy/upgrade.ts';

const REQUEST_HEAD_LIMIT = 65_536;
const PATIENCE = { head: 60_000, body: 300_000 } as const;

function listenOn(server: Server, { host, port }: { readonly host: string; readonly port: number }): Promise<{ readonly port: number }> {
  return new Promise((resolve, reject) => {
    const failed = (cause: NodeJS.ErrnoException): void => {
      reject(new GuardError(cause.code === 'EADDRINUSE' ? 'GUARD_PORT_BUSY' : 'GUARD_LISTEN_FAILED', `${host}:${port}`, cause));
    };
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

/** A reverse proxy that lets through what is declared and allowed. Throws `GUARD_UPSTREAM_INVALID`; opens nothing before `listen`. */
export function createGuard(options: GuardOptions): Guard {
  const { head: headLimit, body: bodyLimit } = options.upstreamLimits ?? PATIENCE;
  const origin = createOrigin(options.upstream, { ...options.upstreamTls, headLimit, bodyLimit });
  const machine: ReverseProxy = { ...createMachine(options), origin };
  const upgraded = new Set<Socket>();
  const server = createServer({ maxHeaderSize: REQUEST_HEAD_LIMIT, insecureHTTPParser: false, noDelay: true }, (request, response) => {
    void handleRequest(machine, request, response);
  });
  server.on('upgrade', (request, socket: Socket, head) => {
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    handleUpgrade(machine, request, socket, Uint8Array.from(head)).catch(() => {
      machine.faults.record('DECIDER_FAILED');
      socket.destroy();
    });
  });
  // By default Node leaves out what comes after the two thousandth line, a signal or a length among it.
  server.maxHeadersCount = 0;
  return {
    listen: (address) => listenOn(server, address),
    close: async () => {
      const closed = server.listening ? new Promise<void>((resolve) => server.close(() => resolve())) : Promise.resolve();
      for (const socket of upgraded) socket.destroy();
      server.closeAllConnections();
      origin.close();
      await closed;
    },
    report: () => summarize(machine),
  };
}
