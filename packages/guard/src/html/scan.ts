// Finds tags in HTML bytes, chunk by chunk, with the states of the HTML tokenizer that decide where a tag begins and ends.
// It builds no tree and copies nothing: it tells offsets, and from which offset on something is undecided.
import { decodeLatin1 } from '../bytes.ts';
import { readAttributes } from './attributes.ts';
import { DELIMITER, isHtmlSpace, isLetter, LT, SLASH } from './bytes-of-html.ts';
import { scanBogus, scanCdata, scanComment } from './scan-comment.ts';
import { scanRawText } from './scan-raw-text.ts';
import type { Scan } from './scan-state.ts';
import { wait } from './scan-state.ts';
import { PARTS, scanTagRest } from './scan-tag-rest.ts';
import { findTag, skipPlain, TELLING } from './skip-plain.ts';
import { LOADING, NAME_LIMIT, RAW_TEXT, readTagName } from './tag-names.ts';

function isMark(scan: Scan, at: number): boolean {
  const place = scan.before + at;
  return place < 3 && scan.bytes[at] === [0xef, 0xbb, 0xbf][place];
}

function meetText(scan: Scan, from: number): number {
  const { bytes, listener } = scan;
  let at = from;
  for (; at < bytes.length && bytes[at] !== LT && listener.wantsText(); at += 1) {
    if (!isHtmlSpace(bytes[at] ?? 0) && !isMark(scan, at)) listener.text(at);
  }
  return at;
}

function scanText(scan: Scan, from: number): number {
  const { bytes, listener, foreign, reads } = scan;
  let at = listener.wantsText() ? meetText(scan, from) : from;
  const isPlain = !listener.wantsAll() && !listener.wantsText() && !foreign.isOpen();
  at = isPlain ? skipPlain(bytes, at, reads ? TELLING.read : TELLING.placed) : findTag(bytes, at);
  if (at < bytes.length) {
    scan.tagStart = at;
    scan.state = 'open';
  }
  return at;
}

const CDATA = [...'[CDATA['].map((character) => character.charCodeAt(0));

function scanDeclaration(scan: Scan, at: number): number {
  const { bytes } = scan;
  if (at + 2 >= bytes.length) return wait(scan, at);
  if (bytes[at + 2] === 0x2d) {
    if (at + 3 >= bytes.length) return wait(scan, at);
    scan.last = 0x2d2d;
    scan.read = 0;
    scan.state = bytes[at + 3] === 0x2d ? 'comment' : 'bogus';
    return bytes[at + 3] === 0x2d ? at + 4 : at + 2;
  }
  const differs = CDATA.findIndex((byte, index) => bytes[at + 2 + index] !== byte);
  if (differs >= 0) {
    if (at + 2 + differs >= bytes.length) return wait(scan, at);
    scan.state = 'bogus';
    return at + 2;
  }
  scan.last = 0;
  scan.state = scan.foreign.isInnermost() ? 'cdata' : 'bogus';
  return at + 9;
}

function scanOpen(scan: Scan, at: number): number {
  const { bytes, listener } = scan;
  if (at + 1 >= bytes.length) return wait(scan, at);
  const byte = bytes[at + 1] ?? 0;
  if (isLetter(byte)) return scanName(scan, at + 1, false);
  if (byte === SLASH) {
    if (at + 2 >= bytes.length) return wait(scan, at);
    if (isLetter(bytes[at + 2] ?? 0)) return scanName(scan, at + 2, true);
    scan.state = 'bogus';
    return at + 2;
  }
  if (byte === 0x21) return scanDeclaration(scan, at);
  if (byte === 0x3f) {
    scan.state = 'bogus';
    return at + 2;
  }
  if (listener.wantsText()) listener.text(at);
  scan.state = 'text';
  return at + 1;
}

function wordOf({ bytes }: Scan, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to)).toLowerCase();
}

