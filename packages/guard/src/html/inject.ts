// Puts two pieces of markup into an HTML stream: one first in <head>, one before </body>. Every other byte passes as it came.
import { Transform } from 'node:stream';
import { joinBytes } from '../bytes.ts';
import { createHtmlScanner } from './scan.ts';

/** What goes in. With `afterMeta` the first piece waits for leading <meta> tags, so that a <meta charset> stays within the first 1024 bytes. */
export type HtmlParts = { readonly head: Uint8Array; readonly tail: Uint8Array; readonly afterMeta: boolean };

/** Takes the document chunk by chunk and gives back what may be sent. */
export type HtmlInjector = { write(chunk: Uint8Array): readonly Uint8Array[]; end(): readonly Uint8Array[] };

type Insertion = { readonly at: number; readonly bytes: Uint8Array };

/** Finds the two places. The head goes after <head>, or in front of the first thing that is neither doctype, comment nor <html>. */
function createPlacer(parts: HtmlParts): {
  readonly placer: Parameters<typeof createHtmlScanner>[0];
  readonly insertions: Insertion[];
  finish(at: number): void;
} {
  const insertions: Insertion[] = [];
  let head: 'before' | 'metas' | 'done' = 'before';
  let tailDone = false;
  let templates = 0;
  const placeHead = (at: number): void => {
    if (head !== 'done') insertions.push({ at, bytes: parts.head });
    head = 'done';
  };
  const placeTail = (at: number): void => {
    placeHead(at);
    if (!tailDone) insertions.push({ at, bytes: parts.tail });
    tailDone = true;
  };
  const leadsToHead = (name: string): boolean => (head === 'before' ? name === 'html' || name === 'head' : name === 'meta');
  return {
    insertions,
    finish: placeTail,
    placer: {
      wantsText: () => head !== 'done',
      text: placeHead,
      open: (name, at) => {
        if (head !== 'done' && !leadsToHead(name)) placeHead(at);
        if (name === 'template') templates += 1;
        // Nothing after <plaintext> is markup.
        if (name === 'plaintext') placeTail(at);
      },
      opened: (name, end) => {
        if (head !== 'before' || name !== 'head') return;
        if (parts.afterMeta) head = 'metas';
        else placeHead(end);
      },
      close: (name, at) => {
        placeHead(at);
        if (name === 'template') templates = Math.max(0, templates - 1);
        // Inside a template the notice would be inert.
        if ((name === 'body' || name === 'html') && templates === 0) placeTail(at);
      },
    },
  };
}

/** Starts one document. Holds back no more than the name of a tag that is being read. */
export function createHtmlInjector(parts: HtmlParts): HtmlInjector {
  const { placer, insertions, finish } = createPlacer(parts);
  const scanner = createHtmlScanner(placer);
  let held: Uint8Array = new Uint8Array(0);
  let heldAt = 0;
  const flush = (until: number): readonly Uint8Array[] => {
    const out: Uint8Array[] = [];
    let from = heldAt;
    for (const insertion of insertions.splice(0)) {
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
      finish(end);
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
