// Pages gone over by streams of the web: in the codings that every runtime has, and otherwise the policy alone.
import type { HeaderList } from '../header-list.ts';
import { keyOf } from '../header-list.ts';
import type { ContentCoding } from '../html/coding.ts';
import type { HtmlRules } from '../html/rewrite.ts';
import { createHtmlRewriter } from '../html/rewrite.ts';
import type { Leaving } from '../passing.ts';
import type { PageRewrite } from '../response/page-rules.ts';

type Streamed = 'identity' | 'gzip' | 'deflate';

function isStreamed(coding: ContentCoding): coding is Streamed {
  return coding === 'identity' || coding === 'gzip' || coding === 'deflate';
}

/** The same where the streams at hand can read and write the page; else it goes out as it came, in the coding that it came in. */
export function fitted(leaving: Leaving, came: HeaderList): Leaving {
  const { headers, page } = leaving;
  if (page === null || (isStreamed(page.coding.from) && isStreamed(page.coding.to))) return leaving;
  const isCoding = (pair: HeaderList[number]): boolean => keyOf(pair) === 'content-encoding';
  return { headers: [...headers.filter((pair) => !isCoding(pair)), ...came.filter(isCoding)], page: null };
}

type Bytes = Uint8Array<ArrayBuffer>;

function rewriting(rules: HtmlRules): TransformStream<Bytes, Bytes> {
  const rewriter = createHtmlRewriter(rules);
  // No bytes of ours are in shared memory.
  const send = (pieces: readonly Uint8Array[], to: { enqueue(piece: Bytes): void }): void => {
    for (const piece of pieces) to.enqueue(piece as Bytes);
  };
  return new TransformStream({
    transform: (chunk, controller) => send(rewriter.write(chunk), controller),
    flush: (controller) => send(rewriter.end(), controller),
  });
}

type Body = NonNullable<Response['body']>;

/** The body as it goes out. */
export function goneOver(body: Body, { rules, coding: { from, to } }: PageRewrite): Body {
  const read = isStreamed(from) && from !== 'identity' ? body.pipeThrough(new DecompressionStream(from)) : body;
  const written = read.pipeThrough(rewriting(rules));
  return isStreamed(to) && to !== 'identity' ? written.pipeThrough(new CompressionStream(to)) : written;
}
