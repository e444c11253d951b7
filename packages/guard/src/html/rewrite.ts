// Goes over one document: what is ours is put in, what may not load is made inert, and every other byte passes as it came.
import type { RequestUse } from '@candor/core';
import { decodeLatin1, encodeLatin1, joinBytes } from '../bytes.ts';
import type { Bases } from './addresses.ts';
import type { Attribute } from './attributes.ts';
import { decodeValue, readAttributes } from './attributes.ts';
import { hasAscii } from './document.ts';
import type { EditCase, Meaning } from './edit-tag.ts';
import { editTag } from './edit-tag.ts';
import { createHeldBytes } from './held-bytes.ts';
import { rewriteInner } from './inner-document.ts';
import type { HtmlParts, Placer } from './place.ts';
import { createPlacer } from './place.ts';
import { scanBytes } from './scan.ts';
import type { HtmlListener, Scan, WholeTag } from './scan-state.ts';
import { beginScan } from './scan-state.ts';
import { LOADING } from './tag-names.ts';

/** What is to be done with one document. */
export type HtmlRules = {
  /** What goes in; null: nothing goes in. */
  readonly parts: HtmlParts | null;
  /** The absolute address of the document. */
  readonly base: string;
  /** What an absolute address in the markup means for this visitor. */
  readonly ask: (address: string, use: RequestUse) => Meaning;
  /** False: nothing is made inert and nothing becomes a gate. */
  readonly inert: boolean;
};

/** Takes a document chunk by chunk and gives back what may be sent. */
export type HtmlInjector = { write(chunk: Uint8Array): readonly Uint8Array[]; end(): readonly Uint8Array[] };

/** A tag longer than this is not waited for: it loses its name, and with it whatever it would have done. */
const LONGEST_TAG = 1 << 22;
/** Documents inside attributes of documents inside attributes. */
const DEEPEST = 4;

const NOTHING: readonly Uint8Array[] = [];
/** More pieces than these cost more to send one by one than to copy. */
const MANY = 6;

/** What is going out, of the bytes that are being scanned. */
type Outgoing = {
  bytes: Uint8Array;
  /** The same as text, once it is needed. */
  text: string | null;
  /** Everything before this offset is in `pieces`. */
  sent: number;
  pieces: Uint8Array[];
};

/** Puts a piece in place of some bytes. Offsets only rise. */
function replace(out: Outgoing, at: number, end: number, piece: Uint8Array): void {
  if (at > out.sent) out.pieces.push(out.bytes.subarray(out.sent, at));
  if (piece.length > 0) out.pieces.push(piece);
  out.sent = end;
}

/** Whether it is said that the document is in an encoding in which ASCII is ASCII. */
type Charset = { isKnown: boolean };

/** With a way to stop in the middle. */
type Rewriter = HtmlInjector & { stop(): readonly Uint8Array[] };

/** Which document inside which, and whether it may be read in two ways from its first byte on. */
type Place = { readonly bases: Bases; readonly depth: number; readonly unsure: boolean; readonly charset: Charset };

function editWhole(out: Outgoing, { name, at, end, isHtml }: WholeTag, editCase: EditCase): readonly Attribute[] {
  const nameEnd = at + 1 + name.length;
  out.text ??= decodeLatin1(out.bytes, 0, out.bytes.length);
  const attributes = readAttributes(out.text, nameEnd, end - 1);
  for (const edit of editTag({ name, isHtml, nameEnd, attributes }, editCase)) {
    replace(out, Math.min(edit.at, end), Math.min(edit.end, end), encodeLatin1(edit.text));
  }
  return attributes;
}

/** Whether a <meta> names an encoding that has ASCII. */
function saysCharset(attributes: readonly Attribute[]): boolean {
  const given = (wanted: string): string => decodeValue(attributes.find(({ name }) => name === wanted)?.raw ?? '');
  const named = given('charset') || (/charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(given('content'))?.[1] ?? '');
  return hasAscii(named.trim().toLowerCase());
}

/** The document inside a document: with its addresses, and nothing of ours. */
function createInner(rules: HtmlRules, place: Place, unsure: boolean): HtmlInjector {
  return create({ ...rules, parts: null }, { ...place, depth: place.depth + 1, unsure });
}

