// One connection to the site: one request at a time, its response given on as it comes.
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { toWire } from '../header-list.ts';
import type { BodyFraming, ChunkReader } from './body-framing.ts';
import { createChunkReader, readBodyFraming, staysOpen } from './body-framing.ts';
import { createHeadReader } from './head-reader.ts';
import type { BodySink, OriginFailure, OriginHandlers, OriginRequest } from './messages.ts';
import { writeRequestBody } from './request-body.ts';
import type { ResponseHead } from './response-head.ts';
import { readResponseHead } from './response-head.ts';

/** A connection. `send` is only called when no request is on it. */
export type Connection = {
  send(request: OriginRequest, handlers: OriginHandlers): void;
  /** Ends it and what is on it, without a word to anybody. */
  drop(): void;
  /** Ends it, and says why to whoever waits. */
  fail(reason: OriginFailure): void;
  /** Ends it if this is what it works for. */
  abort(handlers: OriginHandlers): void;
  /** Whether a request may be sent on it. */
  isFree(): boolean;
  /** Milliseconds for which nothing has moved although something should, and whether that is the head of a response. */
  waits(now: number): { readonly since: number; readonly forHead: boolean } | null;
};

/** What a connection tells: it is free again (with the seconds that the site keeps it, if it says so), or gone. */
export type ConnectionEvents = {
  free(connection: Connection, keptFor: number | null): void;
  gone(connection: Connection): void;
  /** A kept connection was closed before it said anything. True: the request is on its way again elsewhere. */
  retries(request: OriginRequest, handlers: OriginHandlers): boolean;
};

type Work = {
  readonly request: OriginRequest;
  readonly handlers: OriginHandlers;
  head: ResponseHead | null;
  framing: BodyFraming;
  sink: BodySink | null;
  left: number;
  chunks: ChunkReader | null;
  informational: number;
  heard: boolean;
  sent: boolean;
};

/** A site that announces its answer more often than this never gives one. */
const MOST_INFORMATIONAL = 64;

function beginWork(request: OriginRequest, handlers: OriginHandlers): Work {
  return {
    request,
    handlers,
    head: null,
    framing: { kind: 'none' },
    sink: null,
    left: 0,
    chunks: null,
    informational: 0,
    heard: false,
    sent: request.body === null,
  };
}

function keptFor({ headers }: ResponseHead): number | null {
  const value = headers.find(([, , key]) => key === 'keep-alive')?.[1];
  const seconds = /(?:^|[,;\s])timeout=(\d{1,6})/i.exec(value ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds);
}

