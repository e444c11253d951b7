// Raw text of HTML: what stands between <script>, <style>, <title> … and their end tag, where tags are not tags.
// Follows the script states of the HTML tokenizer, escaped and double escaped included.

/** Elements whose content is text up to their own end tag. */
export const RAW_TEXT_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  // With scripting; without it what stands there is for readers, and nothing of ours goes in either way.
  'noscript',
]);

/** Where a scan stands inside one raw text element. */
export type RawText = {
  readonly name: string;
  /** What has been read of `</name`, `<!--` or `<script`, lower case; empty when nothing has begun. */
  candidate: string;
  escape: 'none' | 'escaped' | 'double';
  dashes: number;
};

/** Starts the raw text of one element. */
export function beginRawText(name: string): RawText {
  return { name, candidate: '', escape: 'none', dashes: 0 };
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const DASH = 0x2d;

function isDelimiter(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d || byte === 0x2f || byte === GREATER_THAN;
}

function isPrefixOfTarget(raw: RawText, text: string): boolean {
  if (`</${raw.name}`.startsWith(text)) return true;
  if (raw.name !== 'script') return false;
  return raw.escape === 'none' ? '<!--'.startsWith(text) : raw.escape === 'escaped' && '<script'.startsWith(text);
}

/** Takes a byte into a begun candidate; `'end'` when the end tag's name is complete, `'taken'` when it belongs, `'other'` when it does not. */
function continueCandidate(raw: RawText, byte: number): 'end' | 'taken' | 'other' {
  if (isDelimiter(byte) && raw.candidate === `</${raw.name}`) {
    raw.candidate = '';
    if (raw.escape !== 'double') return 'end';
    raw.escape = 'escaped';
    return 'taken';
  }
  if (isDelimiter(byte) && raw.candidate === '<script' && raw.escape === 'escaped') {
    raw.candidate = '';
    raw.escape = 'double';
    return 'taken';
  }
  const next = raw.candidate + String.fromCharCode(byte).toLowerCase();
  if (!isPrefixOfTarget(raw, next)) {
    raw.candidate = '';
    return 'other';
  }
  raw.candidate = next;
  if (next === '<!--') {
    raw.candidate = '';
    raw.escape = 'escaped';
    raw.dashes = 2;
  }
  return 'taken';
}

/** Reads one byte; true when this byte is the delimiter after the element's end tag name. */
export function readRawByte(raw: RawText, byte: number): boolean {
  if (raw.candidate !== '') {
    const outcome = continueCandidate(raw, byte);
    if (outcome !== 'other') return outcome === 'end';
  }
  if (byte === LESS_THAN) {
    raw.candidate = '<';
    raw.dashes = 0;
  } else if (byte === DASH) {
    raw.dashes += 1;
  } else {
    if (byte === GREATER_THAN && raw.dashes >= 2) raw.escape = 'none';
    raw.dashes = 0;
  }
  return false;
}
