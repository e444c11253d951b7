// A request at a server of Node's: opened, answered here or passed on. What it is passed on to is for the mount to say.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Exchange } from '../admission.ts';
import { answerHere, readExchange } from '../admission.ts';
import type { Made } from '../answers.ts';
import { plainAnswer } from '../answers.ts';
import { toPairs } from '../header-list.ts';
import type { Machine } from '../machine.ts';
import { unavailableAnswer } from '../office/office-answer.ts';
import type { Reading } from '../request/refusal.ts';
import { refuse } from '../request/refusal.ts';
import type { Visit } from '../request/visit.ts';
import type { Underway } from '../watch/under-way.ts';
import { answer, sendBody } from './pass-response.ts';
import { bodyReader } from './read-body.ts';
import { sendAnswer, sendHead } from './send.ts';

/** What becomes of a request that is not answered here. */
export type PassOn = (exchange: Exchange) => void;

/** Reads what decides about a request, or why it is refused. */
export function openExchange(machine: Machine, request: IncomingMessage): Reading<Exchange> {
  machine.counts.requests += 1;
  // Node reads other versions too; what they mean is not what is passed on.
  if (request.httpVersion !== '1.1' && request.httpVersion !== '1.0') return refuse(400, 'Only HTTP/1.0 and HTTP/1.1 are spoken here');
  return readExchange(machine, {
    method: request.method ?? 'GET',
    url: request.url ?? '',
    headers: toPairs(request.rawHeaders),
    remoteAddress: request.socket.remoteAddress ?? '',
    encrypted: 'encrypted' in request.socket,
  });
}

/** A request that cannot even be read for a reason of ours is refused, never left hanging. */
export function safelyOpened(machine: Machine, request: IncomingMessage): Reading<Exchange> {
  try {
    return openExchange(machine, request);
  } catch {
    machine.faults.record('DECIDER_FAILED');
    return { ok: false, refusal: { status: 500, message: 'The request could not be read' } };
  }
}

/** Sends what was made here; a body that breaks off breaks off for the visitor too. */
function sendMade(response: ServerResponse, method: string, { status, message, headers, body }: Made): void {
  if (typeof body === 'string') return sendAnswer(response, method, { status, headers, body });
  sendHead(response, { status, message, headers }, body !== null);
  if (body === null) response.end();
  else sendBody(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), response);
}

type Ends = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly passOn: PassOn };

/** Passed on at once, where it is not answered here: most requests wait for nothing. Null where it was passed on. */
function serve(machine: Machine, exchange: Exchange, ends: Ends, underway: Underway): Promise<void> | null {
  const { visit } = exchange;
  const { request, response, passOn } = ends;
  underway.kind = visit.document ?? 'other';
  const made = answerHere(machine, visit, bodyReader(request), underway);
  if (made !== null) return made.then((answer) => sendMade(response, visit.facts.method, answer));
  passOn(exchange);
  return null;
}

function lose(machine: Machine, { request, response }: Ends, visit: Visit): void {
  // A visitor who went away is no fault.
  if (request.destroyed && !request.complete) return;
  machine.faults.record('FRONT_OFFICE_FAILED');
  if (response.headersSent) response.destroy();
  else answer(machine, response, visit, unavailableAnswer(visit));
}

function ignore(): void {
  // Whoever is not there any more needs no answer.
}

/** Handles one request from its first byte to its last. Never throws; resolves when it is answered here, or null when it is passed on. */
export function receive(machine: Machine, ends: Ends): Promise<void> | null {
  const { request, response } = ends;
  response.on('error', ignore);
  const underway = machine.kept.traffic.begin(response);
  const exchange = safelyOpened(machine, request);
  if (!exchange.ok) {
    const { status, message } = exchange.refusal;
    answer(machine, response, null, plainAnswer(status, message, [['Connection', 'close']]));
    return null;
  }
  const { visit } = exchange.value;
  try {
    const served = serve(machine, exchange.value, ends, underway);
    return served === null ? null : served.catch(() => lose(machine, ends, visit));
  } catch {
    lose(machine, ends, visit);
    return null;
  }
}
