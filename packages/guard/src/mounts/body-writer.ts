// The body of a held response: as it comes, gone over as a page, or decoded, gone over and encoded again.
import type { ServerResponse } from 'node:http';
import type { HtmlInjector } from '../html/rewrite.ts';
import { createHtmlRewriter } from '../html/rewrite.ts';
import { createHtmlStream } from '../html/stream.ts';
import type { PageRewrite } from '../response/page-rules.ts';

/** The methods of a response as they were before it was held. */
export type Native = Pick<ServerResponse, 'writeHead' | 'flushHeaders' | 'writeEarlyHints'> & {
  write(chunk: Uint8Array, done?: Done): boolean;
  end(done?: Done, chunk?: Uint8Array): unknown;
};

/** What a writer's caller wants to be told. */
export type Done = (error?: Error | null) => void;

/** Takes the pieces of one body. `write` says whether more is wanted at once; if not, the response drains. */
export type BodyWriter = { write(chunk: Uint8Array, done?: Done): boolean; end(chunk: Uint8Array, done?: Done): void };

function passing(native: Native): BodyWriter {
  return {
    write: native.write,
    end: (chunk, done) => void native.end(done, chunk.length > 0 ? chunk : undefined),
  };
}

function rewriting(native: Native, rewriter: HtmlInjector): BodyWriter {
  const send = (pieces: readonly Uint8Array[]): boolean => {
    let open = true;
    for (const piece of pieces) open = native.write(piece);
    return open;
  };
  return {
    write: (chunk, done) => {
      const open = send(rewriter.write(chunk));
      if (done !== undefined) queueMicrotask(done);
      return open;
    },
    end: (chunk, done) => {
      send(rewriter.write(chunk));
      send(rewriter.end());
      native.end(done);
    },
  };
}

function recoding(response: ServerResponse, native: Native, { rules, coding }: PageRewrite): BodyWriter {
  const stream = createHtmlStream(rules, coding);
  stream.on('data', (piece: Uint8Array) => {
    if (native.write(piece)) return;
    stream.pause();
    response.once('drain', () => stream.resume());
  });
  // A body that cannot be read breaks off for the visitor too.
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  return {
    write: (chunk, done) => {
      const open = stream.write(chunk, done);
      if (!open) stream.once('drain', () => response.emit('drain'));
      return open;
    },
    end: (chunk, done) => {
      stream.once('end', () => native.end(done));
      stream.end(chunk);
    },
  };
}

/** Opens the writer of a body. */
export function openBody(response: ServerResponse, native: Native, page: PageRewrite | null): BodyWriter {
  if (page === null) return passing(native);
  const { rules, coding } = page;
  const isPlain = coding.from === 'identity' && coding.to === 'identity';
  return isPlain ? rewriting(native, createHtmlRewriter(rules)) : recoding(response, native, page);
}
