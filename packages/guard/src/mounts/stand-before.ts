// A machine in front of a server of Node's: every request passes it before any listener hears of it, whatever framework listens and
// whenever it was registered.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as HttpServer } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { plainAnswer } from '../answers.ts';
import { GuardError } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { openPassing } from '../passing.ts';
import { answer } from '../proxy/pass-response.ts';
import { receive, safelyOpened } from '../proxy/receive.ts';
import { responseOn, sortUpgrade } from '../proxy/sort-upgrade.ts';
import { holdResponse } from './hold-response.ts';
import { holdSocket } from './hold-socket.ts';
import { takeRequest } from './take-request.ts';

/** What an application throws is not ours to answer: it is thrown where it would have been. */
function outside(step: () => void): void {
  try {
    step();
  } catch (cause) {
    queueMicrotask(() => {
      throw cause;
    });
  }
}

/** Answers a request here, or lets the site answer it: `next` is called with both ends held. */
export function passBy(machine: Machine, request: IncomingMessage, response: ServerResponse, next: () => void): void {
  void receive(machine, {
    request,
    response,
    passOn: ({ visit }) => {
      const passing = openPassing(machine, visit);
      takeRequest(request, passing);
      holdResponse(request, response, passing);
      outside(next);
    },
  });
}

function passSwitch(machine: Machine, request: IncomingMessage, socket: Socket, next: () => void): void {
  const exchange = safelyOpened(machine, request);
  if (!exchange.ok) {
    const { status, message } = exchange.refusal;
    return answer(machine, responseOn(request, socket), null, plainAnswer(status, message));
  }
  const passing = openPassing(machine, exchange.value.visit);
  takeRequest(request, passing);
  holdSocket(socket, passing);
  outside(next);
}

/** Puts a machine in front of a server. */
export function standBefore(machine: () => Machine, server: Server): void {
  const given: unknown = server;
  if (!(given instanceof HttpServer || given instanceof HttpsServer)) throw new GuardError('GUARD_SERVER_UNFIT', 'server');
  const emit = server.emit.bind(server);
  const upgrade = (request: IncomingMessage, socket: Socket, head: unknown): void => {
    const kind = sortUpgrade(machine(), request, socket);
    if (kind === 'websocket') passSwitch(machine(), request, socket, () => void emit('upgrade', request, socket, head));
    if (kind === 'ordinary') server.emit('request', request, responseOn(request, socket));
  };
  server.emit = (event: string, ...told: readonly unknown[]): boolean => {
    const [request, other] = told;
    if (event === 'upgrade') upgrade(request as IncomingMessage, other as Socket, told[2]);
    else if (event === 'request' || event === 'checkContinue' || event === 'checkExpectation')
      passBy(machine(), request as IncomingMessage, other as ServerResponse, () => void emit(event, ...told));
    else return emit(event, ...told);
    return true;
  };
}
