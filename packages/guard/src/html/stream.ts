// A page on its way through: decoded, gone over, and encoded again, with nothing kept longer than it has to be.
import type { Transform } from 'node:stream';
import { Duplex, Transform as NodeTransform, pipeline } from 'node:stream';
import { createDecoder, createEncoder } from './body-coders.ts';
import type { Coding } from './coding.ts';
import type { HtmlInjector, HtmlRules } from './rewrite.ts';
import { createHtmlRewriter } from './rewrite.ts';

/** A body that is this much larger than what came is no page: it is broken off. Small ones may be. */
const MOST_GROWTH = 200;
const SMALL = 1 << 24;

/** What came in and what it became. */
type Growth = { came: number; grew: number };

function isBomb({ came, grew }: Growth): boolean {
  return grew > SMALL && grew > MOST_GROWTH * came;
}

function rewriting(rewriter: HtmlInjector, growth: Growth, sent: () => void): Transform {
  return new NodeTransform({
    transform(chunk: Uint8Array, _encoding, done) {
      growth.grew += chunk.length;
      if (isBomb(growth)) return done(new RangeError('The body grows more than a page does'));
      for (const piece of rewriter.write(chunk)) this.push(piece);
      sent();
      return done();
    },
    flush(done) {
      for (const piece of rewriter.end()) this.push(piece);
      done();
    },
  });
}

/** Lets out what an encoder holds back as soon as nothing more comes at once: what the site has flushed leaves. */
function flushWhenIdle(flush: () => void): () => void {
  let planned: NodeJS.Immediate | null = null;
  return () => {
    if (planned !== null) clearImmediate(planned);
    planned = setImmediate(() => {
      planned = null;
      flush();
    });
  };
}

/** A decoder, the rewriter and an encoder, one behind the other. */
type Line = { readonly first: Transform; readonly last: Transform; destroy(): void };

function createLine(rewriter: HtmlInjector, coding: Coding, start: { readonly byte: number; readonly growth: Growth }): Line {
  const { stream: encoder, flush } = createEncoder(coding.to);
  const sent = flushWhenIdle(() => {
    if (!encoder.destroyed && !encoder.writableEnded) flush();
  });
  const first = createDecoder(coding.from, start.byte);
  const middle = rewriting(rewriter, start.growth, sent);
  const destroy = (): void => {
    for (const stream of [first, middle, encoder]) stream.destroy();
  };
  return { first, last: pipeline(first, middle, encoder, () => undefined), destroy };
}

/** One stream whose front is the first of a line and whose back is its last; what goes wrong inside goes wrong with it. */
function createDecoded(rewriter: HtmlInjector, coding: Coding): Duplex {
  const growth: Growth = { came: 0, grew: 0 };
  let line: Line | null = null;
  const begin = (byte: number): Line => {
    const begun = createLine(rewriter, coding, { byte, growth });
    begun.last.on('data', (piece: Uint8Array) => {
      if (!whole.push(piece)) begun.last.pause();
    });
    begun.last.on('end', () => whole.push(null));
    // A pipeline hands a fault on to its last stream.
    begun.last.on('error', (fault) => whole.destroy(fault));
    return begun;
  };
  const whole = new Duplex({
    write(chunk: Uint8Array, _encoding, done) {
      const [byte] = chunk;
      if (byte === undefined) return done();
      line ??= begin(byte);
      growth.came += chunk.length;
      if (line.first.write(chunk)) return done();
      return void line.first.once('drain', done);
    },
    final(done) {
      if (line === null) whole.push(null);
      else line.first.end();
      done();
    },
    read() {
      line?.last.resume();
    },
    destroy(fault, done) {
      line?.destroy();
      done(fault);
    },
  });
  return whole;
}

/**
 * A document as it goes through: decoded, rewritten, encoded. A body that is cut, broken or grows without measure ends in an error,
 * so that it breaks off for the visitor too.
 */
export function createHtmlStream(rules: HtmlRules, coding: Coding): Duplex {
  const rewriter = createHtmlRewriter(rules);
  if (coding.from !== 'identity' || coding.to !== 'identity') return createDecoded(rewriter, coding);
  return rewriting(rewriter, { came: Number.POSITIVE_INFINITY, grew: 0 }, () => undefined);
}
