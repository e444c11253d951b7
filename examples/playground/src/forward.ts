// Hands a request on to a cell's guard as if the visitor had come to it alone: a frame asks as a page does, as guards ask no question in
// frames of other pages; and browsers that do not send Global Privacy Control get it sent for them.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { request as send } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Forwards one request and its answer. */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { port, gpc }: { readonly port: number; readonly gpc: boolean },
): Promise<void> {
  const headers = headersFor(request, gpc);
  const { method = 'GET', url = '/' } = request;
  const sent = send({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve);
    sent.on('error', reject);
  });
  response.on('close', () => sent.destroy());
  request.pipe(sent);
  const answer = await answered;
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
  // A visitor who leaves in the middle is no failure.
  await pipeline(answer, response).catch(() => response.destroy());
}

function headersFor({ headersDistinct, headers: { host } }: IncomingMessage, gpc: boolean): OutgoingHttpHeaders {
  const framed = headersDistinct['sec-fetch-dest']?.[0] === 'iframe';
  return { ...headersDistinct, host, ...(framed ? { 'sec-fetch-dest': 'document' } : {}), ...(gpc ? { 'sec-gpc': '1' } : {}) };
}
