// Finds tags in HTML bytes, chunk by chunk, with the states of the HTML tokenizer that decide where a tag begins and ends.
// It builds no tree, decodes nothing and holds no bytes: it tells offsets, and up to which offset nothing is undecided.
import type { Comment } from './comment.ts';
import { beginComment, readCommentByte } from './comment.ts';
import type { RawText } from './raw-text.ts';
import { beginRawText, RAW_TEXT_ELEMENTS, readRawByte } from './raw-text.ts';
import type { TagRest } from './tag-rest.ts';
import { beginTagRest, isHtmlSpace, quoteOf, readTagByte } from './tag-rest.ts';

/** What a scan reports. Offsets count bytes from the start of the document; names are lower case. */
export type HtmlSink = {
  /** Text that is more than white space begins here. Reported while `wantsText` is true. */
  text(at: number): void;
  /** A start tag; `at` is its `<`. */
  open(name: string, at: number): void;
  /** The same start tag is complete; `end` is the offset after its `>`. */
  opened(name: string, end: number): void;
  /** An end tag; `at` is its `<`. */
  close(name: string, at: number): void;
  wantsText(): boolean;
};

/** Reads one chunk and returns the offset before which everything has been reported. */
export type HtmlScanner = { scan(chunk: Uint8Array): number };

type Scan = {
  readonly sink: HtmlSink;
  state: State;
  at: number;
  tagStart: number;
  name: string;
  announced: boolean;
  closing: boolean;
  markup: string;
  brackets: number;
  foreign: number;
  rest: TagRest;
  raw: RawText;
  comment: Comment;
};

type State = (scan: Scan, byte: number) => State;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
/** Longer than any name the sink could look for; a longer name is reported cut, so that little is held back. */
const NAME_LIMIT = 16;

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** A byte-order mark at the very start is no text. */
function isMark(scan: Scan, byte: number): boolean {
  return scan.at < 3 && byte === [0xef, 0xbb, 0xbf][scan.at];
}

const data: State = (scan, byte) => {
  if (byte === LT) {
    scan.tagStart = scan.at;
    return tagOpen;
  }
  if (!isHtmlSpace(byte) && !isMark(scan, byte) && scan.sink.wantsText()) scan.sink.text(scan.at);
  return data;
};

const tagOpen: State = (scan, byte) => {
  if (isLetter(byte)) return beginName(scan, byte, false);
  if (byte === SLASH) return endTagOpen;
  if (byte === 0x21) {
    scan.markup = '';
    return markup;
  }
  if (byte === 0x3f) return bogus;
  if (scan.sink.wantsText()) scan.sink.text(scan.tagStart);
  return data(scan, byte);
};

const endTagOpen: State = (scan, byte) => {
  if (isLetter(byte)) return beginName(scan, byte, true);
  return byte === GT ? data : bogus;
};

function beginName(scan: Scan, byte: number, closing: boolean): State {
  scan.name = '';
  scan.announced = false;
  scan.closing = closing;
  return tagName(scan, byte);
}

function announce(scan: Scan): void {
  if (scan.announced) return;
  scan.announced = true;
  if (scan.closing) {
    if (isForeignRoot(scan.name)) scan.foreign = Math.max(0, scan.foreign - 1);
    scan.sink.close(scan.name, scan.tagStart);
  } else {
    scan.sink.open(scan.name, scan.tagStart);
  }
}

function isForeignRoot(name: string): boolean {
  return name === 'svg' || name === 'math';
}

const tagName: State = (scan, byte) => {
  if (byte !== GT && byte !== SLASH && !isHtmlSpace(byte)) {
    if (scan.name.length < NAME_LIMIT) scan.name += String.fromCharCode(byte).toLowerCase();
    else announce(scan);
    return tagName;
  }
  announce(scan);
  return beginRest(scan, byte);
};

/** A slash right after the name belongs to the rest; so does the `>` of a bare tag. */
function beginRest(scan: Scan, byte: number): State {
  scan.rest = beginTagRest();
  return insideTag(scan, byte);
}

const insideTag: State = (scan, byte) => (readTagByte(scan.rest, byte) ? endTag(scan) : insideTag);

function endTag(scan: Scan): State {
  if (scan.closing) return data;
  scan.sink.opened(scan.name, scan.at + 1);
  if (isForeignRoot(scan.name) && !scan.rest.selfClosing) scan.foreign += 1;
  if (scan.name === 'plaintext' && scan.foreign === 0) return plaintext;
  // In SVG and MathML a slash ends the element; in HTML it means nothing.
  if (!RAW_TEXT_ELEMENTS.has(scan.name) || (scan.foreign > 0 && scan.rest.selfClosing)) return data;
  scan.raw = beginRawText(scan.name);
  return rawText;
}

const rawText: State = (scan, byte) => {
  if (!readRawByte(scan.raw, byte)) return rawText;
  scan.closing = true;
  return beginRest(scan, byte);
};

const plaintext: State = () => plaintext;
const bogus: State = (_scan, byte) => (byte === GT ? data : bogus);

const markup: State = (scan, byte) => {
  if (byte === GT) return data;
  scan.markup += String.fromCharCode(byte);
  if (scan.markup === '--') {
    scan.comment = beginComment();
    return comment;
  }
  if (scan.markup === '[CDATA[') {
    scan.brackets = 0;
    return scan.foreign > 0 ? cdata : bogus;
  }
  return '--'.startsWith(scan.markup) || '[CDATA['.startsWith(scan.markup) ? markup : bogus;
};

const comment: State = (scan, byte) => (readCommentByte(scan.comment, byte) ? data : comment);

const cdata: State = (scan, byte) => {
  if (byte === GT && scan.brackets >= 2) return data;
  scan.brackets = byte === 0x5d ? scan.brackets + 1 : 0;
  return cdata;
};

/** The byte that can leave this state, where there is only one: everything before it may be skipped. */
function soleExit(scan: Scan): number | null {
  if (scan.state === data) return scan.sink.wantsText() ? null : LT;
  if (scan.state === insideTag) return quoteOf(scan.rest);
  if (scan.state === rawText && scan.raw.candidate === '' && scan.raw.escape === 'none') return LT;
  return null;
}

function isUndecided(scan: Scan): boolean {
  return scan.state === tagOpen || scan.state === endTagOpen || (scan.state === tagName && !scan.announced);
}

function scanChunk(scan: Scan, chunk: Uint8Array): number {
  const base = scan.at;
  for (let index = 0; index < chunk.length; index += 1) {
    const exit = soleExit(scan);
    if (exit !== null) {
      const found = chunk.indexOf(exit, index);
      if (found < 0) break;
      index = found;
    }
    scan.at = base + index;
    scan.state = scan.state(scan, chunk[index] ?? 0);
  }
  scan.at = base + chunk.length;
  return isUndecided(scan) ? scan.tagStart : scan.at;
}

/** Starts a scan of one document. */
export function createHtmlScanner(sink: HtmlSink): HtmlScanner {
  const scan: Scan = {
    sink,
    state: data,
    at: 0,
    tagStart: 0,
    name: '',
    announced: true,
    closing: false,
    rest: beginTagRest(),
    markup: '',
    brackets: 0,
    foreign: 0,
    raw: beginRawText(''),
    comment: beginComment(),
  };
  return { scan: (chunk) => scanChunk(scan, chunk) };
}
