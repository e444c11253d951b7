import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecondServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { GuardError } from '../src/errors.ts';
import { guardExpress } from '../src/mounts/express.ts';
import { guardHono } from '../src/mounts/hono.ts';
import type { Ready } from '../src/mounts/limits.ts';
import { limitsOf } from '../src/mounts/limits.ts';
import type { MountOptions } from '../src/mounts/mount.ts';
import { guardServer } from '../src/mounts/node.ts';
import { createWebGuard } from '../src/mounts/web.ts';
import type { Got } from './contract/clause.ts';
import { DECLARED, HTML, readGot } from './contract/clause.ts';
import { optionsFor } from './contract/stands.ts';
import { site, stateOf } from './site.ts';
import { exchangeBytes, requestText } from './wire.ts';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

/** What a visitor gets of a guarded server. */
async function got(respond: Respond, line = 'GET /login', overrides: Partial<MountOptions> = {}, guards = true): Promise<Got> {
  const server = createServer(respond);
  if (guards) guardServer(server, optionsFor(overrides));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return readGot(await exchangeBytes((server.address() as AddressInfo).port, requestText(line)));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const both = [DECLARED, '_ga=1'];
const html = 'text/html; charset=utf-8';

const WAYS: { readonly [name: string]: Respond } = {
  'implicitly, with end': (_request, response) => {
    response.setHeader('Set-Cookie', both);
    response.end('x');
  },
  'implicitly, with write': (_request, response) => {
    response.setHeader('Set-Cookie', both);
    response.write('x');
    response.end();
  },
  'with writeHead and a record': (_request, response) => void response.writeHead(200, { 'Set-Cookie': both }).end('x'),
  'with writeHead, a reason and a record': (_request, response) => void response.writeHead(200, 'Fine', { 'Set-Cookie': both }).end('x'),
  'with writeHead and a flat list': (_request, response) =>
    void response.writeHead(200, ['Set-Cookie', DECLARED, 'Set-Cookie', '_ga=1']).end('x'),
  'with writeHead and a list beside lines that are there': (_request, response) => {
    response.setHeader('X-There', '1');
    response.writeHead(200, ['Set-Cookie', DECLARED, 'Set-Cookie', '_ga=1']).end('x');
  },
  'with appendHeader': (_request, response) => {
    for (const line of both) response.appendHeader('Set-Cookie', line);
    response.end('x');
  },
  'with setHeaders': (_request, response) => {
    const headers = new Headers();
    for (const line of both) headers.append('set-cookie', line);
    (response as ServerResponse & { setHeaders(headers: Headers): void }).setHeaders(headers);
    response.end('x');
  },
  'with flushHeaders': (_request, response) => {
    response.setHeader('Set-Cookie', both);
    response.flushHeaders();
    response.end('x');
  },
  'with Connection: close of its own': (_request, response) => {
    response.writeHead(200, { 'Set-Cookie': both, Connection: 'close' });
    response.end('x');
  },
  'with trailers': (_request, response) => {
    response.writeHead(200, { 'Set-Cookie': both, Trailer: 'Set-Cookie' });
    response.write('x');
    response.addTrailers({ 'Set-Cookie': '_trailer=1' });
    response.end();
  },
};

for (const [name, respond] of Object.entries(WAYS)) {
  test(`M36 a head is filtered: ${name}`, async () => {
    const { set, body, policies, text } = await got(respond);
    expect([set, body, policies.length]).toEqual([[DECLARED], 'x', 2]);
    expect(text).not.toMatch(/_ga=1|_trailer/);
  });
}

test('M36 lengths, reasons, callbacks and header bytes are the application’s', async () => {
  const told: string[] = [];
  const { text, values, body } = await got((_request, response) => {
    response.writeHead(200, 'Quite fine', { 'X-Note': '\u00e9\u00ff', 'Content-Type': 'text/plain' });
    response.write('\u00e9', 'latin1', () => told.push('write'));
    response.end('a', () => told.push('end'));
  });
  expect(text).toMatch(/^HTTP\/1\.1 200 Quite fine\r\n/);
  expect(values('x-note')).toEqual(['\u00e9\u00ff']);
  expect(body).toBe('\u00e9a');
  expect(told).toEqual(['write', 'end']);
  const flushed = await got((_request, response) => {
    response.setHeader('X-Note', '\u00e9\u00ff');
    response.flushHeaders();
    response.end('a');
  });
  expect([flushed.values('x-note'), flushed.body]).toEqual([['\u00e9\u00ff'], 'a']);
  expect((await got((_request, response) => void response.end('four'))).values('content-length')).toEqual(['4']);
  expect((await got((_request, response) => void response.end())).values('content-length')).toEqual(['0']);
  expect((await got((_request, response) => void response.writeHead(204).end())).values('content-length')).toEqual([]);
});

test('M36 how its connection is used stays for the application to say', async () => {
  const ask = async (headers: readonly (readonly [string, string])[]): Promise<Got> => {
    const server = createServer((_request, response) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      response.end('x');
    });
    guardServer(server, optionsFor());
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const two = `GET /1 HTTP/1.1\r\nHost: portal.localhost\r\n\r\n${requestText('GET /2')}`;
    const text = await exchangeBytes((server.address() as AddressInfo).port, two);
    await new Promise((resolve) => server.close(resolve));
    return readGot(text);
  };
  const closing = await ask([['Connection', 'close']]);
  expect([closing.values('connection'), closing.text.split('HTTP/1.1 200')]).toEqual([['close'], expect.objectContaining({ length: 2 })]);
  const chunked = await ask([['Transfer-Encoding', 'chunked']]);
  expect([chunked.values('transfer-encoding'), chunked.values('content-length')]).toEqual([['chunked'], []]);
  expect(chunked.text.split('HTTP/1.1 200')).toHaveLength(3);
});

