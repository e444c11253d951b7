// Requests that ask for another protocol, told apart: only WebSockets are switched, everything else is an ordinary request.
import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { plainAnswer } from '../answers.ts';
import type { HeaderList } from '../header-list.ts';
import { keyOf, tokensOf, toPairs } from '../header-list.ts';
import type { Machine } from '../machine.ts';
import { isUnder } from '../request/request-target.ts';
import { answer } from './pass-response.ts';

/** A response on a socket that Node has let go of; the socket ends with it. */
export function responseOn(request: IncomingMessage, socket: Socket): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  // Node's server has let go of it, and no longer says when there is room for more.
  socket.on('drain', () => response.emit('drain'));
  response.on('finish', () => socket.end());
  return response;
}

function asksForWebSocket(headers: HeaderList, method: string | undefined): boolean {
  return method === 'GET' && tokensOf(headers, 'upgrade').join() === 'websocket';
}

function isFramed(headers: HeaderList): boolean {
  return headers.some((pair) => keyOf(pair) === 'transfer-encoding' || (keyOf(pair) === 'content-length' && pair[1].trim() !== '0'));
}

/** What a request for another protocol is. One that is refused has been answered. */
export function sortUpgrade(machine: Machine, request: IncomingMessage, socket: Socket): 'websocket' | 'ordinary' | 'refused' {
  socket.on('error', () => socket.destroy());
  const headers = toPairs(request.rawHeaders);
  // Node stops reading the body of an upgrade: what follows could be taken for another request.
  if (isFramed(headers)) {
    const refusal = plainAnswer(400, 'A request that asks for another protocol may not have a body');
    answer(machine, responseOn(request, socket), null, refusal);
    return 'refused';
  }
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  return asksForWebSocket(headers, request.method) && !isUnder(path, machine.judge.prefix) ? 'websocket' : 'ordinary';
}
