// What goes to the site and what comes back, as the rest of the guard sees it.
import type { Duplex, Readable } from 'node:stream';
import type { HeaderList } from '../header-list.ts';
import type { ResponseHead } from './response-head.ts';

/** A request. Its headers say how the body is delimited; a null body ends it at once. */
export type OriginRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderList;
  readonly body: Readable | null;
};

/** Takes a response's body. */
export type BodySink = {
  /** False asks for a pause, until `Flow.resume`. */
  chunk(piece: Buffer): boolean;
  /** A piece with which the body is whole. */
  last(piece: Buffer): void;
  /** The body is whole. */
  end(): void;
  /** It breaks off. */
  fail(): void;
  /** There is nothing more for the moment: what waits for company should go out. */
  idle(): void;
};

/** Goes on after a pause. */
export type Flow = { resume(): void };

/** Why there is no response: nobody there, nonsense, or nothing in time. */
export type OriginFailure = 'unreachable' | 'broken' | 'late';

/** What may come back. Exactly one of `response`, `upgrade` and `failed` ends it; informational ones may come first. */
export type OriginHandlers = {
  information?(head: ResponseHead): void;
  response(head: ResponseHead, flow: Flow): BodySink;
  /** Asked for by being there. `rest` came with the head. */
  upgrade?(head: ResponseHead, socket: Duplex, rest: Buffer): void;
  failed(reason: OriginFailure): void;
};
