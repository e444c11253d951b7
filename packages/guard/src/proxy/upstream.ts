// One request to the site, on Node's client with a raw header list.
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Agent, request as openRequest } from 'node:http';
import type { Duplex, Readable } from 'node:stream';
import { GuardError } from '../errors.ts';
import type { HeaderList } from '../header-list.ts';
import { toFlat } from '../header-list.ts';

/** Where the site answers. */
export type Upstream = {
  readonly hostname: string;
  readonly port: number;
  readonly authority: string;
  readonly agent: Agent;
  close(): void;
};

/** What goes there. A null body ends the request at once. */
export type UpstreamRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderList;
  readonly body: Readable | null;
};

/** What may come back. Exactly one of response, upgrade and error ends it; informational ones may come first. */
export type UpstreamHandlers = {
  information?(headers: readonly string[], status: number): void;
  response(message: IncomingMessage): void;
  upgrade?(message: IncomingMessage, socket: Duplex, head: Uint8Array): void;
  error(): void;
};

/** Sites that set hundreds of cookies worked before; their heads still do. */
const RESPONSE_HEAD_LIMIT = 262_144;
/** A site that announces its answer more often than this never gives one. */
const MOST_ANNOUNCEMENTS = 64;
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Reads `http://host:port`; throws `GUARD_UPSTREAM_INVALID`. */
export function createUpstream(address: string): Upstream {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'http:' || url.pathname !== '/' || url.search !== '' || url.username !== '')
    throw new GuardError('GUARD_UPSTREAM_INVALID', address);
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  return {
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || '80'),
    authority: url.host,
    agent,
    close: () => agent.destroy(),
  };
}

/** Sends a request and returns a way to give it up. A kept connection that the site had closed is tried once more. */
export function sendUpstream(upstream: Upstream, request: UpstreamRequest, handlers: UpstreamHandlers): { destroy(): void } {
  let current: ClientRequest | null = null;
  let ended = false;
  const attempt = (retries: number): void => {
    const options = {
      host: upstream.hostname,
      port: upstream.port,
      method: request.method,
      path: request.path,
      setHost: false,
      agent: handlers.upgrade === undefined ? upstream.agent : false,
      maxHeaderSize: RESPONSE_HEAD_LIMIT,
    };
    // Node takes a flat list too and writes it as it is; its type does not say so.
    const outgoing = openRequest(Object.assign<RequestOptions, object>(options, { headers: toFlat(request.headers) }));
    current = outgoing;
    // Without this Node leaves out what comes after the two thousandth line.
    outgoing.maxHeadersCount = 0;
    let announcements = 0;
    outgoing.on('information', (information: { readonly statusCode: number; readonly rawHeaders: readonly string[] }) => {
      announcements += 1;
      if (announcements > MOST_ANNOUNCEMENTS) outgoing.destroy();
      else handlers.information?.(information.rawHeaders, information.statusCode);
    });
    outgoing.on('response', (message) => {
      ended = true;
      handlers.response(message);
    });
    if (handlers.upgrade !== undefined) {
      outgoing.on('upgrade', (message, socket, head) => {
        ended = true;
        handlers.upgrade?.(message, socket, Uint8Array.from(head));
      });
    }
    const failed = (): void => {
      if (ended || current !== outgoing) return;
      if (retries > 0 && outgoing.reusedSocket) return attempt(retries - 1);
      ended = true;
      handlers.error();
    };
    outgoing.on('error', failed);
    outgoing.on('close', () => {
      // What is left of a body that the site did not wait for would keep the next request on this connection from being read.
      request.body?.unpipe(outgoing);
      request.body?.resume();
      // Where a site switches to a protocol that nobody asked for, Node ends the connection without a word.
      failed();
    });
    if (request.body === null) outgoing.end();
    else request.body.pipe(outgoing);
  };
  attempt(request.body === null && REPEATABLE.has(request.method) ? 1 : 0);
  return {
    destroy: () => {
      ended = true;
      current?.destroy();
    },
  };
}
