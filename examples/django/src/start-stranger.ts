// The host that the library's home page loads a script from and does not declare.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running stranger. `asked` is every path that anybody asked it for. */
export type Stranger = { readonly script: string; readonly asked: readonly string[]; readonly close: () => Promise<void> };

const body = "document.cookie = '_stranger=' + Math.random() + '; path=/; max-age=86400';\n";

/** Serves a script that numbers visitors. */
export async function startStranger(): Promise<Stranger> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, {
      'content-type': 'text/javascript',
      'set-cookie': '_stranger_id=1; Path=/; Max-Age=86400; Secure; SameSite=None',
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { script: `http://stranger.localhost:${port}/visit.js`, asked, close };
}
