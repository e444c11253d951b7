// The playground on one port of this machine: the index, the cells by host name, and the host of the maps.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { now } from 'candor/system';
import { arrivalLines } from './arrival.ts';
import type { Cell } from './cell.ts';
import { cellOf, domain, hostOf, mapHost } from './cell.ts';
import { PlaygroundError } from './errors.ts';
import { forward } from './forward.ts';
import { answerIndex } from './index-page/answer-index.ts';
import type { OpenCell } from './open-cell.ts';
import { openCell } from './open-cell.ts';
import { answerMap } from './site/map.ts';
import { answerSite } from './site/site.ts';

/** A running playground. `cells` is how many have been started. */
export type Playground = {
  readonly origin: string;
  readonly port: number;
  cells(): number;
  /** The address that brings a visitor into a cell's state and then to its page. */
  address(cell: Cell): string;
  close(): Promise<void>;
};

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    const busy = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (busy) throw new PlaygroundError('PLAYGROUND_PORT_BUSY', `Port ${port} is taken by another program; choose one with --port`);
    throw cause;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** Starts it; port 0 takes a free one. Cells are started by their first visitor. */
export async function startPlayground({ port = 0 }: { readonly port?: number } = {}): Promise<Playground> {
  const open = new Map<string, Promise<OpenCell>>();
  const place = { port: 0, upstream: '', folder: '' };
  const find = (host: string, cell: Cell): Promise<OpenCell> => {
    const found = open.get(host) ?? openCell(cell, { upstream: place.upstream, folder: place.folder, publicPort: place.port });
    open.set(host, found);
    // What failed once is tried anew for the next visitor.
    found.catch(() => open.delete(host));
    return found;
  };
  const visit = async (host: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (host === mapHost) return answerMap(response);
    const cell = cellOf(host);
    if (cell === null) return answerOther(host, request, response, place.port);
    const { identified, port: guarded } = await find(host, cell);
    if (request.url !== '/start') return forward(request, response, { port: guarded, gpc: cell.state === 'gpc' });
    response.writeHead(303, { location: '/', 'set-cookie': [...arrivalLines(cell, identified, now())], 'cache-control': 'no-store' }).end();
  };
  const site = createServer((request, response) => answerSite(request, response, place.port));
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    visit(host, request, response).catch((error: unknown) => answerFailure(response, error));
  });
  place.port = await listen(server, port);
  place.folder = await mkdtemp(join(tmpdir(), 'candor-playground-'));
  place.upstream = `http://127.0.0.1:${await listen(site, 0)}`;
  const close = async (): Promise<void> => {
    await closeServer(server);
    const cells = await Promise.allSettled(open.values());
    await Promise.all(cells.map((cell) => (cell.status === 'fulfilled' ? cell.value.close() : null)));
    await closeServer(site);
    await rm(place.folder, { recursive: true, force: true });
  };
  return {
    origin: `http://${domain}:${place.port}`,
    port: place.port,
    cells: () => open.size,
    address: (cell) => `http://${hostOf(cell)}:${place.port}/start`,
    close,
  };
}

// Whoever types the bare address comes to the name under which frames share the cells' cookies.
function answerOther(host: string, request: IncomingMessage, response: ServerResponse, port: number): void {
  if (host === domain) return answerIndex(request, response, port);
  if (/^(?:localhost|127\.0\.0\.1)$/.test(host)) {
    response.writeHead(302, { location: `http://${domain}:${port}${request.url ?? '/'}` }).end();
    return;
  }
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such cell\n');
}

function answerFailure(response: ServerResponse, error: unknown): void {
  // Whoever has left in the meantime is told nothing.
  if (response.closed || response.destroyed) return;
  console.error(error instanceof Error ? error.message : String(error));
  if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('This cell could not be started\n');
}
