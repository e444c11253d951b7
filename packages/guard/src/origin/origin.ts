// The site behind the guard: where it answers, and the connections kept to it.
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { GuardError } from '../errors.ts';
import type { Connection, ConnectionEvents } from './connection.ts';
import { createConnection } from './connection.ts';
import type { OriginHandlers, OriginRequest } from './messages.ts';

/** How a site is reached. `ca` is a certificate authority of one's own, as PEM; limits are milliseconds. */
export type OriginOptions = {
  readonly ca?: string;
  /** The name that its certificate has to show; without it the host of the address. */
  readonly serverName?: string;
  /** Until the head of a response. */
  readonly headLimit: number;
  /** Between two pieces of a body. */
  readonly bodyLimit: number;
};

/** The site. `authority` is host and port as an address has them. */
export type Origin = {
  readonly authority: string;
  /** Sends a request, and gives a way to give it up. */
  send(request: OriginRequest, handlers: OriginHandlers): { abort(): void };
  /** How many connections to it there are. */
  connections(): number;
  close(): void;
};

type Address = { readonly host: string; readonly port: number; readonly authority: string; readonly secure: boolean };
type Idle = { readonly connection: Connection; readonly until: number };

/** Milliseconds for which a connection is kept where the site does not say: servers close theirs after five seconds or more. */
const KEPT_FOR = 4000;
const LONGEST_KEPT = 60_000;
const SWEEP = 1000;
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function readAddress(address: string): Address {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain =
    url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!isPlain || (url.protocol !== 'http:' && url.protocol !== 'https:')) throw new GuardError('GUARD_UPSTREAM_INVALID', address);
  const secure = url.protocol === 'https:';
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || (secure ? '443' : '80')), authority: url.host, secure };
}

function openSocket({ host, port, secure }: Address, { ca, serverName }: OriginOptions): Socket {
  if (!secure) return connect({ host, port, noDelay: true });
  const servername = serverName ?? host;
  const socket = connectSecurely({ host, port, servername, ALPNProtocols: ['http/1.1'], ...(ca === undefined ? {} : { ca }) });
  return socket.setNoDelay(true);
}

/** Reads `http://host:port` or `https://host:port`; throws `GUARD_UPSTREAM_INVALID`. Opens nothing before the first request. */
export function createOrigin(address: string, options: OriginOptions): Origin {
  const place = readAddress(address);
  const idle: Idle[] = [];
  const open = new Set<Connection>();
  let sweeper: NodeJS.Timeout | undefined;

  const sweep = (): void => {
    const now = Date.now();
    while (idle[0] !== undefined && idle[0].until <= now) idle.shift()?.connection.drop();
    for (const connection of open) {
      const waits = connection.waits(now);
      if (waits !== null && waits.since > (waits.forHead ? options.headLimit : options.bodyLimit)) connection.fail('late');
    }
    if (open.size === 0) {
      clearInterval(sweeper);
      sweeper = undefined;
    }
  };
  const events: ConnectionEvents = {
    free: (connection, seconds) => {
      // A second before the site itself would close it.
      const kept = seconds === null ? KEPT_FOR : Math.min(seconds * 1000 - 1000, LONGEST_KEPT);
      idle.push({ connection, until: Date.now() + kept });
    },
    gone: (connection) => {
      open.delete(connection);
      const at = idle.findIndex((one) => one.connection === connection);
      if (at >= 0) idle.splice(at, 1);
    },
    // The site had closed a kept connection just as it was used: only what may be said twice is said again, on a new one.
    retries: (request, handlers) => {
      if (request.body !== null || !REPEATABLE.has(request.method) || handlers.upgrade !== undefined) return false;
      openConnection().send(request, handlers);
      return true;
    },
  };
  const openConnection = (): Connection => {
    const connection = createConnection(openSocket(place, options), events);
    open.add(connection);
    sweeper ??= setInterval(sweep, SWEEP).unref();
    return connection;
  };
  const freeConnection = (): Connection => {
    const now = Date.now();
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      if (kept.until > now && kept.connection.isFree()) return kept.connection;
      kept.connection.drop();
    }
    return openConnection();
  };
  return {
    authority: place.authority,
    send: (request, handlers) => {
      const connection = handlers.upgrade === undefined ? freeConnection() : openConnection();
      connection.send(request, handlers);
      // It may have been sent again, on another one.
      return { abort: () => open.forEach((one) => one.abort(handlers)) };
    },
    connections: () => open.size,
    close: () => {
      clearInterval(sweeper);
      for (const connection of open) connection.drop();
      open.clear();
      idle.length = 0;
    },
  };
}
