// Both ends of the wire as bytes: an origin that answers with exactly what it is told, a visitor that sees exactly what arrives.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** What the origin got, and what it answers with: latin1 text, byte for byte. */
export type Script = (head: string, socket: Socket) => string | null;

export type RawOrigin = { readonly url: string; readonly heads: string[]; close(): Promise<void> };

/** Starts an origin. Each request's head (and what came with it) is kept; the script's text is the answer, null leaves the socket to the script. */
export async function startRawOrigin(script: Script): Promise<RawOrigin> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      const fresh = text.includes('\r\n\r\n');
      text += data.toString('latin1');
      if (fresh) {
        heads[heads.length - 1] = text;
        return;
      }
      if (!text.includes('\r\n\r\n')) return;
      heads.push(text);
      const answer = script(text, socket);
      if (answer !== null) socket.end(answer, 'latin1');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    heads,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Sends bytes and returns everything that comes back until the other side ends. */
export async function exchangeBytes(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (data: string) => {
    received += data;
  });
  socket.on('error', () => undefined);
  socket.write(text, 'latin1');
  await once(socket, 'close');
  return received;
}

/** A request as text, closing the connection after it. */
export function requestText(line: string, headers: readonly string[] = [], body = ''): string {
  return [`${line} HTTP/1.1`, 'Host: portal.localhost', 'Connection: close', ...headers, '', body].join('\r\n');
}

/** Every value of a header in a head or a whole message. */
export function headerValues(message: string, name: string): readonly string[] {
  const head = message.split('\r\n\r\n')[0] ?? '';
  return head
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());
}

export function statusOf(message: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(message)?.[1] ?? 0);
}

export function bodyOf(message: string): string {
  const at = message.indexOf('\r\n\r\n');
  const body = message.slice(at + 4);
  if (headerValues(message, 'transfer-encoding').length === 0) return body;
  let rest = body;
  let joined = '';
  for (;;) {
    const line = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.slice(0, line), 16);
    if (!(size > 0)) return joined;
    joined += rest.slice(line + 2, line + 2 + size);
    rest = rest.slice(line + 4 + size);
  }
}
