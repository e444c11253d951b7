import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBodyFraming, staysOpen } from '../../src/origin/body-framing.ts';
import { createHeadReader } from '../../src/origin/head-reader.ts';
import { readResponseHead } from '../../src/origin/response-head.ts';

const head = (...lines: readonly string[]): string => ['HTTP/1.1 200 OK', ...lines].join('\r\n');

test('G162 a head is status, reason and lines in their order, names as they came', () => {
  expect(readResponseHead(head('Set-Cookie: a=1', 'SET-COOKIE:  b=2\t', 'X-Empty:', 'X: \u00e9'))).toEqual({
    minor: 1,
    status: 200,
    message: 'OK',
    headers: [
      ['Set-Cookie', 'a=1', 'set-cookie'],
      ['SET-COOKIE', 'b=2', 'set-cookie'],
      ['X-Empty', '', 'x-empty'],
      ['X', '\u00e9', 'x'],
    ],
  });
  expect(readResponseHead('HTTP/1.0 404')).toEqual({ minor: 0, status: 404, message: '', headers: [] });
  expect(readResponseHead('HTTP/1.1 200 ')?.message).toBe('');
});

test.each([
  ['another protocol', 'HTTP/2 200 OK'],
  ['a version of two digits', 'HTTP/1.10 200 OK'],
  ['no status', 'HTTP/1.1 OK'],
  ['a status of two digits', 'HTTP/1.1 20 OK'],
  ['a status that begins with zero', 'HTTP/1.1 020 OK'],
  ['a folded line', head('Set-Cookie: a=1', ' b=2')],
  ['a space before the colon', head('Set-Cookie : a=1')],
  ['no colon', head('Set-Cookie')],
  ['no name', head(': a=1')],
  ['a bare line feed', head('A: b\nSet-Cookie: c=d')],
  ['a bare carriage return', head('A: b\rSet-Cookie: c=d')],
  ['a NUL', head('A: b\0c')],
  ['a control character', head('A: b\x01c')],
  ['DEL', head('A: b\x7f')],
  ['a name that is no token', head('A(b): c')],
  ['an empty line in it', head('', 'A: b')],
])('G162 no head has %s', (_name, text) => {
  expect(readResponseHead(text)).toBeNull();
});

const framed = (lines: readonly string[], { method = 'GET', status = 200, minor = 1 } = {}): ReturnType<typeof readBodyFraming> => {
  const read = readResponseHead([`HTTP/1.${minor} ${status} X`, ...lines].join('\r\n'));
  return read === null ? null : readBodyFraming(read, method);
};

test('G163 a body ends where every reader finds its end; what could be read in two ways is no response', () => {
  expect(framed(['Content-Length: 5'])).toEqual({ kind: 'length', length: 5 });
  expect(framed(['Transfer-Encoding: Chunked'])).toEqual({ kind: 'chunked' });
  expect(framed([])).toEqual({ kind: 'until-close' });
  expect(framed(['Content-Length: 5'], { method: 'HEAD' })).toEqual({ kind: 'none' });
  for (const status of [204, 304]) expect(framed(['Content-Length: 5'], { status })).toEqual({ kind: 'none' });
  for (const lines of [
    ['Content-Length: 5', 'Transfer-Encoding: chunked'],
    ['Content-Length: 5', 'Content-Length: 5'],
    ['Content-Length: 5, 5'],
    ['Content-Length: -5'],
    ['Content-Length: +5'],
    ['Content-Length: 0x5'],
    ['Content-Length:'],
    ['Transfer-Encoding: gzip, chunked'],
    ['Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'],
    ['Transfer-Encoding: identity'],
  ]) {
    expect(framed(lines), lines.join()).toBeNull();
  }
  expect(framed(['Transfer-Encoding: chunked'], { minor: 0 })).toBeNull();
});

test('G163 a connection carries another request only where both sides say so', () => {
  const open = (minor: number, ...lines: readonly string[]): boolean => {
    const read = readResponseHead([`HTTP/1.${minor} 200 OK`, ...lines].join('\r\n'));
    return read !== null && staysOpen(read, readBodyFraming(read, 'GET') ?? { kind: 'until-close' });
  };
  expect(open(1, 'Content-Length: 0')).toBe(true);
  expect(open(1, 'Content-Length: 0', 'Connection: foo, Close')).toBe(false);
  expect(open(0, 'Content-Length: 0')).toBe(false);
  expect(open(0, 'Content-Length: 0', 'Connection: keep-alive')).toBe(true);
  expect(open(1)).toBe(false);
});

test('G164 a head is found wherever its bytes are cut', () => {
  const bytes = Buffer.from(`${head('A: b', `Long: ${'x'.repeat(300)}`)}\r\n\r\nrest`, 'latin1');
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (cuts) => {
      const reader = createHeadReader();
      const places = [...new Set([0, ...cuts, bytes.length])].sort((a, b) => a - b);
      let found = '';
      let rest = '';
      for (const [index, from] of places.slice(0, -1).entries()) {
        const piece = bytes.subarray(from, places[index + 1]);
        if (found !== '') {
          rest += piece.toString('latin1');
          continue;
        }
        const reading = reader.read(piece);
        expect(reading).not.toBe('broken');
        if (typeof reading === 'string') continue;
        found = reading.text;
        rest = reading.rest.toString('latin1');
      }
      expect(`${found}\r\n\r\n${rest}`).toBe(bytes.toString('latin1'));
    }),
    { numRuns: 500 },
  );
});

test('G164 bytes that never become a head are given up at once, and endless ones at a limit', () => {
  expect(createHeadReader().read(Buffer.from('<html>'))).toBe('broken');
  expect(createHeadReader().read(Buffer.from('H'))).toBe('more');
  const slow = createHeadReader();
  for (const letter of 'HTTP') expect(slow.read(Buffer.from(letter))).toBe('more');
  expect(slow.read(Buffer.from('S'))).toBe('broken');
  const endless = createHeadReader();
  let pieces = 0;
  while (pieces < 1000 && endless.read(Buffer.from(pieces === 0 ? 'HTTP/1.1 200 OK\r\n' : 'A: bbbbbbbb\r\n'.repeat(100))) === 'more')
    pieces += 1;
  expect(pieces).toBeLessThan(250);
});
