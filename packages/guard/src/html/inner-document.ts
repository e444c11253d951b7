// A document inside an attribute (srcdoc): its markup is decoded, gone over like any other, and written back as a value.
import { decodeUtf8, encodeUtf8 } from '@candor/core';
import { decodeHTMLAttribute } from 'entities/decode';
import { joinBytes } from '../bytes.ts';

/** Goes over a piece of markup. */
type Rewriter = { write(chunk: Uint8Array): readonly Uint8Array[]; end(): readonly Uint8Array[] };

/** Where the bytes of the page stand while its references are decoded, so that both can be told apart. */
const BYTES_FROM = 0xf700;

/** The value as it has to stand now; the same text where nothing had to change. One character of it is one byte. */
export function rewriteInner(raw: string, rewriter: Rewriter): string {
  const apart = raw.replace(/[\x80-\xff]/g, (unit) => String.fromCharCode(BYTES_FROM + unit.charCodeAt(0)));
  const markup = decodeHTMLAttribute(apart);
  const decoded = decodeUtf8(joinBytes([...rewriter.write(encodeUtf8(markup)), ...rewriter.end()]));
  // Edits are ASCII and stand between characters.
  const rewritten = decoded.ok ? decoded.value : '';
  if (rewritten === markup) return raw;
  return rewritten
    .replace(/[\uf780-\uf7ff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - BYTES_FROM))
    .replace(/[&"'<>`=\t\n\f\r ]|[^\x00-\xff]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}
