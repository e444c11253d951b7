// Upgrades. WebSockets are passed on with their head filtered: browsers store cookies of a 101 like any other. Every other upgrade is
// an ordinary request here, so that no protocol leads past the filter.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { plainAnswer } from '../answers.ts';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { tokensOf, toWire } from '../header-list.ts';
import type { Machine } from '../machine.ts';
import type { Visit } from '../request/visit.ts';
import { planResponse } from '../response/response-plan.ts';
import type { ReverseProxy } from './exchange.ts';
import { handleRequest, requestHeadFor, safelyPassed } from './exchange.ts';
import { answer, answerFailure, passResponse } from './pass-response.ts';
import { openExchange } from './receive.ts';
import { writableReason } from './send.ts';
import { responseOn, sortUpgrade } from './sort-upgrade.ts';
import { createFrameFollower, GOING_AWAY } from './websocket-frames.ts';

const UPGRADE: HeaderList = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
];

function writeHead(socket: Duplex, message: string, headers: HeaderList): void {
  socket.write(`HTTP/1.1 101 ${writableReason(message)}\r\n${toWire(headers)}\r\n`, 'latin1');
}

/** Bytes go both ways. What is given back ends it between two frames, so that the visitor's browser knows it is over. */
function joinSockets(visitor: Duplex, site: Duplex, rest: Uint8Array): () => void {
  const frames = createFrameFollower();
  frames.take(rest);
  site.on('data', frames.take);
  for (const [one, other] of [
    [visitor, site],
    [site, visitor],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
    one.pipe(other);
  }
  return () => {
    site.unpipe(visitor);
    if (frames.isBetween() && visitor.writable) visitor.write(GOING_AWAY);
    visitor.end();
  };
}

/** The 101's lines as they may go out. */
function switchedHead(machine: Machine, visit: Visit, headers: HeaderList): HeaderList {
  const plan = planResponse(machine.planner, visit, { status: 101, headers, source: 'site' });
  return [...UPGRADE, ...plan.headers];
}

/** The same, or null after a surprise: it ends this upgrade only. */
function planned(machine: Machine, visit: Visit, headers: HeaderList): HeaderList | null {
  try {
    return switchedHead(machine, visit, headers);
  } catch {
    machine.faults.record('DECIDER_FAILED');
    return null;
  }
}

function passWebSocket(machine: ReverseProxy, request: IncomingMessage, socket: Socket, first: Uint8Array): void {
  const exchange = openExchange(machine, request);
  if (!exchange.ok)
    return answer(machine, responseOn(request, socket), null, plainAnswer(exchange.refusal.status, exchange.refusal.message));
  const { visit } = exchange.value;
  const refused = (): ServerResponse => {
    const response = responseOn(request, socket);
    machine.kept.traffic.begin(response).kind = 'websocket';
    return response;
  };
  const headers: HeaderList = [...requestHeadFor(machine, exchange.value), ...UPGRADE.map((pair): HeaderPair => pair)];
  const sent = machine.origin.send(
    { method: 'GET', path: visit.target.forwarded, headers, body: null },
    {
      response: (head, flow) => {
        const response = refused();
        return safelyPassed(machine, visit, response, () => passResponse(machine, visit, { head, flow, response }));
      },
      upgrade: ({ message, headers: given }, site, rest) => {
        machine.kept.site.answered();
        if (tokensOf(given, 'upgrade').join() !== 'websocket') {
          site.destroy();
          return answer(machine, refused(), visit, plainAnswer(502, 'The site switched to a protocol nobody asked for'));
        }
        const head = planned(machine, visit, given);
        if (head === null) {
          site.destroy();
          return answer(machine, refused(), visit, plainAnswer(500, 'The response could not be passed on'));
        }
        machine.kept.traffic.count('websocket', 101);
        writeHead(socket, message, head);
        if (rest.length > 0) socket.write(rest);
        if (first.length > 0) site.write(first);
        machine.kept.farewells.set(socket, joinSockets(socket, site, rest));
        return;
      },
      failed: (reason) => answerFailure(machine, visit, refused(), reason),
    },
  );
  socket.on('close', () => sent.abort());
}

/** Handles a request that asks for another protocol. */
export async function handleUpgrade(machine: ReverseProxy, request: IncomingMessage, socket: Socket, head: Uint8Array): Promise<void> {
  const kind = sortUpgrade(machine, request, socket);
  if (kind === 'websocket') return passWebSocket(machine, request, socket, head);
  if (kind === 'ordinary') return void (await handleRequest(machine, request, responseOn(request, socket)));
}
