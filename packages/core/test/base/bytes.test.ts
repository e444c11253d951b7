import { expect, test } from 'vitest';
import {
  decodeBase64,
  decodeBase64Url,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeBase64Url,
  encodeHex,
  encodeUtf8,
} from '../../src/base/bytes.ts';

test('B2 base64 gives the examples of RFC 4648', () => {
  const examples = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
  for (const [length, expected] of examples.entries()) {
    const bytes = encodeUtf8('foobar'.slice(0, length));
    expect(encodeBase64(bytes)).toBe(expected);
    expect(encodeBase64Url(bytes)).toBe(expected.replaceAll('=', ''));
  }
  expect(encodeBase64(new Uint8Array([251, 255]))).toBe('+/8=');
  expect(encodeBase64Url(new Uint8Array([251, 255]))).toBe('-_8');
});

test.each(['Zg', 'Zg=', 'Zh==', 'Z===', 'Zm9=', '=Zg=', 'Zm 9', 'Zm9v====', 'Zm-_', 'Zg==\n'])(
  'B2 %j is refused as padded base64',
  (text) => {
    expect(decodeBase64(text)).toMatchObject({ ok: false, issues: [{ code: 'BYTES_NOT_BASE64' }] });
  },
);

test.each(['Zg==', 'Zh', 'Z', 'Zm+/', 'Zm9v '])('B2 %j is refused as base64url', (text) => {
  expect(decodeBase64Url(text)).toMatchObject({ ok: false, issues: [{ code: 'BYTES_NOT_BASE64' }] });
});

test('B2 hex is read in either case and written in lower case', () => {
  expect(encodeHex(new Uint8Array([0, 15, 255]))).toBe('000fff');
  expect(decodeHex('000FfF')).toEqual({ ok: true, value: new Uint8Array([0, 15, 255]) });
  for (const text of ['0', '0g', ' 00', '00\n']) expect(decodeHex(text)).toMatchObject({ ok: false, issues: [{ code: 'BYTES_NOT_HEX' }] });
});

test.each([
  ['a lone continuation byte', [0x80]],
  ['an overlong form', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a cut sequence', [0xe2, 0x82]],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
])('B3 %s is refused as UTF-8', (_name, bytes) => {
  expect(decodeUtf8(new Uint8Array(bytes))).toMatchObject({ ok: false, issues: [{ code: 'BYTES_NOT_UTF8' }] });
});

test('B3 a leading BOM is kept', () => {
  expect(decodeUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toEqual({ ok: true, value: '\ufeffa' });
});
