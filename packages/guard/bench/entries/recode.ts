// What writing into a compressed page costs at the least: decoded and compressed again, with nothing put in and nothing filtered.
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createGunzip } from 'node:zlib';
import { toFlat, toPairs, without } from '../../src/header-list.ts';
import { createEncoder } from '../../src/html/body-coders.ts';
import type { BodySink, Flow } from '../../src/origin/messages.ts';
import { createOrigin } from '../../src/origin/origin.ts';
import { withoutHopByHop } from '../../src/request/hop-by-hop.ts';
import type { Started, Upstream } from './entry.ts';
import { listenAnywhere } from './entry.ts';

const bodyBound: ReadonlySet<string> = new Set(['content-length', 'etag', 'last-modified', 'accept-ranges']);

function recodingSink(response: ServerResponse, flow: Flow): BodySink {
  const decoder = createGunzip();
  decoder.pipe(createEncoder('gzip').stream).pipe(response);
  const fail = (): void => void response.destroy();
  decoder.on('error', fail);
  return {
    chunk: (piece) => {
      const open = decoder.write(piece);
      if (!open) decoder.once('drain', flow.resume);
      return open;
    },
    last: (piece) => void decoder.end(piece),
    end: () => void decoder.end(),
    fail,
    idle: () => undefined,
  };
}

/** Starts it before the site, of which it reads pages compressed with gzip and nothing else. */
export async function start({ host, port }: Upstream): Promise<Started> {
  const origin = createOrigin(`http://${host}:${port}`, { headLimit: 60_000, bodyLimit: 300_000 });
  const server = createServer({ noDelay: true }, (request, response) => {
    const sent = origin.send(
      { method: 'GET', path: request.url ?? '/', headers: withoutHopByHop(toPairs(request.rawHeaders)), body: null },
      {
        response: ({ status, message, headers }, flow) => {
          response.writeHead(status, message, toFlat(without(withoutHopByHop(headers), bodyBound)));
          return recodingSink(response, flow);
        },
        failed: () => void response.destroy(),
      },
    );
    response.on('close', () => {
      if (!response.writableFinished) sent.abort();
    });
  });
  return listenAnywhere(server);
}
