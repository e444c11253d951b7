// The attributes of one whole start tag, read as browsers read them.
import { decodeHTMLAttribute } from 'entities/decode';
import { isHtmlSpace, SLASH } from './bytes-of-html.ts';

/** One attribute. `at` is where its name begins, `valueAt` and `valueEnd` are around its value without quotes. */
export type Attribute = {
  /** Lower case. */
  readonly name: string;
  readonly at: number;
  readonly valueAt: number;
  readonly valueEnd: number;
  /** The value as it stands: one character for each byte. */
  readonly raw: string;
  /** A name that came before means nothing, until the first one is renamed. */
  readonly again: boolean;
};

/** What says where a browser goes, and what it then does; nothing else is kept. */
const WANTED: ReadonlySet<string> = new Set(
  'src srcset href xlink:href rel type http-equiv content data poster srcdoc imagesrcset as data-candor-purpose encoding color face size charset'.split(
    ' ',
  ),
);

const LONGEST = Math.max(...[...WANTED].map((name) => name.length));
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** A value whose references are decoded; NUL is what browsers make of it. */
export function decodeValue(raw: string): string {
  const decoded = raw.includes('&') ? decodeHTMLAttribute(raw) : raw;
  return decoded.includes('\0') ? decoded.replaceAll('\0', '\ufffd') : decoded;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isHtmlSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function skipName(text: string, from: number, end: number): number {
  // An equals sign that begins a name belongs to it.
  let at = from + 1;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === EQUALS || code === SLASH || isHtmlSpace(code)) break;
  }
  return at;
}

/** Where the value that begins here ends, its closing quote apart. */
function endOfValue(text: string, at: number, end: number): number {
  const quote = text.charCodeAt(at);
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    const found = text.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", at + 1);
    return found < 0 || found > end ? end : found;
  }
  let to = at;
  while (to < end && !isHtmlSpace(text.charCodeAt(to))) to += 1;
  return to;
}

/** Where the value of an attribute stands, and where the next one may begin; a name without one has an empty value. */
type Value = { readonly from: number; readonly to: number; readonly next: number };

function readValueAt(text: string, nameEnd: number, end: number): Value {
  const equals = skipSpace(text, nameEnd, end);
  if (equals >= end || text.charCodeAt(equals) !== EQUALS) return { from: nameEnd, to: nameEnd, next: equals };
  const from = skipSpace(text, equals + 1, end);
  const to = endOfValue(text, from, end);
  const first = from < end ? text.charCodeAt(from) : 0;
  return first === DOUBLE_QUOTE || first === SINGLE_QUOTE ? { from: from + 1, to, next: to + 1 } : { from, to, next: to };
}

/**
 * Those attributes of a tag that may matter, in their order. `from` is the offset after the tag's name, `end` that of its `>`.
 */
export function readAttributes(text: string, from: number, end: number): readonly Attribute[] {
  const attributes: Attribute[] = [];
  const seen: string[] = [];
  for (let at = from; at < end; ) {
    const code = text.charCodeAt(at);
    if (code === SLASH || isHtmlSpace(code)) {
      at += 1;
      continue;
    }
    const nameEnd = skipName(text, at, end);
    const value = readValueAt(text, nameEnd, end);
    const name = nameEnd - at <= LONGEST ? text.slice(at, nameEnd).toLowerCase() : '';
    if (WANTED.has(name)) {
      const again = seen.includes(name);
      if (!again) seen.push(name);
      attributes.push({ name, at, valueAt: value.from, valueEnd: value.to, raw: text.slice(value.from, value.to), again });
    }
    at = value.next;
  }
  return attributes;
}
