// A request's body on its way to the site, delimited as its headers say.
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { HeaderList } from '../header-list.ts';
import { has } from '../header-list.ts';

/** What a body is sent under. */
export type BodyCase = {
  readonly headers: HeaderList;
  /** Whether the site still waits for it: it may answer before it has heard all. */
  readonly isWanted: () => boolean;
  readonly moving: () => void;
  readonly done: () => void;
  /** The visitor went away in the middle. */
  readonly brokenOff: () => void;
};

const LINE_END = Buffer.from('\r\n', 'latin1');
const LAST_CHUNK = Buffer.from('0\r\n\r\n', 'latin1');

function writeChunk(socket: Socket, piece: Buffer): boolean {
  socket.cork();
  socket.write(`${piece.length.toString(16)}\r\n`, 'latin1');
  socket.write(piece);
  const open = socket.write(LINE_END);
  socket.uncork();
  return open;
}

/** Sends it piece by piece, as fast as the site takes it. */
export function writeRequestBody(socket: Socket, body: Readable, { headers, isWanted, moving, done, brokenOff }: BodyCase): void {
  const isChunked = has(headers, 'transfer-encoding');
  let ended = false;
  const goOn = (): void => void body.resume();
  const stop = (): void => {
    body.off('data', pass);
    socket.off('drain', goOn);
    // What nobody waits for any more is read all the same: its sender may only then read the answer.
    body.resume();
  };
  const pass = (piece: Buffer): void => {
    if (!isWanted()) return stop();
    moving();
    if (piece.length > 0 && !(isChunked ? writeChunk(socket, piece) : socket.write(piece))) body.pause();
  };
  body.on('data', pass);
  socket.on('drain', goOn);
  body.once('end', () => {
    ended = true;
    stop();
    if (!isWanted()) return;
    if (isChunked) socket.write(LAST_CHUNK);
    done();
  });
  body.once('close', () => {
    stop();
    if (!ended) brokenOff();
  });
}
