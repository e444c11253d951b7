// The tags whose names mean something here, found from bytes without making a string. Everything else is nameless.

/** In the order of their ids; 0 is every other name. */
const NAMES = [
  '',
  'html',
  'head',
  'body',
  'frameset',
  'base',
  'basefont',
  'bgsound',
  'br',
  'template',
  'plaintext',
  'svg',
  'math',
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'noembed',
  'noframes',
  'noscript',
  'iframe',
  'link',
  'meta',
  'img',
  'image',
  'input',
  'video',
  'audio',
  'source',
  'track',
  'embed',
  'object',
  'frame',
  'feimage',
  'use',
  'font',
  'annotation-xml',
] as const;

/** A name that means something, or empty. */
export type TagName = (typeof NAMES)[number];

/** Longer than any name that means something. */
export const NAME_LIMIT = 16;

const LONGEST = Math.max(...NAMES.map((name) => name.length));
const SLOTS = 1024;

function hashOf(codes: ArrayLike<number>, from: number, to: number): number {
  let hash = 7;
  for (let index = from; index < to; index += 1) hash = (Math.imul(hash, 31) + ((codes[index] ?? 0) | 0x20)) | 0;
  return (hash ^ (hash >>> 10)) & (SLOTS - 1);
}

const codesOf: readonly Uint8Array[] = NAMES.map((name) => Uint8Array.from(name, (character) => character.charCodeAt(0)));

const slots = new Uint8Array(SLOTS);
for (const [id, codes] of codesOf.entries()) {
  let slot = hashOf(codes, 0, codes.length);
  while (slots[slot] !== 0) slot = (slot + 1) % SLOTS;
  if (id > 0) slots[slot] = id;
}

function isNamed(bytes: Uint8Array, from: number, codes: Uint8Array): boolean {
  for (let index = 0; index < codes.length; index += 1) {
    const byte = bytes[from + index] ?? 0;
    // Only letters have two cases: "|" alone would take other bytes for them.
    if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== codes[index]) return false;
  }
  return true;
}

/** The name that stands in these bytes, in whatever case. */
export function readTagName(bytes: Uint8Array, from: number, to: number): TagName {
  if (to - from > LONGEST) return '';
  for (let slot = hashOf(bytes, from, to); slots[slot] !== 0; slot = (slot + 1) % SLOTS) {
    const id = slots[slot] ?? 0;
    const codes = codesOf[id];
    if (codes !== undefined && codes.length === to - from && isNamed(bytes, from, codes)) return NAMES[id] ?? '';
  }
  return '';
}

/** Elements whose content is text up to their own end tag. */
export const RAW_TEXT: ReadonlySet<TagName> = new Set<TagName>([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  // With scripting; what stands there for readers without it is looked through on its own.
  'noscript',
]);

/** Elements whose attributes may make a browser load something, connect or go elsewhere. */
export const LOADING: ReadonlySet<TagName> = new Set<TagName>([
  'base',
  'script',
  'iframe',
  'link',
  'meta',
  'img',
  'image',
  'input',
  'video',
  'audio',
  'source',
  'track',
  'embed',
  'object',
  'frame',
  'feimage',
  'use',
]);
