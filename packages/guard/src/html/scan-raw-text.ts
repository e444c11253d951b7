// Raw text of HTML: what stands between <script>, <style>, <title> … and their end tag, where tags are not tags.
// Follows the script states of the HTML tokenizer, escaped and double escaped included.
import { DASH, DELIMITER, GT, LT } from './bytes-of-html.ts';
import type { Scan } from './scan-state.ts';
import { wait } from './scan-state.ts';
import { PARTS } from './scan-tag-rest.ts';

type Found = 'yes' | 'no' | 'more';

function codes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const endTags: ReadonlyMap<string, Uint8Array> = new Map(
  ['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'].map((name) => [name, codes(`</${name}`)]),
);
const NOTHING = new Uint8Array(0);
const ESCAPE = codes('<!--');
const SCRIPT = codes('<script');
const SCRIPT_END = codes('</script');

/** Whether this text stands here, in whatever case. */
function stands(bytes: Uint8Array, at: number, text: Uint8Array): Found {
  for (let index = 0; index < text.length; index += 1) {
    if (at + index >= bytes.length) return 'more';
    const byte = bytes[at + index] ?? 0;
    if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== text[index]) return 'no';
  }
  return 'yes';
}

/** Whether this tag begins here: its name has to end as well. */
function begins(bytes: Uint8Array, at: number, tag: Uint8Array): Found {
  const found = stands(bytes, at, tag);
  if (found !== 'yes') return found;
  const after = bytes[at + tag.length];
  if (after === undefined) return 'more';
  return DELIMITER[after] === 1 ? 'yes' : 'no';
}

function beginEndTag(scan: Scan, at: number): number {
  scan.state = 'tag';
  scan.closing = true;
  scan.holds = false;
  scan.part = PARTS.before;
  return at;
}

/** What a `<` means in an escaped script: `<script` doubles the escape, `</script` takes that back or ends the element. */
function meetEscapedTag(scan: Scan, at: number): number {
  const { bytes, escape: before } = scan;
  const end = begins(bytes, at, SCRIPT_END);
  const start = before === 'escaped' ? begins(bytes, at, SCRIPT) : 'no';
  if (end === 'more' || start === 'more') return wait(scan, at);
  if (end === 'yes' && before === 'escaped') return beginEndTag(scan, at + SCRIPT_END.length);
  if (end === 'no' && start === 'no') return at + 1;
  scan.escape = end === 'yes' ? 'escaped' : 'double';
  return at + 1 + (end === 'yes' ? SCRIPT_END : SCRIPT).length;
}

/** An escaped script, up to the `-->` that ends the escape or to the next tag. */
function scanEscaped(scan: Scan, from: number): number {
  const { bytes } = scan;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === DASH) {
      scan.dashes += 1;
      continue;
    }
    if (byte === GT && scan.dashes >= 2) {
      scan.escape = 'none';
      return at + 1;
    }
    scan.dashes = 0;
    if (byte === LT) return meetEscapedTag(scan, at);
  }
  return bytes.length;
}

function scanPlain(scan: Scan, from: number): number {
  const { bytes, raw } = scan;
  const endTag = endTags.get(raw) ?? NOTHING;
  for (let at = bytes.indexOf(LT, from); at >= 0; at = bytes.indexOf(LT, at + 1)) {
    const end = begins(bytes, at, endTag);
    if (end === 'more') return wait(scan, at);
    if (end === 'yes') return beginEndTag(scan, at + endTag.length);
    if (raw !== 'script') continue;
    const escaping = stands(bytes, at, ESCAPE);
    if (escaping === 'more') return wait(scan, at);
    if (escaping === 'no') continue;
    scan.escape = 'escaped';
    scan.dashes = 2;
    return at + ESCAPE.length;
  }
  return bytes.length;
}

/** Whether others may read this text as markup: readers without scripts, and whoever takes it for a part of a drawing. */
function mayBeMarkup({ raw, foreign }: Scan): boolean {
  return raw === 'noscript' || foreign.isUnsure();
}

/** Reads on in raw text. What may be markup to somebody is reported, so that it can be looked through. */
export function scanRawText(scan: Scan, from: number): number {
  const to = scan.escape === 'none' ? scanPlain(scan, from) : scanEscaped(scan, from);
  if (!mayBeMarkup(scan)) return to;
  const unsure = scan.foreign.isUnsure();
  if (scan.state === 'raw') {
    scan.listener.unscripted(from, to < 0 ? scan.keep : to, unsure);
    return to;
  }
  const at = to - '</'.length - scan.raw.length;
  scan.listener.unscripted(from, at, unsure);
  scan.listener.unscriptedEnd(at);
  return to;
}
