import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFilter } from '../src/filter.ts';
import { holdSocket } from '../src/mounts/hold-socket.ts';
import type { Passing } from '../src/passing.ts';
import { optionsFor } from './contract/stands.ts';

const LINES = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Accept: abc=', 'Set-Cookie: _ga=1', 'Set-Cookie:\t__proto__=2'];
const HEAD = `HTTP/1.1 101 Switching Protocols\r\n${LINES.join('\r\n')}\r\n\r\n`;

const none = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(0);
const filter = createFilter(optionsFor());

function passing(): Passing {
  const headers = [['Host', 'portal.localhost']] as const;
  const entry = filter.enter({ method: 'GET', url: '/ws', headers, remoteAddress: '', encrypted: false }, none);
  if (entry.passing === null) throw new TypeError('It should pass');
  return entry.passing;
}

/** What goes out of a socket into which these pieces are written. */
function sent(pieces: readonly Uint8Array[]): { readonly text: string; readonly destroyed: boolean } {
  const socket = new PassThrough();
  socket.on('error', () => undefined);
  holdSocket(socket, passing());
  for (const piece of pieces) if (!socket.destroyed) socket.write(piece);
  const read: unknown = socket.read();
  return { text: read instanceof Uint8Array ? Buffer.from(read).toString('latin1') : '', destroyed: socket.destroyed };
}

function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((one, other) => one - other), bytes.length];
  return at.slice(1).map((end, index) => bytes.subarray(at[index] ?? 0, end));
}

test('M11 however a head is cut into pieces, the same goes out, and what is behind it as it is', () => {
  const whole = sent([Buffer.from(HEAD)]).text;
  expect(whole).toContain('Sec-WebSocket-Accept: abc=');
  expect(whole).not.toMatch(/set-cookie/i);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.array(fc.nat(), { maxLength: 8 }), (behind, places) => {
      const { text } = sent(cut(Buffer.concat([Buffer.from(HEAD), behind]), places));
      expect(text).toBe(whole + Buffer.from(behind).toString('latin1'));
    }),
  );
});

test('M11 what is no head does not go out', () => {
  const broken = ['HTTP/1.1 101 x\r\nno colon\r\n\r\n', 'HTTP/1.1 101 x\r\nSet-Cookie : _ga=1\r\n\r\n', 'junk\r\n\r\n', 'x'.repeat(70_000)];
  for (const text of broken) expect(sent([Buffer.from(text)])).toEqual({ text: '', destroyed: true });
});
