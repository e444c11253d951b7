// The bytes that mean something to an HTML tokenizer.

export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const DASH = 0x2d;

/** White space of HTML. */
export function isHtmlSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x09 || byte === 0x0d || byte === 0x0c;
}

/** Whether a tag's name may begin with it. */
export function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** 1 for each byte that ends a tag's name. */
export const DELIMITER: Uint8Array = Uint8Array.from({ length: 256 }, (_none, byte) =>
  isHtmlSpace(byte) || byte === SLASH || byte === GT ? 1 : 0,
);