/** Takes a socket over, connected or about to be. */
export function createConnection(socket: Socket, events: ConnectionEvents): Connection {
  let work: Work | null = null;
  let heads = createHeadReader();
  let moved = Date.now();
  let over = false;
  let served = 0;

  const finish = (): void => {
    over = true;
    work = null;
    socket.destroy();
  };
  const fail = (reason: OriginFailure): void => {
    const failed = work;
    finish();
    if (failed === null) return;
    if (failed.sink !== null) failed.sink.fail();
    else if (failed.heard || served < 2 || reason === 'late' || !events.retries(failed.request, failed.handlers))
      failed.handlers.failed(reason);
  };
  const complete = (done: Work, rest: number, last: Buffer | null = null): void => {
    const { head, sink, framing } = done;
    work = null;
    const reusable = head !== null && done.sent && rest === 0 && staysOpen(head, framing);
    if (!reusable) finish();
    // The next response on it has not to wait for a visitor who is done.
    else socket.resume();
    if (last === null) sink?.end();
    else sink?.last(last);
    if (reusable && head !== null && !over) events.free(connection, keptFor(head));
  };
  const pass = (sink: BodySink, piece: Buffer): void => {
    if (!sink.chunk(piece)) socket.pause();
  };
  const takeCounted = (now: Work, sink: BodySink, bytes: Buffer): void => {
    const piece = bytes.length > now.left ? bytes.subarray(0, now.left) : bytes;
    now.left -= piece.length;
    if (now.left === 0) complete(now, bytes.length - piece.length, piece);
    else pass(sink, piece);
  };
  const takeChunks = (now: Work, sink: BodySink, chunks: ChunkReader, bytes: Buffer): void => {
    let held: Buffer | null = null;
    const used = chunks.read(bytes, (piece) => {
      if (held !== null) pass(sink, held);
      held = piece;
    });
    if (chunks.state === 'ended') return complete(now, bytes.length - used, held);
    if (held !== null) pass(sink, held);
    if (chunks.state === 'broken') fail('broken');
  };
  const takeBody = (now: Work, bytes: Buffer): void => {
    const { sink, framing, chunks } = now;
    if (sink === null) return;
    if (framing.kind === 'length') takeCounted(now, sink, bytes);
    else if (chunks !== null) takeChunks(now, sink, chunks, bytes);
    else pass(sink, bytes);
  };
  const respond = (now: Work, head: ResponseHead, rest: Buffer): void => {
    const framing = readBodyFraming(head, now.request.method);
    if (framing === null) return fail('broken');
    Object.assign(now, { head, framing, left: framing.kind === 'length' ? framing.length : 0 });
    now.chunks = framing.kind === 'chunked' ? createChunkReader() : null;
    const resume = (): void => {
      if (work === now) socket.resume();
    };
    now.sink = now.handlers.response(head, { resume });
    if (work !== now) return;
    if (framing.kind === 'none' || (framing.kind === 'length' && framing.length === 0)) return complete(now, rest.length);
    if (rest.length > 0) takeBody(now, rest);
    else now.sink.idle();
  };
  const takeUpgrade = (now: Work, head: ResponseHead, rest: Buffer): void => {
    if (now.handlers.upgrade === undefined) return fail('broken');
    over = true;
    work = null;
    socket.removeAllListeners();
    events.gone(connection);
    now.handlers.upgrade(head, socket, rest);
  };
  /** One whole head; null where it is final, else what came after an informational one. */
  const takeOneHead = (now: Work, text: string, rest: Buffer): Buffer | null => {
    const head = readResponseHead(text);
    if (head === null) fail('broken');
    else if (head.status === 101) takeUpgrade(now, head, rest);
    else if (head.status >= 200) respond(now, head, rest);
    else if (now.informational >= MOST_INFORMATIONAL) fail('broken');
    else {
      now.informational += 1;
      now.handlers.information?.(head);
      return rest;
    }
    return null;
  };
  const takeHead = (now: Work, bytes: Buffer): void => {
    now.heard = true;
    let rest: Buffer | null = bytes;
    while (rest !== null && rest.length > 0 && work === now) {
      const reading = heads.read(rest);
      if (reading === 'more') return;
      if (reading === 'broken') return fail('broken');
      rest = takeOneHead(now, reading.text, reading.rest);
    }
  };
  socket.on('data', (bytes: Buffer) => {
    moved = Date.now();
    // Nobody asked: a second response to one request would be taken for the answer to the next.
    if (work === null) finish();
    else if (work.head === null) takeHead(work, bytes);
    else takeBody(work, bytes);
  });
  socket.on('end', () => {
    if (work !== null && work.sink !== null && work.framing.kind === 'until-close') complete(work, 0);
    else fail('broken');
  });
  socket.on('error', () => fail('unreachable'));
  socket.on('close', () => {
    fail('broken');
    events.gone(connection);
  });
  const connection: Connection = {
    send: (request, handlers) => {
      const now = beginWork(request, handlers);
      work = now;
      heads = createHeadReader();
      moved = Date.now();
      served += 1;
      socket.write(`${request.method} ${request.path} HTTP/1.1\r\n${toWire(request.headers)}\r\n`, 'latin1');
      if (request.body !== null) sendBody(now, request.body);
    },
    drop: finish,
    fail,
    abort: (handlers) => {
      if (work?.handlers === handlers) finish();
    },
    isFree: () => work === null && !over,
    waits: (now) => (work === null ? null : { since: now - moved, forHead: work.head === null && work.sent }),
  };
  const sendBody = (now: Work, body: Readable): void => {
    writeRequestBody(socket, body, {
      headers: now.request.headers,
      isWanted: () => work === now,
      moving: () => {
        moved = Date.now();
      },
      done: () => {
        now.sent = true;
      },
      brokenOff: () => {
        if (work === now) fail('broken');
      },
    });
  };
  return connection;
}
