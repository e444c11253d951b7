// A handler with a socket, and a clear word when the port is taken.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { PortalError } from '../errors.ts';

/** Where to listen; port 0 takes a free one. */
export type ListenOptions = { readonly host: string; readonly port: number };

/** A server with one handler. `listen` rejects with PORTAL_PORT_BUSY when the port is taken. */
export type Portal = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly listen: (options: ListenOptions) => Promise<{ readonly port: number }>;
  readonly close: () => Promise<void>;
};

/** Gives a handler a socket, and takes it away again. */
export function serve(handle: Portal['handle']): Portal {
  const server: Server = createServer(handle);
  const listen = ({ host, port }: ListenOptions): Promise<{ readonly port: number }> =>
    new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'EADDRINUSE' ? new PortalError('PORTAL_PORT_BUSY', `${host}:${port}`, error) : error);
      });
      server.listen(port, host, () => {
        const address = server.address();
        resolve({ port: address !== null && typeof address === 'object' ? address.port : port });
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { handle, listen, close };
}
