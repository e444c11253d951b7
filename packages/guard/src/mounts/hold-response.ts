// A response of Node's whose head is filtered, whichever of its methods sends it. The methods are replaced on the object itself: what
// a framework puts over them later still ends here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isBodyless } from '../answers.ts';
import type { HeaderPair } from '../header-list.ts';
import { has } from '../header-list.ts';
import type { Passing } from '../passing.ts';
import { sendHints } from '../proxy/early-hints.ts';
import type { PageRewrite } from '../response/page-rules.ts';
import type { BodyWriter, Done, Native } from './body-writer.ts';
import { openBody } from './body-writer.ts';
import type { Given } from './response-head.ts';
import { closeHead, replaceHead } from './response-head.ts';

const NOTHING = Buffer.alloc(0);

type Call = { readonly chunk: Uint8Array; readonly done: Done | undefined };

function toBytes(chunk: unknown, encoding: unknown): Uint8Array {
  // Bytes only: behind a text Node would write header bytes above 0x7f as UTF-8.
  if (typeof chunk === 'string') return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('A chunk of a body must be a string or bytes');
}

function isDone(value: unknown): value is Done {
  return typeof value === 'function';
}

/** `write` and `end` take a chunk, an encoding and a callback, each of which may be left out. */
function readCall(given: readonly unknown[]): Call {
  const done = given.find(isDone);
  const [chunk, encoding] = given;
  return { chunk: chunk === undefined || chunk === null || isDone(chunk) ? NOTHING : toBytes(chunk, encoding), done };
}

function nativeOf(response: ServerResponse): Native {
  const { write, end } = response;
  return {
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
    writeEarlyHints: response.writeEarlyHints.bind(response),
    write: (chunk, done) => write.call(response, chunk, 'latin1', done),
    end: (done, chunk) => end.call(response, chunk, 'latin1', done),
  };
}

/** Holds a response until its head is there. */
export function holdResponse(request: IncomingMessage, response: ServerResponse, passing: Passing): void {
  const native = nativeOf(response);
  const method = request.method ?? 'GET';
  let body: BodyWriter = openBody(response, native, null);
  let whole: number | null = null;
  let isEnded = false;
  const depart = (status: number, given: Given): void => {
    const leaving = passing.leave({ status, headers: closeHead(response, given) });
    const hasBody = !isBodyless(method, status);
    const page: PageRewrite | null = hasBody ? leaving.page : null;
    replaceHead(response, leaving.headers);
    const counts = whole !== null && hasBody && page === null && !response.hasHeader('transfer-encoding');
    if (counts && !has(leaving.headers, 'content-length')) response.setHeader('Content-Length', String(whole));
    body = openBody(response, native, page);
  };
  const begin = (): void => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  const writeHead = (status: number, ...rest: readonly unknown[]): ServerResponse => {
    const [first, second] = rest;
    const reason = typeof first === 'string' ? first : undefined;
    if (!response.headersSent) depart(status, (reason === undefined ? (second ?? first) : second) as Given);
    return reason === undefined ? native.writeHead(status) : native.writeHead(status, reason);
  };
  const held = {
    writeHead,
    write: (...given: readonly unknown[]): boolean => {
      // Too late: nothing of it would go out.
      if (isEnded) return false;
      const { chunk, done } = readCall(given);
      begin();
      return body.write(chunk, done);
    },
    end: (...given: readonly unknown[]): ServerResponse => {
      const { chunk, done } = readCall(given);
      // The body may still be on its way out.
      if (isEnded) {
        if (done !== undefined) response.once('finish', done);
        return response;
      }
      isEnded = true;
      whole = chunk.length;
      begin();
      body.end(chunk, done);
      return response;
    },
    flushHeaders: (): void => {
      begin();
      if (isBodyless(method, response.statusCode)) native.flushHeaders();
      else native.write(NOTHING);
    },
    writeEarlyHints: (hints: { readonly link?: string | readonly string[] }, done?: () => void): void => {
      const links = [hints.link ?? []].flat().map((link): HeaderPair => ['link', link]);
      sendHints(request, response, passing.hints(links), (hint) => native.writeEarlyHints({ ...hint }));
      done?.();
    },
    // Trailers do not pass: nobody reads them, and they could set what the head may not.
    addTrailers: (): void => undefined,
  };
  Object.assign(response, held);
}
