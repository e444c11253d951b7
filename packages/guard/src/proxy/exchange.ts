// One request and its response: read, decided, passed on or answered here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HeaderList } from '../header-list.ts';
import { toPairs, valuesOf } from '../header-list.ts';
import type { Machine } from '../machine.ts';
import { serveFrontOffice, unavailableAnswer } from '../office/serve-front-office.ts';
import type { BodySink } from '../origin/messages.ts';
import type { Origin } from '../origin/origin.ts';
import type { Framing } from '../request/framing.ts';
import { readFraming } from '../request/framing.ts';
import type { Reading } from '../request/refusal.ts';
import { refuse } from '../request/refusal.ts';
import { observeRequest, planRequest } from '../request/request-plan.ts';
import { isUnder, readTarget } from '../request/request-target.ts';
import type { Visit } from '../request/visit.ts';
import { openVisit } from '../request/visit.ts';
import { lostSink } from './body-sinks.ts';
import { hintsOf, sendHints } from './early-hints.ts';
import { answer, answerFailure, passResponse } from './pass-response.ts';
import { plainAnswer } from './send.ts';

/** A machine with a site behind it. */
export type ReverseProxy = Machine & { readonly origin: Origin };

/** A request that may be passed on. */
export type Exchange = {
  readonly visit: Visit;
  readonly framing: Framing;
  readonly connection: { readonly remoteAddress: string; readonly encrypted: boolean };
};

/** IPv4 addresses as themselves, also on a socket that speaks both. */
function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}

/** Reads what decides about a request, or why it is refused. */
export function openExchange(machine: Machine, request: IncomingMessage): Reading<Exchange> {
  machine.counts.requests += 1;
  // Node reads other versions too; what they mean is not what is passed on.
  if (request.httpVersion !== '1.1' && request.httpVersion !== '1.0') return refuse(400, 'Only HTTP/1.0 and HTTP/1.1 are spoken here');
  const headers = toPairs(request.rawHeaders);
  const framing = readFraming(headers);
  if (!framing.ok) return framing;
  const target = readTarget(request.url ?? '', valuesOf(headers, 'host'));
  if (!target.ok) return target;
  const connection = { remoteAddress: plainAddress(request.socket.remoteAddress), encrypted: 'encrypted' in request.socket };
  const visit = openVisit(machine, {
    ...connection,
    method: request.method ?? 'GET',
    headers,
    target: target.value,
    order: machine.counts.requests,
  });
  return { ok: true, value: { visit, framing: framing.value, connection } };
}

/** The request's head for the site, in this guard's mode. */
export function requestHeadFor(machine: ReverseProxy, { visit, framing, connection }: Exchange): HeaderList {
  const { judge, observations, options, origin } = machine;
  const requestCase = {
    judge,
    observations,
    visit,
    framing,
    connection,
    trustForwarded: options.trustForwarded === true,
    fallbackHost: origin.authority,
  };
  return options.mode === 'observe' ? observeRequest(requestCase) : planRequest(requestCase);
}

function forward(machine: ReverseProxy, exchange: Exchange, request: IncomingMessage, response: ServerResponse): void {
  const { visit, framing } = exchange;
  const { planner, judge, observations, options } = machine;
  const outgoing = {
    method: visit.facts.method,
    path: visit.target.forwarded,
    headers: requestHeadFor(machine, exchange),
    body: framing.kind === 'none' ? null : request,
  };
  const sent = machine.origin.send(outgoing, {
    information: ({ status, headers }) => {
      if (status !== 103) return;
      guarded(machine, visit, response, () => {
        const consent = judge.consentOf({ profile: visit.profile, choice: planner.changedChoices.current(visit), gpc: visit.gpc });
        const hints = hintsOf({ judge, visit, consent, observations }, headers);
        sendHints(request, response, options.mode === 'observe' ? valuesOf(headers, 'link') : hints);
      });
    },
    response: (head, flow) => safelyPassed(machine, visit, response, () => passResponse(machine, visit, { head, flow, response })),
    failed: (reason) => answerFailure(machine, visit, response, reason),
  });
  response.on('close', () => {
    if (!response.writableFinished) sent.abort();
  });
}

/** The sink of a response, or after a surprise one that takes nothing. */
export function safelyPassed(machine: Machine, visit: Visit, response: ServerResponse, pass: () => BodySink): BodySink {
  let sink = lostSink;
  guarded(machine, visit, response, () => {
    sink = pass();
  });
  return sink;
}

/** A surprise while sending ends this response only. */
export function guarded(machine: Machine, visit: Visit | null, response: ServerResponse, step: () => void): void {
  try {
    step();
  } catch {
    machine.faults.record('DECIDER_FAILED');
    if (response.headersSent) response.destroy();
    else answer(machine, response, visit, plainAnswer(500, 'The response could not be passed on'));
  }
}

/** In observe mode the prefix is the site's own unless a front office is given. */
function ownsPrefix({ options }: Machine): boolean {
  return options.mode === 'enforce' || options.frontOffice !== undefined;
}

async function serve(machine: ReverseProxy, exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { visit } = exchange;
  const under = isUnder(visit.facts.path, machine.judge.prefix) && ownsPrefix(machine);
  const own = under ? machine.ownPaths(request, visit) : null;
  if (own !== null) return answer(machine, response, visit, await own);
  const { frontOffice } = machine.options;
  if (!under || frontOffice === undefined) return forward(machine, exchange, request, response);
  return serveFrontOffice(machine, frontOffice, { visit, request, response });
}

/** A request that cannot even be read for a reason of ours is refused, never left hanging. */
function safelyOpened(machine: Machine, request: IncomingMessage): Reading<Exchange> {
  try {
    return openExchange(machine, request);
  } catch {
    machine.faults.record('DECIDER_FAILED');
    return { ok: false, refusal: { status: 500, message: 'The request could not be read' } };
  }
}

/** Handles one request from its first byte to its last. Never throws. */
export async function handleRequest(machine: ReverseProxy, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('error', () => undefined);
  const exchange = safelyOpened(machine, request);
  if (!exchange.ok) {
    const { status, message } = exchange.refusal;
    return answer(machine, response, null, plainAnswer(status, message, [['Connection', 'close']]));
  }
  try {
    await serve(machine, exchange.value, request, response);
  } catch {
    // A visitor who went away is no fault.
    if (request.destroyed && !request.complete) return;
    machine.faults.record('FRONT_OFFICE_FAILED');
    if (response.headersSent) response.destroy();
    else answer(machine, response, exchange.value.visit, unavailableAnswer(exchange.value.visit));
  }
}
