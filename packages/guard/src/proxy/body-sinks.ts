// Where the pieces of a response's body go: to the visitor as they come, or by way of something that rewrites them.
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { HtmlInjector } from '../html/rewrite.ts';
import type { BodySink, Flow } from '../origin/messages.ts';

/** A response that is about to be sent. The head waits for the first piece, so that both are one packet. */
export type Departure = {
  readonly response: ServerResponse;
  readonly flow: Flow;
  /** Writes the head. */
  readonly begin: () => void;
  /** The body broke off before the head was written: another answer can still be given. */
  readonly spoilt: () => void;
};

const NOTHING = Buffer.alloc(0);

/** Takes what nobody waits for any more. */
export const lostSink: BodySink = { chunk: () => true, end: () => undefined, fail: () => undefined, idle: () => undefined };

/** A writer that sends the head with its first piece. */
function createWriter({ response, begin, spoilt }: Departure): {
  write(piece: Uint8Array): boolean;
  end(): void;
  fail(): void;
} {
  let begun = false;
  const start = (): void => {
    if (!begun) begin();
    begun = true;
  };
  return {
    write: (piece) => {
      start();
      return response.write(piece);
    },
    end: () => {
      start();
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
    end: writer.end,
    fail: writer.fail,
    idle: () => void writer.write(NOTHING),
  };
}

/** For a response that has no body: what comes all the same goes nowhere. */
export function emptySink({ begin, response }: Departure): BodySink {
  begin();
  response.end();
  return lostSink;
}

/** Pieces of a page, gone over on the way. */
export function rewritingSink(departure: Departure, rewriter: HtmlInjector): BodySink {
  const { response, flow } = departure;
  const writer = createWriter(departure);
  return {
    chunk: (piece) => {
      let open = true;
      for (const rewritten of rewriter.write(piece)) open = writer.write(rewritten);
      if (!open) response.once('drain', flow.resume);
      return open;
    },
    end: () => {
      for (const rewritten of rewriter.end()) writer.write(rewritten);
      writer.end();
    },
    fail: writer.fail,
    idle: () => void writer.write(NOTHING),
  };
}

/** Pieces by way of a stream that decodes and encodes them. */
export function streamingSink(departure: Departure, stream: Duplex): BodySink {
  const { response, flow } = departure;
  const writer = createWriter(departure);
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
  return {
    chunk: (piece) => {
      const open = stream.write(piece);
      if (!open) stream.once('drain', flow.resume);
      return open;
    },
    end: () => void stream.end(),
    fail: writer.fail,
    idle: () => void writer.write(NOTHING),
  };
}
