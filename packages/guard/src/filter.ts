// The filter by itself, for whatever serves a site: a request goes in, a response goes out, and neither needs a server of Node's.
// Every mount is built on it, and so may be what is written for other runtimes.
import type { Identified } from '@candor/core';
import type { Arriving, Exchange } from './admission.ts';
import { answerHere, readExchange } from './admission.ts';
import type { Made } from './answers.ts';
import { plainAnswer, withPolicy } from './answers.ts';
import type { FilterOptions, GuardSummary, Reloaded } from './contract.ts';
import type { Machine } from './machine.ts';
import { createMachine, summarize } from './machine.ts';
import { unavailableAnswer } from './office/office-answer.ts';
import type { Passing } from './passing.ts';
import { openPassing } from './passing.ts';
import { reload } from './reload.ts';
import type { ReadBody } from './request/body.ts';
import type { Reading } from './request/refusal.ts';
import { refuse } from './request/refusal.ts';
import type { Traffic } from './watch/traffic.ts';
import type { RequestKind } from './watch/under-way.ts';

export type { Arriving } from './admission.ts';
export type { Made } from './answers.ts';
export type { HeaderList, HeaderPair } from './header-list.ts';
export { createHtmlRewriter } from './html/rewrite.ts';
export type { Leaving, Passing, SiteHead } from './passing.ts';

/** What becomes of a request: an answer made here, or the site's turn. */
export type Entry = { readonly answer: Promise<Made>; readonly passing: null } | { readonly answer: null; readonly passing: Passing };

/** A filter and what it has seen. */
export type Filter = {
  /** The request in. `read` is asked for the body only where it is answered here. Never throws, and its answers never reject. */
  enter(arriving: Arriving, read: ReadBody): Entry;
  /** From now on another declaration decides; what is under way ends under the one it began with. `rejected`: the one before holds. */
  reload(declaration: Identified | null): Reloaded;
  report(): GuardSummary;
};

function safelyRead(machine: Machine, arriving: Arriving): Reading<Exchange> {
  machine.counts.requests += 1;
  try {
    return readExchange(machine, arriving);
  } catch {
    machine.faults.record('DECIDER_FAILED');
    return refuse(500, 'The request could not be read');
  }
}

/** The same, its response counted. */
function withCount(traffic: Traffic, kind: RequestKind, passing: Passing): Passing {
  const leave: Passing['leave'] = (head) => {
    traffic.count(kind, head.status);
    return passing.leave(head);
  };
  return { ...passing, leave };
}

function enterBy(machine: Machine, arriving: Arriving, read: ReadBody): Entry {
  const { judge, faults } = machine;
  const { traffic } = machine.kept;
  const exchange = safelyRead(machine, arriving);
  if (!exchange.ok) {
    const { status, message } = exchange.refusal;
    traffic.count('refused', status);
    return { answer: Promise.resolve(withPolicy(judge, null, plainAnswer(status, message))), passing: null };
  }
  const { visit } = exchange.value;
  const counted: { kind: RequestKind } = { kind: visit.document ?? 'other' };
  const answer = answerHere(machine, visit, read, counted);
  if (answer === null) return { answer: null, passing: withCount(traffic, counted.kind, openPassing(machine, visit)) };
  const failed = (): Made => {
    faults.record('FRONT_OFFICE_FAILED');
    return withPolicy(judge, visit, unavailableAnswer(visit));
  };
  const count = (made: Made): Made => {
    traffic.count(counted.kind, made.status);
    return made;
  };
  return { answer: answer.catch(failed).then(count), passing: null };
}

/** Compiles the declaration into a filter. Throws `GUARD_CLIENT_UNFIT`. */
export function createFilter(options: FilterOptions): Filter {
  let machine = createMachine(options);
  return {
    enter: (arriving, read) => enterBy(machine, arriving, read),
    reload: (declaration) => {
      const next = reload(machine, options, declaration);
      machine = next.machine;
      return next.outcome;
    },
    report: () => summarize(machine),
  };
}