function scanName(scan: Scan, from: number, closing: boolean): number {
  const { bytes, listener, foreign } = scan;
  const limit = Math.min(bytes.length, from + NAME_LIMIT);
  let to = from + 1;
  while (to < limit && DELIMITER[bytes[to] ?? 0] === 0) to += 1;
  if (to === bytes.length && to < from + NAME_LIMIT) return wait(scan, scan.tagStart);
  const name = readTagName(bytes, from, to);
  const inForeign = foreign.isOpen();
  scan.name = name;
  scan.word = inForeign ? wordOf(scan, from, to) : name;
  scan.closing = closing;
  scan.part = PARTS.before;
  scan.state = to === from + NAME_LIMIT ? 'name' : 'tag';
  scan.holds = false;
  if (closing) {
    if (inForeign) foreign.close(scan.word);
    if (name !== '' || listener.wantsAll()) listener.close(name, scan.tagStart);
    return to;
  }
  if (name !== '') scan.holds = (scan.reads && LOADING.has(name)) || (inForeign && (name === 'font' || name === 'annotation-xml'));
  if (name !== '' || listener.wantsAll()) listener.open(name, scan.tagStart);
  return to;
}

/** The rest of a name that is longer than any that means something. */
function scanLongName(scan: Scan, from: number): number {
  const { bytes } = scan;
  let at = from;
  while (at < bytes.length && DELIMITER[bytes[at] ?? 0] === 0) at += 1;
  if (at < bytes.length) scan.state = 'tag';
  return at;
}

function isHtmlElement(scan: Scan, end: number): boolean {
  const { foreign, name, word, bytes, tagStart, selfClosing } = scan;
  if (name !== 'svg' && name !== 'math' && !foreign.isOpen()) return true;
  const attribute = (wanted: string): string | null => {
    if (!scan.holds) return null;
    const found = readAttributes(decodeLatin1(bytes, tagStart, end - 1), 1 + name.length, end - 1 - tagStart);
    return found.find((given) => given.name === wanted)?.raw ?? null;
  };
  return foreign.open(word, { selfClosing, attribute });
}

function scanTag(scan: Scan, from: number): number {
  const end = scanTagRest(scan, from);
  if (scan.state === 'tag') return end;
  if (scan.closing) return end;
  const { name, listener } = scan;
  const isHtml = isHtmlElement(scan, end);
  if (name !== '') listener.opened({ name, at: scan.tagStart, end, isHtml: isHtml && !scan.foreign.isUnsure() });
  if (!isHtml) return end;
  // To whom it is a part of a drawing the document goes on.
  if (name === 'plaintext' && !scan.foreign.isUnsure()) scan.state = 'plaintext';
  if (name !== '' && RAW_TEXT.has(name)) {
    scan.state = 'raw';
    scan.raw = name;
    scan.escape = 'none';
  }
  return end;
}

function step(scan: Scan, at: number): number {
  switch (scan.state) {
    case 'text':
      return scanText(scan, at);
    case 'open':
      return scanOpen(scan, at);
    case 'tag':
      return scanTag(scan, at);
    case 'raw':
      return scanRawText(scan, at);
    case 'name':
      return scanLongName(scan, at);
    case 'comment':
      return scanComment(scan, at);
    case 'bogus':
      return scanBogus(scan, at);
    case 'cdata':
      return scanCdata(scan, at);
    default:
      return scan.bytes.length;
  }
}

/**
 * Reads on in these bytes, which begin with those that were to be kept. Returns the offset from which on they are to be given again,
 * with what follows them.
 */
export function scanBytes(scan: Scan, bytes: Uint8Array): number {
  scan.bytes = bytes;
  scan.keep = bytes.length;
  let at = scan.resume;
  scan.resume = bytes.length;
  while (at >= 0 && at < bytes.length) at = step(scan, at);
  if (scan.state === 'tag' && scan.holds) scan.keep = scan.tagStart;
  scan.before += scan.keep;
  scan.resume -= scan.keep;
  scan.tagStart -= scan.keep;
  return scan.keep;
}
