// The end of a server's connections: what is under way ends, what waits for nothing goes at once, and after a while everything goes.
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is open. `responses` have not ended, `upgraded` speak another protocol. */
export type Openings = {
  readonly server: Server;
  readonly sockets: ReadonlySet<Socket>;
  readonly upgraded: ReadonlySet<Socket>;
  readonly responses: Iterable<ServerResponse> & { readonly size: number };
  /** Ends one that speaks another protocol in the words of that protocol. */
  readonly farewell: (socket: Socket) => void;
};

/** Ends connections. `close` may be called again, with less grace. */
export type Closing = {
  /** Whether it has begun. */
  readonly isClosing: () => boolean;
  /** A response that begins: after the end has begun its connection ends with it. */
  prepare(response: ServerResponse): void;
  /** Resolves with how many responses and WebSockets had to be cut. */
  close(grace: number): Promise<number>;
};

/** Milliseconds for the other side of a WebSocket to hear that it has ended. */
const LAST_WORDS = 250;

/** Nothing ends yet. */
export function createClosing({ server, sockets, upgraded, responses, farewell }: Openings): Closing {
  let ended: Promise<number> | null = null;
  let hurry: () => void = () => undefined;

  const lastOf = (response: ServerResponse): void => {
    // The next response would say so; there may be none.
    if (response.headersSent) response.once('close', () => setImmediate(() => server.closeIdleConnections()));
    else response.shouldKeepAlive = false;
  };
  const quiet = (closed: Promise<void>, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      hurry = done;
      void closed.then(done);
    });
  const run = async (grace: number): Promise<number> => {
    const closed = server.listening ? new Promise<void>((resolve) => server.close(() => resolve())) : Promise.resolve();
    for (const response of responses) lastOf(response);
    server.closeIdleConnections();
    // Nothing was ever asked on these.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    if (grace > 0) {
      await quiet(closed, grace);
      for (const socket of upgraded) farewell(socket);
      if (upgraded.size > 0) await quiet(closed, LAST_WORDS);
    }
    const cut = responses.size + upgraded.size;
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await closed;
    return cut;
  };
  return {
    isClosing: () => ended !== null,
    prepare: (response) => {
      if (ended !== null) response.shouldKeepAlive = false;
    },
    close: (grace) => {
      if (ended !== null && grace <= 0) hurry();
      ended ??= run(grace);
      return ended;
    },
  };
}
