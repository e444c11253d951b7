// Pages that the declaration lets a shared cache hold: which they are, what holds on them before they know their visitor, their policy.
import type { ConsentState, CspPair, Declaration, RequestFacts } from '@candor/core';
import { compileSharedConsent, declareLive, matchRequest, sha256Hex } from '@candor/core';
import { isUnder } from '../request/request-target.ts';

/** The same for everybody. `policy` is the ceiling: a page of a cache cannot have another for each visitor. */
export type SharedPages = {
  /** Whether a request asks for one of them. */
  includes(request: RequestFacts): boolean;
  /** The declaration that they are made by. */
  readonly declaration: Declaration;
  readonly consent: ConsentState;
  readonly policy: CspPair;
  /** Tells a page that something was put into from one with something else in it. */
  markOf(put: string): string;
  /** Whether a mark is one that was given since the guard started. */
  knows(mark: string): boolean;
};

type Compile = (declaration: Declaration, consent: ConsentState) => CspPair;

/** Null where none are declared. What is under the prefix is for one visitor, whatever the declaration says. */
export function createSharedPages(declaration: Declaration | null, prefix: string, compile: Compile): SharedPages | null {
  const matches = declaration?.site.shared ?? [];
  if (declaration === null || matches.length === 0) return null;
  const live = declareLive(declaration);
  const consent = compileSharedConsent(declaration);
  const policy = compile(live, consent);
  // What is put in differs by how the site's own policies let it in, and that is a handful of ways.
  const marks = new Map<string, string>();
  return {
    includes: (request) =>
      (request.method === 'GET' || request.method === 'HEAD') &&
      !isUnder(request.path, prefix) &&
      matches.some((match) => matchRequest(match, request)),
    declaration: live,
    consent,
    policy,
    markOf: (put) => {
      const mark = marks.get(put) ?? sha256Hex(put + policy.hosts + policy.scripts).slice(0, 12);
      marks.set(put, mark);
      return mark;
    },
    knows: (mark) => [...marks.values()].includes(mark),
  };
}
