// The part of a tag after its name, up to the `>` that ends it: attributes, whose quoted values may hold anything.

/** Where a scan stands inside a tag. `selfClosing` is set when the tag ends in `/>`. */
export type TagRest = {
  state: 'before-name' | 'slash' | 'name' | 'after-name' | 'before-value' | 'double-quoted' | 'single-quoted' | 'unquoted';
  selfClosing: boolean;
};

/** Starts right after a tag's name. */
export function beginTagRest(): TagRest {
  return { state: 'before-name', selfClosing: false };
}

/** White space of HTML. */
export function isHtmlSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c;
}

const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

function beforeName(byte: number): TagRest['state'] {
  if (isHtmlSpace(byte)) return 'before-name';
  return byte === SLASH ? 'slash' : 'name';
}

function afterName(byte: number): TagRest['state'] {
  if (byte === EQUALS) return 'before-value';
  return isHtmlSpace(byte) ? 'after-name' : beforeName(byte);
}

function inName(byte: number): TagRest['state'] {
  if (byte === EQUALS) return 'before-value';
  if (isHtmlSpace(byte)) return 'after-name';
  return byte === SLASH ? 'slash' : 'name';
}

function beforeValue(byte: number): TagRest['state'] {
  if (isHtmlSpace(byte)) return 'before-value';
  if (byte === DOUBLE_QUOTE) return 'double-quoted';
  return byte === SINGLE_QUOTE ? 'single-quoted' : 'unquoted';
}

const next: { readonly [S in TagRest['state']]: (byte: number) => TagRest['state'] } = {
  'before-name': beforeName,
  slash: beforeName,
  name: inName,
  'after-name': afterName,
  'before-value': beforeValue,
  'double-quoted': (byte) => (byte === DOUBLE_QUOTE ? 'before-name' : 'double-quoted'),
  'single-quoted': (byte) => (byte === SINGLE_QUOTE ? 'before-name' : 'single-quoted'),
  unquoted: (byte) => (isHtmlSpace(byte) ? 'before-name' : 'unquoted'),
};

/** Reads one byte; true when it ends the tag. */
export function readTagByte(rest: TagRest, byte: number): boolean {
  if (byte === GT && rest.state !== 'double-quoted' && rest.state !== 'single-quoted') {
    rest.selfClosing = rest.state === 'slash';
    return true;
  }
  rest.state = next[rest.state](byte);
  return false;
}

/** The quote that alone can end the state, or null: everything before it may be skipped. */
export function quoteOf(rest: TagRest): number | null {
  if (rest.state === 'double-quoted') return DOUBLE_QUOTE;
  return rest.state === 'single-quoted' ? SINGLE_QUOTE : null;
}