function listen(out: Outgoing, placer: Placer | null, rules: HtmlRules, place: Place): HtmlListener {
  const editCase: EditCase = {
    bases: place.bases,
    ask: rules.ask,
    rewrite: (markup) => (place.depth < DEEPEST ? rewriteInner(markup, createInner(rules, place, false)) : ''),
  };
  let unscripted: HtmlInjector | null = null;
  return {
    wantsText: () => placer?.wantsText() ?? false,
    wantsAll: () => placer?.wantsAll() ?? false,
    text: (at) => placer?.text(at),
    open: (name, at) => placer?.open(name, at),
    opened: (tag) => {
      const attributes = rules.inert && LOADING.has(tag.name) ? editWhole(out, tag, editCase) : [];
      if (tag.name === 'meta' && !place.charset.isKnown) place.charset.isKnown = saysCharset(attributes);
      placer?.opened(tag.name, tag.end);
    },
    close: (name, at) => placer?.close(name, at),
    unscripted: (from, to, unsure) => {
      if (!rules.inert || place.depth >= DEEPEST) return;
      unscripted ??= createInner(rules, place, unsure);
      replace(out, from, to, joinBytes(unscripted.write(out.bytes.subarray(from, to))));
    },
    unscriptedEnd: (at) => {
      if (unscripted !== null) replace(out, at, at, joinBytes(unscripted.end()));
      unscripted = null;
    },
  };
}

/** A tag that is too long to wait for. */
function cutTag(out: Outgoing, scan: Scan): void {
  const at = scan.tagStart + 1;
  replace(out, at, at, encodeLatin1('candor-'));
  scan.holds = false;
  scan.name = '';
  scan.word = '';
}

function create(rules: HtmlRules, place: Place): Rewriter {
  const held = createHeldBytes();
  const out: Outgoing = { bytes: new Uint8Array(0), text: null, sent: 0, pieces: [] };
  const insert = (at: number, bytes: Uint8Array): void => replace(out, at, at, bytes);
  const placer = rules.parts === null ? null : createPlacer(rules.parts, insert);
  const listener = listen(out, placer, rules, place);
  const scan = beginScan(listener, { reads: rules.inert, unsure: place.unsure });
  const give = (until: number): readonly Uint8Array[] => {
    if (until > out.sent) out.pieces.push(out.bytes.subarray(out.sent, until));
    held.keep(out.bytes.subarray(until));
    const { pieces } = out;
    out.pieces = [];
    return pieces.length > MANY ? [joinBytes(pieces)] : pieces;
  };
  return {
    write: (chunk) => {
      if (chunk.length === 0) return NOTHING;
      out.bytes = held.take(chunk);
      out.text = null;
      out.sent = 0;
      let keep = scanBytes(scan, out.bytes);
      if (scan.holds && out.bytes.length - keep > LONGEST_TAG) {
        scan.tagStart = keep;
        cutTag(out, scan);
        scan.before += out.bytes.length - keep;
        scan.resume = 0;
        keep = out.bytes.length;
      }
      return give(keep);
    },
    stop: () => {
      out.bytes = held.take(new Uint8Array(0));
      out.sent = 0;
      return give(out.bytes.length);
    },
    end: () => {
      out.bytes = held.take(new Uint8Array(0));
      out.text = null;
      out.sent = 0;
      const end = out.bytes.length;
      // What was never closed stands for readers without scripts, as far as it goes.
      if (scan.state === 'raw') listener.unscriptedEnd(0);
      placer?.finish(end);
      return give(end);
    },
  };
}

function isUtf16(start: Uint8Array): boolean {
  return (start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0xff && start[1] === 0xfe);
}

function isUtf8(start: Uint8Array): boolean {
  return start[0] === 0xef && start[1] === 0xbb;
}

/** What an encoding with states begins other characters with: where nobody said that it is another, what follows cannot be read. */
const ESCAPE = 0x1b;

/**
 * Starts one document. Holds back no more than a tag that is being read. What begins with a UTF-16 byte-order mark, or turns out to
 * be in an encoding that hides ASCII, passes as it came from there on.
 */
export function createHtmlRewriter(rules: HtmlRules): HtmlInjector {
  const charset: Charset = { isKnown: !rules.inert || rules.parts?.afterMeta === false };
  const rewriter = create(rules, { bases: [rules.base], depth: 0, unsure: false, charset });
  let start: Uint8Array | null = new Uint8Array(0);
  let untouched = false;
  const write = (bytes: Uint8Array): readonly Uint8Array[] => {
    const found = charset.isKnown ? -1 : bytes.indexOf(ESCAPE);
    if (found < 0) return rewriter.write(bytes);
    const before = rewriter.write(bytes.subarray(0, found));
    if (charset.isKnown) return [...before, ...rewriter.write(bytes.subarray(found))];
    untouched = true;
    return [...before, ...rewriter.stop(), bytes.subarray(found)];
  };
  return {
    write: (chunk) => {
      if (untouched) return [chunk];
      if (start === null) return write(chunk);
      const bytes = start.length === 0 ? chunk : joinBytes([start, chunk]);
      if (bytes.length < 2) {
        start = bytes.slice();
        return NOTHING;
      }
      start = null;
      untouched = isUtf16(bytes);
      charset.isKnown ||= isUtf8(bytes);
      return untouched ? [bytes] : write(bytes);
    },
    end: () => {
      if (untouched) return NOTHING;
      return start === null ? rewriter.end() : [...rewriter.write(start), ...rewriter.end()];
    },
  };
}
