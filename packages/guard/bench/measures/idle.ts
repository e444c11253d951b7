// Connections that have asked once and then hold on: what one costs.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Case } from '../cases.ts';
import { smallCase } from '../cases.ts';
import type { Running } from '../processes/running.ts';

/** Memory in bytes; `heap` is what the heap grew by. `open` is how many were still open when it was measured. */
export type Idle = { readonly name: string; readonly before: number; readonly after: number; readonly heap: number; readonly open: number };

const atOnce = 25;
const PATIENCE = 10_000;
const nothing = { name: '', before: 0, after: 0, heap: 0, open: 0 };

const headOf = ({ path, headers }: Case): string => `GET ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`;

/** A connection whose first answer has come. Rejects when it ends or stays silent instead. */
async function openOne(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.setTimeout(PATIENCE, () => socket.destroy());
  await once(socket, 'connect', gone);
  socket.write(headOf(smallCase));
  let answer = '';
  // The body ends with its brace, and behind that only what ends a chunked one.
  while (!/\}(?:\r\n0\r\n\r\n)?$/.test(answer)) {
    const [piece] = (await once(socket, 'data', gone)) as [Buffer];
    answer += piece.toString('latin1');
  }
  socket.setTimeout(0);
  socket.on('error', () => socket.destroy());
  return socket;
}

/** Opens them, a few at a time, and measures before any can be too old. */
export async function measureIdle(name: string, running: Running, count: number): Promise<Idle> {
  if (count === 0) return { ...nothing, name };
  const sockets: Socket[] = [];
  const { resident: before, heap: heapBefore } = await running.usage(true);
  try {
    while (sockets.length < count) {
      const some = Math.min(atOnce, count - sockets.length);
      sockets.push(...(await Promise.all(Array.from({ length: some }, () => openOne(running.port)))));
    }
    const { resident: after, heap } = await running.usage(true);
    const open = sockets.filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded).length;
    return { name, before, after, heap: heap - heapBefore, open };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}
