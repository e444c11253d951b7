import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { cookiesSetBy, HOSTILE_MARK, HOSTILE_ROUTES, readReplies, startHostileOrigin } from '../src/index.ts';

const seen = (bytes: string): readonly string[] => cookiesSetBy(readReplies(bytes, 'GET'));

test('T20 replies are read as leniently as any client ever did', () => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  expect(seen(`${ok}Set-Cookie: a\r\n\r\n`)).toEqual(['a']);
  expect(seen(`${ok}SET-COOKIE \t:\ta\r\n\r\n`)).toEqual(['a']);
  expect(seen(`${ok}X: y\r\n Set-Cookie: a\r\n\r\n`)).toEqual(['a']);
  expect(seen(`${ok}Set-Cookie:\r\n a\r\n\r\n`)).toContain('a');
  expect(seen(`${ok}X: y\rSet-Cookie: a\r\n\r\n`)).toEqual(['a']);
  expect(seen(`${ok}X: y\nSet-Cookie: a\n\n`)).toEqual(['a']);
  expect(seen(`${ok}\x0bSet-Cookie\0: a\r\nset-cookie2: b\r\n\r\n`)).toEqual(['a', 'b']);
  expect(seen(`HTTP/1.1 103 Early Hints\r\nSet-Cookie: a\r\n\r\n${ok}Set-Cookie: b\r\n\r\n`)).toEqual(['a', 'b']);
  expect(seen(`${ok}Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nSet-Cookie: a\r\n\r\n`)).toEqual(['a']);
  expect(seen(`${ok}Set-Cookie: a`)).toEqual(['a']);
});

test('T20 what stands behind the end of a message is told apart from its body', () => {
  const second = 'HTTP/1.1 200 OK\r\n\r\n';
  expect(readReplies(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok${second}`, 'GET')).toMatchObject({ body: 'ok', rest: second });
  expect(readReplies(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n${second}`, 'HEAD')).toMatchObject({ body: '', rest: second });
  expect(readReplies(`HTTP/1.1 304 Not Modified\r\n\r\n${second}`, 'GET').rest).toBe(second);
  expect(readReplies(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${second}`, 'GET').rest).toBe(second);
});

async function fetchBytes(port: number, id: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    received += data.toString('latin1');
    // Floods have no end.
    if (received.length > 400_000) socket.destroy();
  });
  socket.write(`GET /login?try=${id} HTTP/1.1\r\nHost: portal.localhost\r\n\r\n`);
  await once(socket, 'close');
  return received;
}

test('T21 with nothing in front of it the hostile origin gets its way on almost every route', async () => {
  const origin = await startHostileOrigin();
  let marked = 0;
  for (const { id } of HOSTILE_ROUTES) {
    const { heads, rest } = readReplies(await fetchBytes(origin.port, id), 'GET');
    if (JSON.stringify(heads).includes(HOSTILE_MARK) || rest !== '') marked += 1;
  }
  await origin.close();
  expect(marked).toBeGreaterThan(HOSTILE_ROUTES.length * 0.9);
});
