// One server for all sites of the corpus: a host for each site and for each party it loads from.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { corpusSites } from './catalogue.ts';
import { findPeerSites } from './families/peers.ts';
import { CORPUS_LOG_PATH } from './page-scripts.ts';
import type { SiteRequest, SiteResponse } from './respond.ts';
import type { RunningSite, ServedSite } from './running-site.ts';
import { serveSite } from './running-site.ts';
import type { CorpusSite } from './site.ts';
import type { CorpusEntry } from './truth.ts';

/** The running corpus. Its sites are there under their own names until `close`. */
export type Corpus = {
  readonly port: number;
  readonly sites: readonly RunningSite[];
  /** Published questions that are not installed and therefore have no site here. */
  readonly missingPeers: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * Which sites: all of them unless given. Published questions are added where `peersFrom`, the path or address of a file, can import
 * them; this one unless given, none where it is null.
 */
export type CorpusOptions = { readonly sites?: readonly CorpusSite[]; readonly peersFrom?: string | null };

const longestBody = 1_000_000;
const longestDelay = 5000;

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request) {
    if (!(piece instanceof Uint8Array)) continue;
    length += piece.length;
    if (length <= longestBody) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function readRequest(request: IncomingMessage): Promise<SiteRequest> {
  const host = (request.headers.host ?? '').split(':')[0] ?? '';
  const url = new URL(request.url ?? '/', 'http://site.localhost');
  const header = (name: string): string => [request.headers[name] ?? ''].flat().join('; ');
  return { host, method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body: await readBody(request), header };
}

function write(response: ServerResponse, { status, headers, body, send }: SiteResponse): void {
  send();
  response.writeHead(
    status,
    headers.flatMap(([name, value]) => [name, value]),
  );
  response.end(body);
}

// What a page tells of itself is what its own script wrote here: its shape is the one that page-scripts.ts sends.
function hear({ log }: ServedSite, { host, body, header }: SiteRequest): void {
  const { at, phase, deed } = JSON.parse(body) as { at?: number; phase: CorpusEntry['phase']; deed: CorpusEntry['deed'] };
  const now = Date.now();
  // A visitor's clock may have been moved: then the time of arrival is the best that there is.
  const believed = at !== undefined && at <= now && now - at < longestDelay;
  log({ at: believed ? at : now, phase, gpc: header('sec-gpc') === '1', deed: { ...deed, host } });
}

const allowAll = (origin: string): readonly (readonly [string, string])[] => [
  ['access-control-allow-origin', origin],
  ['access-control-allow-credentials', 'true'],
  ['access-control-allow-headers', 'content-type'],
  ['access-control-allow-methods', 'GET, POST, PUT'],
];

async function answer(
  sites: ReadonlyMap<string, ServedSite>,
  timers: Set<NodeJS.Timeout>,
  [incoming, response]: readonly [IncomingMessage, ServerResponse],
): Promise<void> {
  const request = await readRequest(incoming);
  const served = sites.get(request.host);
  if (served === undefined) return write(response, { status: 404, headers: [], body: '', after: 0, send: () => undefined });
  const empty = { status: 204, headers: [], body: '', after: 0, send: () => undefined };
  if (request.path === '/favicon.ico') return write(response, empty);
  if (request.path === CORPUS_LOG_PATH) {
    hear(served, request);
    return write(response, empty);
  }
  if (request.method === 'OPTIONS') return write(response, { ...empty, headers: allowAll(request.header('origin')) });
  const made = served.answer(request);
  if (made.after === 0) return write(response, made);
  const timer = setTimeout(() => {
    timers.delete(timer);
    write(response, made);
  }, made.after);
  timers.add(timer);
}

// A WebSocket that says nothing: its handshake is what matters.
function shakeHands(sites: ReadonlyMap<string, ServedSite>, request: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  const header = (name: string): string => [request.headers[name] ?? ''].flat().join('; ');
  const url = new URL(request.url ?? '/', 'http://site.localhost');
  const host = (request.headers.host ?? '').split(':')[0] ?? '';
  const made = sites.get(host)?.answer({ host, method: 'GET', path: url.pathname, query: url.searchParams, body: '', header });
  if (made === undefined) return void socket.destroy();
  const accept = createHash('sha1')
    .update(`${header('sec-websocket-key')}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  const cookies = made.headers.filter(([name]) => name === 'set-cookie').map(([name, value]) => `${name}: ${value}\r\n`);
  made.send();
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${cookies.join('')}\r\n`,
  );
}

function hostsOf(served: readonly ServedSite[]): ReadonlyMap<string, ServedSite> {
  const hosts = new Map<string, ServedSite>();
  for (const one of served) {
    for (const host of one.site.hosts) {
      if (hosts.has(host))
        throw new TypeError(`Two sites of the corpus share the host "${host}": "${one.site.id}" and "${hosts.get(host)?.site.id}"`);
      hosts.set(host, one);
    }
  }
  return hosts;
}

async function end(server: Server, timers: ReadonlySet<NodeJS.Timeout>, sockets: ReadonlySet<Duplex>): Promise<void> {
  for (const timer of timers) clearTimeout(timer);
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** Starts the sites on one free loopback port. */
export async function startCorpus({ sites = corpusSites, peersFrom = import.meta.url }: CorpusOptions = {}): Promise<Corpus> {
  const peers = peersFrom === null ? { sites: [], missing: [] } : findPeerSites(peersFrom);
  let hosts: ReadonlyMap<string, ServedSite> = new Map();
  const timers = new Set<NodeJS.Timeout>();
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    answer(hosts, timers, [request, response]).catch((cause: unknown) => response.destroy(cause instanceof Error ? cause : undefined));
  });
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    shakeHands(hosts, request, socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const served = [...sites, ...peers.sites].map((one) => serveSite(one, port));
    hosts = hostsOf(served);
    return { port, sites: served.map(({ site }) => site), missingPeers: peers.missing, close: () => end(server, timers, sockets) };
  } catch (cause) {
    await end(server, timers, sockets);
    throw cause;
  }
}
