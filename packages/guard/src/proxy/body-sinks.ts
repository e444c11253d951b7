// Where the pieces of a response's body go: to the visitor as they come, or by way of something that rewrites them.
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { decodeLatin1, joinBytes } from '../bytes.ts';
import type { HtmlInjector } from '../html/rewrite.ts';
import type { BodySink, Flow } from '../origin/messages.ts';

/** A response that is about to be sent. The head waits for the first piece, so that both are one packet. */
export type Departure = {
  readonly response: ServerResponse;
  readonly flow: Flow;
  /** Writes the head; with the length of the body where all of it is there. */
  readonly begin: (length: number | null) => void;
  /** The body broke off before the head was written: another answer can still be given. */
  readonly spoilt: () => void;
};

const NOTHING = Buffer.alloc(0);

/** Takes what nobody waits for any more. */
export const lostSink: BodySink = {
  chunk: () => true,
  last: () => undefined,
  end: () => undefined,
  fail: () => undefined,
  idle: () => undefined,
};

/** Up to here one more copy of a body is cheaper than one more piece for the system to write. */
const SMALL = 16_384;
const MIDDLING = 262_144;

type Writer = {
  /** Whether the head is out. */
  hasBegun(): boolean;
  write(piece: Uint8Array): boolean;
  /** The last pieces. */
  finish(pieces: readonly Uint8Array[]): void;
  end(): void;
  fail(): void;
};

/** The last pieces of a response whose head has just been made: as text of one byte a character, head and body are one write. */
function finishSmall(response: ServerResponse, body: Uint8Array): void {
  if (body.length > SMALL) response.end(body);
  else response.end(decodeLatin1(body, 0, body.length), 'latin1');
}

/** A writer that sends the head with its first piece. */
function createWriter({ response, begin, spoilt }: Departure): Writer {
  let begun = false;
  const start = (length: number | null): void => {
    if (!begun) begin(length);
    begun = true;
  };
  return {
    hasBegun: () => begun,
    write: (piece) => {
      start(null);
      return response.write(piece);
    },
    finish: (pieces) => {
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      const [only] = pieces;
      const isFirst = !begun;
      start(length);
      if (length > MIDDLING) {
        for (const piece of pieces) response.write(piece);
        response.end();
      } else {
        const body = pieces.length === 1 && only !== undefined ? only : joinBytes(pieces);
        if (isFirst) finishSmall(response, body);
        else response.end(body);
      }
    },
    end: () => {
      start(null);
      response.end();
    },
    fail: () => {
      // What came before is still on its way out.
      if (begun) setImmediate(() => response.destroy());
      else spoilt();
    },
  };
}

/** Pieces as they are. A body that breaks off breaks off for the visitor too. */
export function passingSink(departure: Departure): BodySink {
  const { response, flow } = departure;
  const writer = createWriter(departure);
  return {
    chunk: (piece) => {
      const open = writer.write(piece);
      if (!open) response.once('drain', flow.resume);
      return open;
    },
    last: (piece) => writer.finish([piece]),
    end: writer.end,
    fail: writer.fail,
    idle: () => void writer.write(NOTHING),
  };
}

/** For a response that has no body: what comes all the same goes nowhere. */
export function emptySink({ begin, response }: Departure): BodySink {
  begin(null);
  response.end();
  return lostSink;
}

/** Pieces of a page, gone over on the way. The first wait for what has arrived with them: most pages are there whole by then. */
export function rewritingSink(departure: Departure, rewriter: HtmlInjector): BodySink {
  const { response, flow } = departure;
  const writer = createWriter(departure);
  let held: Uint8Array[] = [];
  let size = 0;
  const flush = (): boolean => {
    let open = true;
    for (const piece of held) open = writer.write(piece);
    held = [];
    return open;
  };
  const hold = (pieces: readonly Uint8Array[]): void => {
    if (held.length === 0 && !writer.hasBegun()) setImmediate(flush);
    for (const piece of pieces) {
      held.push(piece);
      size += piece.length;
    }
  };
  return {
    chunk: (piece) => {
      hold(rewriter.write(piece));
      const open = (size <= MIDDLING && !writer.hasBegun()) || flush();
      if (!open) response.once('drain', flow.resume);
      return open;
    },
    last: (piece) => {
      hold(rewriter.write(piece));
      hold(rewriter.end());
      writer.finish(held.splice(0));
    },
    end: () => {
      hold(rewriter.end());
      writer.finish(held.splice(0));
    },
    fail: () => {
      held = [];
      writer.fail();
    },
    idle: () => void writer.write(NOTHING),
  };
}

/** A body that is decoded and encoded: at once where it comes whole and is small, else by a stream. */
export type Recoding = {
  /** Null where it is a stream's work. */
  whole(body: Uint8Array): Uint8Array | Promise<Uint8Array> | null;
  stream(): Duplex;
};

/** Opens the stream of a body that comes in pieces. */
function openStream({ response }: Departure, writer: Writer, stream: Duplex): Duplex {
  stream.on('data', (piece: Uint8Array) => {
    if (writer.write(piece)) return;
    stream.pause();
    response.once('drain', () => stream.resume());
  });
  stream.on('end', writer.end);
  // A body that is not what its head says breaks off behind that head, as it would have without us.
  stream.on('error', () => {
    writer.write(NOTHING);
    writer.fail();
  });
  response.on('close', () => stream.destroy());
  return stream;
}

/** Pieces that are decoded and encoded on the way. */
export function recodingSink(departure: Departure, recoding: Recoding): BodySink {
  const { flow } = departure;
  const writer = createWriter(departure);
  let opened: Duplex | null = null;
  const stream = (): Duplex => {
    opened ??= openStream(departure, writer, recoding.stream());
    return opened;
  };
  return {
    chunk: (piece) => {
      const open = stream().write(piece);
      if (!open) stream().once('drain', flow.resume);
      return open;
    },
    last: (piece) => {
      const whole = opened === null ? recoding.whole(piece) : null;
      if (whole === null) stream().end(piece);
      else if (whole instanceof Uint8Array) writer.finish([whole]);
      else whole.then((encoded) => writer.finish([encoded])).catch(writer.fail);
    },
    end: () => void stream().end(),
    fail: writer.fail,
    idle: () => void writer.write(NOTHING),
  };
}
