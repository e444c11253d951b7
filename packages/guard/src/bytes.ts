// Bytes of heads and bodies. Header text is latin1 on both sides of the wire: one character is one byte.

/** The pieces in one array. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** One byte per character; characters above 0xff do not occur in header text and are cut. */
export function encodeLatin1(text: string): Uint8Array {
  if (typeof Buffer === 'undefined') return Uint8Array.from(text, (character) => character.charCodeAt(0));
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'latin1');
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const AT_ONCE = 8192;

/** Bytes as text: one character for each. */
export function decodeLatin1(bytes: Uint8Array, from: number, to: number): string {
  if (typeof Buffer !== 'undefined') return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
  let text = '';
  for (let at = from; at < to; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, Math.min(at + AT_ONCE, to)));
  return text;
}
