// The site behind a platform that has none: everything outside the prefix is not found.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A server on a free port of this machine, and how to close it. */
export type EmptyUpstream = { readonly origin: string; readonly close: () => Promise<void> };

/** Starts it; `prefix` is where the front office is. */
export async function startEmptyUpstream(prefix: string): Promise<EmptyUpstream> {
  const server = createServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`Only ${prefix}/ is served here\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
