// The guard's own dispatch with nothing in between: the same server, the same connections to the site, the same way of sending; no filter.
import { createServer } from 'node:http';
import { isBodyless } from '../../src/answers.ts';
import { toFlat, toPairs } from '../../src/header-list.ts';
import { createOrigin } from '../../src/origin/origin.ts';
import { emptySink, passingSink } from '../../src/proxy/body-sinks.ts';
import { writableReason } from '../../src/proxy/send.ts';
import { readFraming } from '../../src/request/framing.ts';
import { withoutHopByHop } from '../../src/request/hop-by-hop.ts';
import type { Started, Upstream } from './entry.ts';
import { listenAnywhere } from './entry.ts';

/** Starts it before the site. */
export async function start({ host, port }: Upstream): Promise<Started> {
  const origin = createOrigin(`http://${host}:${port}`, { headLimit: 60_000, bodyLimit: 300_000 });
  const server = createServer({ maxHeaderSize: 65_536, insecureHTTPParser: false, noDelay: true }, (request, response) => {
    const method = request.method ?? 'GET';
    const headers = toPairs(request.rawHeaders);
    const framing = readFraming(headers);
    const body = framing.ok && framing.value.kind === 'none' ? null : request;
    const sent = origin.send(
      { method, path: request.url ?? '/', headers: withoutHopByHop(headers), body },
      {
        response: ({ status, message, headers: arrived }, flow) => {
          const begin = (): void => void response.writeHead(status, writableReason(message), toFlat(withoutHopByHop(arrived)));
          const departure = { response, flow, begin, spoilt: () => void response.destroy() };
          return isBodyless(method, status) ? emptySink(departure) : passingSink(departure);
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
