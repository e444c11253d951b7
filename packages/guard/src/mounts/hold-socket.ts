// A socket on which an application switches protocols: the head that it writes is filtered, everything behind it passes.
import type { Duplex } from 'node:stream';
import { decodeLatin1, joinBytes } from '../bytes.ts';
import type { HeaderList, HeaderPair } from '../header-list.ts';
import { keyOf, toWire } from '../header-list.ts';
import type { Passing } from '../passing.ts';

/** No head of a switch is as long. */
const LONGEST = 65_536;

/** What makes the switch, or ends the connection, and is between these two only. */
const SWITCHING: ReadonlySet<string> = new Set(['connection', 'content-length', 'transfer-encoding', 'upgrade']);

function readLines(text: string): HeaderList | null {
  const pairs: HeaderPair[] = [];
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon < 1 || /[\s\0]/.test(line.slice(0, colon))) return null;
    pairs.push([line.slice(0, colon), line.slice(colon + 1).trim()]);
  }
  return pairs;
}

/** The filtered head, or null where it is none that can be read. */
function filteredHead(head: string, passing: Passing): string | null {
  const [, line = '', status = '', rest = ''] = /^(HTTP\/1\.1 (\d{3})[^\r\n]*)\r\n([\s\S]*)$/.exec(head) ?? [];
  const lines = line === '' ? null : rest === '' ? [] : readLines(rest);
  if (lines === null) return null;
  const { headers } = passing.leave({ status: Number(status), headers: lines });
  const own = lines.filter((pair) => SWITCHING.has(keyOf(pair)));
  return `${line}\r\n${toWire([...own, ...headers.filter((pair) => !SWITCHING.has(keyOf(pair)))])}\r\n`;
}

/** Holds a socket until one head is through. What is no head ends the connection. */
export function holdSocket(socket: Duplex, passing: Passing): void {
  const { write, end } = socket;
  let held: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  const release = (): void => {
    socket.write = write;
    socket.end = end;
  };
  const take = (given: readonly unknown[]): boolean => {
    const [chunk, encoding] = given;
    if (typeof chunk === 'string')
      held = joinBytes([held, Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')]);
    else if (chunk instanceof Uint8Array) held = joinBytes([held, chunk]);
    const text = decodeLatin1(held, 0, Math.min(held.length, LONGEST));
    const at = text.indexOf('\r\n\r\n');
    if (at < 0 && held.length < LONGEST) return true;
    release();
    const head = at < 0 ? null : filteredHead(text.slice(0, at), passing);
    if (head === null) {
      socket.destroy();
      return false;
    }
    socket.write(head, 'latin1');
    return socket.write(held.subarray(at + 4));
  };
  const tell = (given: readonly unknown[]): void => {
    const done = given.find((value) => typeof value === 'function');
    if (done !== undefined) queueMicrotask(() => done());
  };
  socket.write = (...given: readonly unknown[]): boolean => {
    const open = take(given);
    tell(given);
    return open;
  };
  socket.end = (...given: readonly unknown[]): Duplex => {
    if (typeof given[0] !== 'function') take(given);
    tell(given);
    release();
    return socket.end();
  };
}
