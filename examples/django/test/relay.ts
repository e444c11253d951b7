// Stands between guard and Django and hands every byte on as it is, so that a test can say what Django really sent.
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** A relay on a free port. `sent` are the Set-Cookie values that came from Django since it was last asked. */
export type Relay = { readonly url: string; readonly sent: () => readonly string[]; readonly close: () => Promise<void> };

/** Starts a relay to this address. */
export async function startRelay(upstream: string): Promise<Relay> {
  const { hostname, port } = new URL(upstream);
  const sockets = new Set<Socket>();
  let heard = '';
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    far.on('data', (bytes) => {
      heard += bytes.toString('latin1');
    });
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent: () => {
      const lines = [...heard.matchAll(/^Set-Cookie:[ \t]*(.*?)[ \t]*\r$/gim)].map(([, value]) => value ?? '');
      heard = '';
      return lines;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
