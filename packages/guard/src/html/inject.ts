// Puts three pieces of markup into an HTML stream: first in <head>, first in <body>, last in <body>. Every other byte passes as it came.
import { Transform } from 'node:stream';
import { joinBytes } from '../bytes.ts';
import type { HtmlParts } from './place.ts';
import { createPlacer } from './place.ts';
import { createHtmlScanner } from './scan.ts';

/** Takes the document chunk by chunk and gives back what may be sent. */
export type HtmlInjector = { write(chunk: Uint8Array): readonly Uint8Array[]; end(): readonly Uint8Array[] };

/** Starts one document. Holds back no more than the name of a tag that is being read. */
export function createHtmlInjector(parts: HtmlParts): HtmlInjector {
  const placer = createPlacer(parts);
  const scanner = createHtmlScanner(placer.sink);
  let held: Uint8Array = new Uint8Array(0);
  let heldAt = 0;
  const flush = (until: number): readonly Uint8Array[] => {
    const out: Uint8Array[] = [];
    let from = heldAt;
    for (const insertion of placer.take()) {
      out.push(held.subarray(from - heldAt, insertion.at - heldAt), insertion.bytes);
      from = insertion.at;
    }
    out.push(held.subarray(from - heldAt, until - heldAt));
    held = held.subarray(until - heldAt);
    heldAt = until;
    return out.filter((piece) => piece.length > 0);
  };
  return {
    write: (chunk) => {
      held = held.length === 0 ? chunk : joinBytes([held, chunk]);
      return flush(scanner.scan(chunk));
    },
    end: () => {
      const end = heldAt + held.length;
      placer.finish(end);
      return flush(end);
    },
  };
}

function isUtf16(start: Uint8Array): boolean {
  return (start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0xff && start[1] === 0xfe);
}

/** The injector as a stream. A document that begins with a UTF-16 byte-order mark passes untouched. */
export function createHtmlStream(parts: HtmlParts): Transform {
  const injector = createHtmlInjector(parts);
  let start: Uint8Array | null = new Uint8Array(0);
  let untouched = false;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      let bytes = chunk;
      if (start !== null) {
        bytes = joinBytes([start, chunk]);
        start = bytes.length < 2 ? bytes : null;
        if (start !== null) return done();
        untouched = isUtf16(bytes);
      }
      if (untouched) this.push(bytes);
      else for (const piece of injector.write(bytes)) this.push(piece);
      return done();
    },
    flush(done) {
      if (!untouched) for (const piece of [...(start === null ? [] : injector.write(start)), ...injector.end()]) this.push(piece);
      done();
    },
  });
}
