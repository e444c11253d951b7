// Bytes to text and back: strict decoders that answer with an issue, encoders that cannot fail.
import type { Result } from './result.ts';
import { fail, succeed } from './result.ts';

// Both are part of every runtime core is for, but not of the es2023 library that core is compiled against.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

const standardAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const urlAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const hexByByte: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD, as in the WHATWG Encoding standard. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The string that UTF-8 bytes stand for, a leading BOM kept. Fails with `BYTES_NOT_UTF8` on any malformed sequence. */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  try {
    return succeed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse('BYTES_NOT_UTF8', 'Bytes are not valid UTF-8', 'Save the text as UTF-8');
  }
}

/** Lower-case hex digits, two a byte. */
export function encodeHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexByByte[byte];
  return text;
}

/** Bytes of hex digits of either case. Fails with `BYTES_NOT_HEX` on an odd length or another character. */
export function decodeHex(text: string): Result<Uint8Array> {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    return refuse('BYTES_NOT_HEX', 'Text is not an even number of hex digits', 'Expected pairs of 0-9 and a-f');
  }
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  return succeed(bytes);
}

/** Base64 of RFC 4648 §4, with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  const text = encodeSextets(bytes, standardAlphabet);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Bytes of padded base64. Fails with `BYTES_NOT_BASE64` on anything that `encodeBase64` would not have written. */
export function decodeBase64(text: string): Result<Uint8Array> {
  const bare = text.replace(/={1,2}$/, '');
  const bytes = text.length % 4 === 0 ? decodeSextets(bare, standardAlphabet) : null;
  return bytes === null ? refuseBase64('padded base64 (RFC 4648, section 4)') : succeed(bytes);
}

/** Base64url of RFC 4648 §5, without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeSextets(bytes, urlAlphabet);
}

/** Bytes of unpadded base64url. Fails with `BYTES_NOT_BASE64` on anything that `encodeBase64Url` would not have written. */
export function decodeBase64Url(text: string): Result<Uint8Array> {
  const bytes = decodeSextets(text, urlAlphabet);
  return bytes === null ? refuseBase64('unpadded base64url (RFC 4648, section 5)') : succeed(bytes);
}

function encodeSextets(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet.charAt((pending >> bits) & 63);
    }
  }
  return bits === 0 ? text : text + alphabet.charAt((pending << (6 - bits)) & 63);
}

// Null when a character is foreign, a lone sextet is left over, or the unused bits are not zero: one byte string, one text.
function decodeSextets(text: string, alphabet: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let pending = 0;
  let bits = 0;
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sextet = alphabet.indexOf(text.charAt(index));
    if (sextet === -1) return null;
    pending = ((pending << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (pending >> bits) & 255;
    length += 1;
  }
  return (pending & ((1 << bits) - 1)) === 0 ? bytes : null;
}

function refuse(code: string, message: string, hint: string): Result<never> {
  return fail({ code, path: '', message, hint, severity: 'error' });
}

function refuseBase64(expected: string): Result<never> {
  return refuse('BYTES_NOT_BASE64', 'Text is not canonical base64', `Expected ${expected}`);
}
