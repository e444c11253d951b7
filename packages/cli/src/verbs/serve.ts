// `candor serve`: the platform alone, for a site whose own server or another proxy hands the prefix through.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { listenOn, parseAddress } from '../address.ts';
import { requireDeclaration } from '../load-declaration.ts';
import { startSystem } from '../system.ts';
import { untilStopped } from '../until-stopped.ts';
import type { Verb } from '../verb.ts';
import { textOf } from '../verb.ts';

async function emptyUpstream(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('Only the cookies front office is served here\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** The verb `serve`. */
export const serveVerb: Verb = {
  usage: 'candor serve [--declaration F] [--listen HOST:PORT] [--data DIR]',
  details: [
    '--listen  where to listen; without it 127.0.0.1:8080',
    '--data    folder of ledger, counts and accounts; without it ./data',
    '',
    'Hand requests under the declaration’s prefix to it. `candor guard` does that by itself.',
  ].join('\n'),
  options: { listen: { type: 'string' }, declaration: { type: 'string' }, data: { type: 'string' } },
  takes: [0, 0],
  run: async ({ values, terminal }) => {
    const declaration = await requireDeclaration(textOf(values, 'declaration'));
    const address = parseAddress(textOf(values, 'listen') ?? '127.0.0.1:8080');
    const upstream = await emptyUpstream();
    const host = declaration.declaration.site.hosts[0];
    const system = await startSystem({
      declaration,
      upstream: upstream.origin,
      dataDirectory: textOf(values, 'data') ?? 'data',
      mode: 'enforce',
      listen: async (guard) => {
        const { port } = await listenOn(address, (at) => guard.listen(at));
        terminal.out(`Serving http://${host}:${port}${declaration.declaration.site.prefix}/policy`);
        return { publicOrigin: `http://${host}:${port}` };
      },
    });
    const owner = await system.platform.firstOwnerLink();
    if (owner !== null) terminal.out(`First owner, once: ${owner}`);
    await untilStopped();
    await system.close();
    upstream.close();
    return 0;
  },
};