test('M36 a page is written into in one piece, in many, and encoded; a second head is refused as before', async () => {
  const faults: unknown[] = [];
  const ways: readonly Respond[] = [
    (_request, response) => void response.writeHead(200, { 'Content-Type': html, 'Content-Length': HTML.length }).end(HTML),
    (_request, response) => {
      response.setHeader('Content-Type', html);
      for (const piece of HTML.match(/.{1,7}/gs) ?? []) response.write(piece);
      response.end();
      try {
        response.writeHead(200);
      } catch (cause) {
        faults.push(cause);
      }
    },
    (_request, response) => {
      response.setHeader('Content-Type', html);
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(HTML));
    },
  ];
  for (const respond of ways) {
    const { body, values } = await got(respond, 'GET /');
    expect(stateOf(body)).toMatchObject({ consent: { ask: true } });
    expect([values('content-encoding'), values('content-length')]).toEqual([[], []]);
    expect(body).toContain('<p>x</p>');
  }
  expect(faults).toHaveLength(1);
  const unclosed: Respond = (_request, response) => {
    response.setHeader('Content-Type', html);
    response.write('<title>t</title>');
    response.end('<p>x');
  };
  expect((await got(unclosed, 'GET /')).body).toMatch(/<p>x.*data-candor="way-back"/s);
});

test('M36 what an application throws is thrown where it would have been, and not answered here', async () => {
  const thrown = new Promise((resolve) => {
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (cause) => {
      for (const other of others) process.on('uncaughtException', other);
      resolve(cause);
    });
  });
  const failing = got((_request, response) => {
    setImmediate(() => response.destroy());
    throw new TypeError('The site fails');
  });
  expect(await thrown).toBeInstanceOf(TypeError);
  expect((await failing).text).toBe('');
});

