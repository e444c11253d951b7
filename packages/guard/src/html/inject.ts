// Puts three pieces of markup into an HTML stream: first in <head>, first in <body>, last in <body>. Every other byte passes as it came.
import { Transform } from 'node:stream';
import type { HtmlParts } from './place.ts';
import type { HtmlInjector } from './rewrite.ts';
import { createHtmlRewriter } from './rewrite.ts';

export type { HtmlInjector } from './rewrite.ts';

/** Starts one document. Holds back no more than the name of a tag that is being read. */
export function createHtmlInjector(parts: HtmlParts): HtmlInjector {
  return createHtmlRewriter({ parts, base: 'http://localhost/', ask: () => 'pass', inert: false });
}

/** The injector as a stream. A document that begins with a UTF-16 byte-order mark passes untouched. */
export function createHtmlStream(parts: HtmlParts): Transform {
  const injector = createHtmlInjector(parts);
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      for (const piece of injector.write(chunk)) this.push(piece);
      return done();
    },
    flush(done) {
      for (const piece of injector.end()) this.push(piece);
      done();
    },
  });
}
