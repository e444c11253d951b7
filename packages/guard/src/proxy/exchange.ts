// One request and its response: read, decided, passed on or answered here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from '../admission.ts';
import { plainAnswer } from '../answers.ts';
import type { HeaderList } from '../header-list.ts';
import type { Machine } from '../machine.ts';
import type { BodySink } from '../origin/messages.ts';
import type { Origin } from '../origin/origin.ts';
import { planRequest } from '../request/request-plan.ts';
import type { Visit } from '../request/visit.ts';
import { lostSink } from './body-sinks.ts';
import { hintsFor, sendHints } from './early-hints.ts';
import { answer, answerFailure, passResponse } from './pass-response.ts';
import { receive } from './receive.ts';

/** A machine with a site behind it. */
export type ReverseProxy = Machine & { readonly origin: Origin };

/** The request's head for the site. */
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
  return planRequest(requestCase);
}

function forward(machine: ReverseProxy, exchange: Exchange, request: IncomingMessage, response: ServerResponse): void {
  const { visit, framing } = exchange;
  const outgoing = {
    method: visit.facts.method,
    path: visit.target.forwarded,
    headers: requestHeadFor(machine, exchange),
    body: framing.kind === 'none' ? null : request,
  };
  const sent = machine.origin.send(outgoing, {
    information: ({ status, headers }) => {
      if (status !== 103) return;
      guarded(machine, visit, response, () => sendHints(request, response, hintsFor(machine, visit, headers)));
    },
    response: (head, flow) => {
      machine.kept.site.answered();
      return safelyPassed(machine, visit, response, () => passResponse(machine, visit, { head, flow, response }));
    },
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

/** Handles one request from its first byte to its last. Never throws. */
export function handleRequest(machine: ReverseProxy, request: IncomingMessage, response: ServerResponse): Promise<void> | null {
  return receive(machine, { request, response, passOn: (exchange) => forward(machine, exchange, request, response) });
}