test('M11 a WebSocket of ws opens behind the guard, and frames pass both ways', async () => {
  const server = createServer((_request, response) => void response.end('x'));
  guardServer(server, optionsFor());
  const sockets = new WebSocketServer({ server });
  sockets.on('headers', (headers) => headers.push('Set-Cookie: _ga=1'));
  sockets.on('connection', (socket, request) => {
    socket.on('message', (data) => socket.send(`${request.headers.cookie ?? 'none'} ${String(data)}`));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { WebSocket } = await import('ws');
  const headers = { host: 'portal.localhost', cookie: '_ga=1; csrftoken=t' };
  const visitor = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/live`, { headers });
  const cookies = new Promise((resolve) => visitor.once('upgrade', (response) => resolve(response.headers['set-cookie'])));
  const answer = new Promise((resolve) => visitor.once('message', (data) => resolve(String(data))));
  visitor.on('open', () => visitor.send('hello'));
  expect(await answer).toBe('csrftoken=t hello');
  expect([await cookies].flat().filter((line) => String(line).startsWith('_ga=1'))).toEqual([]);
  visitor.terminate();
  sockets.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('M11 an upgrade to anything else is an ordinary request, and one with a body is refused', async () => {
  const server = createServer((request, response) => void response.setHeader('Set-Cookie', both).end(String(request.headers.cookie)));
  server.on('upgrade', (_request, socket) => void socket.end('HTTP/1.1 101 Switching Protocols\r\nSet-Cookie: _up=1\r\n\r\n'));
  guardServer(server, optionsFor());
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (line: string, headers: readonly string[]): Promise<Got> =>
    readGot(
      await exchangeBytes(port, `${line} HTTP/1.1\r\nHost: portal.localhost\r\nConnection: Upgrade\r\n${headers.join('\r\n')}\r\n\r\n`),
    );
  const ordinary = await ask('GET /login', ['Upgrade: h2c', 'Cookie: _ga=1; csrftoken=t']);
  expect([ordinary.status, ordinary.body, ordinary.set, ordinary.policies.length]).toEqual([200, 'csrftoken=t', [DECLARED], 2]);
  const office = await ask('GET /cookies/healthz', ['Upgrade: websocket']);
  expect([office.status, office.body]).toEqual([200, expect.stringContaining('ok')]);
  const framed = await ask('GET /login', ['Upgrade: websocket', 'Content-Length: 5']);
  expect([framed.status, framed.policies.length]).toEqual([400, 2]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('M36 an end after the end changes nothing', async () => {
  for (const coding of ['identity', 'gzip']) {
    const { body } = await got((_request, response) => {
      response.setHeader('Content-Type', html);
      if (coding === 'gzip') response.setHeader('Content-Encoding', 'gzip');
      response.end(coding === 'gzip' ? gzipSync(HTML) : HTML);
      response.end();
      response.write('late');
    }, 'GET /');
    expect([body.split('</html>').length, body.split('id="candor-state"').length]).toEqual([2, 2]);
  }
});

test('M40 another declaration decides from the next request on', async () => {
  const server = createServer((_request, response) => void response.setHeader('Set-Cookie', '_new=1; Path=/; Max-Age=60').end('x'));
  const { reload, report } = guardServer(server, optionsFor({ declaration: null }));
  expect(report().declaration).toBeNull();
  expect(reload(site)).toBe('reloaded');
  expect(reload(site)).toBe('unchanged');
  expect(report().declaration).toBe(site.id);
  const { handle, ...web } = createWebGuard(optionsFor({ declaration: null }));
  const page = (): Response => new Response(HTML, { headers: { 'content-type': html } });
  const ask = async (): Promise<string> => (await handle(new Request('http://portal.localhost/'), page)).text();
  expect(await ask()).not.toContain('candor-notice');
  expect(web.reload(site)).toBe('reloaded');
  expect(await ask()).toContain('candor-notice');
});

const coded = (step: () => unknown): string => {
  try {
    step();
  } catch (cause) {
    return cause instanceof GuardError ? cause.code : 'another';
  }
  return 'none';
};

test('M35 a mount that is not the outermost is refused', () => {
  const app = express();
  app.use((_request, response) => void response.end());
  expect(coded(() => guardExpress(app, optionsFor()))).toBe('GUARD_NOT_OUTERMOST');
  expect(coded(() => guardExpress(express(), optionsFor()))).toBe('none');
  const hono = new Hono();
  hono.get('/', (context) => context.text('x'));
  expect(coded(() => guardHono(hono, optionsFor()))).toBe('GUARD_NOT_OUTERMOST');
  expect(coded(() => guardHono(new Hono(), optionsFor()))).toBe('none');
});

test('M35 a server that speaks another protocol is refused', () => {
  const server = createSecondServer();
  expect(coded(() => Reflect.apply(guardServer, null, [server, optionsFor()]))).toBe('GUARD_SERVER_UNFIT');
});

test('M34 a mount tells what it cannot hold when it is made, and gives it', () => {
  const told: Ready[] = [];
  const { limits } = guardServer(createServer(), optionsFor({ onReady: (ready) => told.push(ready) }));
  expect(told).toEqual([{ mount: 'node', limits: limitsOf('node') }]);
  expect(limits).toEqual(limitsOf('node'));
});

test('M34 without an ear of its own a mount prints what it cannot hold', () => {
  const printed = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const { onReady: _unheard, ...options } = optionsFor();
  guardServer(createServer(), options);
  const lines = printed.mock.calls.flat().join('\n');
  printed.mockRestore();
  expect(lines).toContain('mount "node" cannot hold');
  for (const { clause, text } of limitsOf('node')) expect(lines).toContain(`${clause} ${text}`);
});

test('M22 an answer of the guard carries every line of its own, and none that the framework put there before', async () => {
  const app = express();
  const headers = new Headers({ 'content-type': 'text/plain' });
  for (const name of ['a', 'b']) headers.append('x-own', name);
  guardExpress(app, optionsFor({ frontOffice: async () => new Response('office', { headers }) }));
  const { values, policies } = await got(app, 'GET /cookies/preferences', {}, false);
  expect([values('x-powered-by'), values('x-own'), policies.length]).toEqual([[], ['a, b'], 2]);
});
