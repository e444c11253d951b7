// The seams through which a twin of this portal can do what it does not declare. The portal itself uses none of them.
import type { Html } from '@candor/core';
import type { Exchange } from './http/exchange.ts';
import type { Reply } from './http/reply.ts';

/** What a lie may know of the portal it sits in. */
export type LieContext = {
  readonly embedOrigin: string;
  /** The answer recorded for the maps in the visitor's choice: null where there is none. */
  readonly mapsAnswer: (exchange: Exchange) => 'granted' | 'denied' | null;
  readonly random: (bytes: number) => Uint8Array;
};

/** One way of not keeping to the declaration; every seam is optional. */
export type Lie = {
  readonly name: string;
  /** Changes an answer before it is sent. */
  readonly alter?: (reply: Reply, exchange: Exchange, context: LieContext) => Reply;
  /** Adds markup to the end of every page. */
  readonly markup?: (context: LieContext) => Html;
  /** Answers requests of its own. */
  readonly respond?: (exchange: Exchange, context: LieContext) => Reply | null;
  /** Leads the home page's links to datasets elsewhere. */
  readonly datasetLink?: (id: string) => string;
};
