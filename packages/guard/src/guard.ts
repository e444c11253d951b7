// A guard's lifetime: a server, its connections, and their end.

import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { createClosing } from './closing.ts';
import type { Guard, GuardOptions } from './contract.ts';
import { GuardError } from './errors.ts';
import { createMachine, summarize } from './machine.ts';
import { createOrigin } from './origin/origin.ts';
import type { ReverseProxy } from './proxy/exchange.ts';
import { handleRequest } from './proxy/exchange.ts';
import { handleUpgrade } from './proxy/upgrade.ts';
import { reload } from './reload.ts';

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

/** The sockets of a server, from the first byte of each to its last. */
function followSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** A reverse proxy that lets through what is declared and allowed. Throws `GUARD_UPSTREAM_INVALID`; opens nothing before `listen`. */
export function createGuard(options: GuardOptions): Guard {
  const { head: headLimit, body: bodyLimit } = options.upstreamLimits ?? PATIENCE;
  const origin = createOrigin(options.upstream, { ...options.upstreamTls, headLimit, bodyLimit });
  let machine: ReverseProxy = { ...createMachine(options), origin };
  const { kept } = machine;
  const upgraded = new Set<Socket>();
  const server = createServer({ maxHeaderSize: REQUEST_HEAD_LIMIT, insecureHTTPParser: false, noDelay: true }, (request, response) => {
    closing.prepare(response);
    void handleRequest(machine, request, response);
  });
  const sockets = followSockets(server);
  const farewell = (socket: Socket): void => {
    const end = kept.farewells.get(socket);
    if (end === undefined) socket.end();
    else end();
  };
  const closing = createClosing({ server, sockets, upgraded, responses: kept.traffic.open, farewell });
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
  kept.gauges.push(
    { name: 'candor_guard_connections', help: 'Connections of visitors', read: () => sockets.size },
    { name: 'candor_guard_site_connections', help: 'Connections to the site', read: () => origin.connections() },
    { name: 'candor_guard_upgraded_connections', help: 'Connections that became WebSockets, or are about to', read: () => upgraded.size },
  );
  return {
    listen: async (address) => {
      const listening = await listenOn(server, address);
      kept.tell({ event: 'started', mode: options.mode, declaration: options.declaration?.id ?? null });
      return listening;
    },
    close: async ({ grace = 0 } = {}) => {
      const isFirst = !closing.isClosing();
      const cut = await closing.close(grace);
      origin.close();
      if (isFirst) kept.tell({ event: 'stopped', requests: kept.counts.requests, documents: kept.counts.documents, cut });
    },
    reload: (declaration) => {
      const { outcome, machine: next } = reload(machine, options, declaration);
      machine = { ...next, origin };
      return outcome;
    },
    recordFault: (code) => kept.faults.record(code),
    report: () => summarize(machine),
  };
}
