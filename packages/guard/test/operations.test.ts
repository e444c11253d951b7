import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import type { GuardLogEntry } from '../src/index.ts';
import { choiceFor, page, site, withGuard } from './site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from './wire.ts';

const HTML = '<html><head></head><body>x</body></html>';
const EMPTY = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
const UPGRADED = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
const ASK_UPGRADE = 'GET /ws HTTP/1.1\r\nHost: portal.localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
const kept = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: portal.localhost\r\n\r\n`;

type Line = { readonly socket: Socket; readonly text: () => string; readonly isOver: () => boolean };

/** A connection that stays open, and what came over it. */
function dial(port: number): Line {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let over = false;
  socket.setEncoding('latin1');
  socket.on('data', (data: string) => {
    text += data;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    over = true;
  });
  return { socket, text: () => text, isOver: () => over };
}

test('G146 idle connections are closed at once, streams end within the grace, and responses not begun say that it is over', async () => {
  const sockets = new Map<string, Socket>();
  await withGuard(
    (head, socket) => {
      const path = head.split(' ')[1] ?? '';
      sockets.set(path, socket);
      if (path === '/stream')
        socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n');
      return path === '/idle' || path === '/after' ? EMPTY : null;
    },
    async ({ port, guard }) => {
      const [untouched, idle, stream, late] = [dial(port), dial(port), dial(port), dial(port)];
      await once(untouched.socket, 'connect');
      idle.socket.write(kept('/idle'));
      stream.socket.write(kept('/stream'));
      late.socket.write(kept('/late'));
      await expect.poll(() => idle.text()).toContain('200 OK');
      await expect.poll(() => stream.text()).toContain('200 OK');
      await expect.poll(() => sockets.has('/late')).toBe(true);
      let isClosed = false;
      const closing = guard.close({ grace: 60_000 }).then(() => {
        isClosed = true;
      });
      await expect.poll(() => [idle.isOver(), untouched.isOver()]).toEqual([true, true]);
      expect([stream.isOver(), late.isOver(), isClosed]).toEqual([false, false, false]);
      sockets.get('/late')?.write('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\ndone');
      await expect.poll(() => late.isOver()).toBe(true);
      expect(headerValues(late.text(), 'connection')).toEqual(['close']);
      expect(late.text()).toMatch(/done$/);
      stream.socket.write(kept('/after'));
      await expect.poll(() => sockets.has('/after')).toBe(true);
      sockets.get('/stream')?.write('1\r\nz\r\n0\r\n\r\n');
      await closing;
      await expect.poll(() => stream.isOver()).toBe(true);
      // What is asked for meanwhile on a connection that is busy is answered too, as its last word.
      expect(stream.text()).toMatch(/\r\nz\r\n0\r\n\r\nHTTP\/1\.1 200 OK\r\n[\s\S]*\r\nConnection: close\r\n\r\n$/);
      await expect(exchangeBytes(port, requestText('GET /idle'))).rejects.toThrow('ECONNREFUSED');
    },
  );
});

test('G146 after the grace WebSockets are ended, everything else is cut, and how many were cut is told', async () => {
  const told: GuardLogEntry[] = [];
  await withGuard(
    (head, socket) => {
      socket.on('end', () => socket.end());
      if (head.startsWith('GET /ws')) socket.write(`${UPGRADED}\x81\x01a`, 'latin1');
      return null;
    },
    async ({ port, guard, origin }) => {
      const [webSocket, hanging] = [dial(port), dial(port)];
      webSocket.socket.write(ASK_UPGRADE);
      hanging.socket.write(kept('/never'));
      await expect.poll(() => webSocket.text()).toContain('101');
      await expect.poll(() => origin.heads.length).toBe(2);
      const ended = once(webSocket.socket, 'end');
      await guard.close({ grace: 20 });
      await ended;
      // A whole frame of the site, then one of ours: 1001, going away.
      expect(webSocket.text()).toMatch(/\r\n\r\n\x81\x01a\x88\x02\x03\xe9$/);
      await expect.poll(() => hanging.isOver()).toBe(true);
      expect(told.at(-1)).toMatchObject({ event: 'stopped', requests: 2, cut: 1 });
    },
    { onLog: (entry) => void told.push(entry) },
  );
});

test('G146 asked again without a grace, it ends at once', async () => {
  await withGuard(
    () => null,
    async ({ port, guard, origin }) => {
      const hanging = dial(port);
      hanging.socket.write(kept('/never'));
      await expect.poll(() => origin.heads.length).toBe(1);
      const slow = guard.close({ grace: 3_600_000 });
      await guard.close();
      await slow;
      await expect.poll(() => hanging.isOver()).toBe(true);
    },
  );
});

test('G51 healthz says what holds, since when, and whether the site answers', async () => {
  const told: GuardLogEntry[] = [];
  let works = true;
  await withGuard(
    (_head, socket) => {
      if (works) return page(HTML);
      socket.destroy();
      return null;
    },
    async ({ port, guard }) => {
      const health = async (): Promise<unknown> => JSON.parse(bodyOf(await exchangeBytes(port, requestText('GET /cookies/healthz'))));
      const now = 1_790_000_000;
      const basic = { status: 'ok', since: now, mode: 'enforce', declaration: site.id, faults: [] };
      expect(await health()).toEqual({ ...basic, site: { state: 'unknown', since: now, reason: null } });
      await exchangeBytes(port, requestText('GET /'));
      expect(await health()).toEqual({ ...basic, site: { state: 'answers', since: now, reason: null } });
      works = false;
      await exchangeBytes(port, requestText('GET /'));
      guard.recordFault('LEDGER_FAILED');
      expect(await health()).toMatchObject({
        status: 'degraded',
        site: { state: 'fails', reason: 'broken' },
        faults: [
          { code: 'UPSTREAM_FAILED', count: 1, since: now, last: now, message: expect.any(String) },
          { code: 'LEDGER_FAILED', count: 1, message: expect.stringContaining('choices hold') },
        ],
      });
      works = true;
      await exchangeBytes(port, requestText('GET /'));
      expect(told.map((entry) => (entry.event === 'fault' ? entry.code : entry.event === 'site' ? entry.state : entry.event))).toEqual([
        'started',
        'UPSTREAM_FAILED',
        'fails',
        'LEDGER_FAILED',
        'answers',
      ]);
    },
    { onLog: (entry) => void told.push(entry) },
  );
});

const local = (path = '/cookies/metrics'): string => requestText(`GET ${path}`).replace('Host: portal.localhost', 'Host: 127.0.0.1:8080');

function numbersOf(reply: string): ReadonlyMap<string, number> {
  const lines = bodyOf(reply)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

test('G143 the numbers say what went through, and no name, path or address of anybody', async () => {
  const frontOffice = async (request: Request): Promise<Response> => {
    const isMetrics = new URL(request.url).pathname.endsWith('/metrics');
    const type = { 'content-type': 'text/plain; version=0.0.4' };
    return isMetrics ? new Response('candor_choices_total 3\n', { headers: type }) : new Response('no', { status: 404 });
  };
  await withGuard(
    (head, socket) => {
      if (head.startsWith('GET /gone')) {
        socket.destroy();
        return null;
      }
      if (head.startsWith('GET /ws')) {
        socket.write(UPGRADED);
        return null;
      }
      return page(HTML, ['Set-Cookie: _secret=1; Path=/', 'NEL: {}']);
    },
    async ({ port, guard }) => {
      const cookie = `Cookie: _ga=1; cookies_preferences=${choiceFor('denied')}`;
      await exchangeBytes(port, requestText('GET /private?who=me', ['Accept: text/html', 'Sec-Fetch-Dest: document', cookie]));
      await exchangeBytes(port, requestText('GET /gone', ['Sec-Fetch-Dest: image']));
      await exchangeBytes(port, requestText('GET /cookies/healthz'));
      await exchangeBytes(port, requestText('GET /cookies/policy'));
      await exchangeBytes(port, requestText('POST /cookies/api/report', ['Content-Length: 2'], '{}'));
      await exchangeBytes(port, requestText('POST /', ['Content-Length: 1', 'Content-Length: 2'], 'ab'));
      const webSocket = dial(port);
      webSocket.socket.write(ASK_UPGRADE);
      await expect.poll(() => webSocket.text()).toContain('101');
      guard.recordFault('LEDGER_FAILED');
      const reply = await exchangeBytes(port, local());
      expect(statusOf(reply)).toBe(200);
      expect(headerValues(reply, 'content-type')).toEqual(['text/plain; version=0.0.4; charset=utf-8']);
      const numbers = numbersOf(reply);
      const expected = {
        [`candor_guard_info{declaration="${site.id}",mode="enforce"}`]: 1,
        'candor_guard_requests_total{kind="page",class="2xx"}': 1,
        'candor_guard_requests_total{kind="other",class="5xx"}': 1,
        'candor_guard_requests_total{kind="own",class="2xx"}': 2,
        'candor_guard_requests_total{kind="front-office",class="4xx"}': 1,
        'candor_guard_requests_total{kind="websocket",class="1xx"}': 1,
        'candor_guard_dropped_total{kind="set-cookie",code="DROP_UNDECLARED"}': 1,
        'candor_guard_dropped_total{kind="cookie",code="DROP_UNDECLARED"}': 1,
        'candor_guard_dropped_total{kind="header",code="DROP_UNDECLARED"}': 1,
        'candor_guard_faults_total{code="LEDGER_FAILED"}': 1,
        'candor_guard_reports_total{outcome="taken"}': 1,
        'candor_guard_site_failures_total{reason="broken"}': 1,
        candor_guard_upgraded_connections: 1,
        candor_choices_total: 3,
      };
      expect(Object.fromEntries(Object.keys(expected).map((name) => [name, numbers.get(name)]))).toEqual(expected);
      expect(numbers.get('candor_guard_expiry_lines_total')).toBeGreaterThan(0);
      expect(numbers.get('candor_guard_connections')).toBeGreaterThan(1);
      expect(numbers.has('candor_guard_site_connections')).toBe(true);
      expect(numbers.get('candor_guard_response_seconds_count')).toBe(numbers.get('candor_guard_response_seconds_bucket{le="+Inf"}'));
      expect(bodyOf(reply)).not.toMatch(/_secret|_ga|private|who|127\.0\.0\.1/);
      webSocket.socket.destroy();
    },
    { frontOffice },
  );
});

test('G143 a front office that fails takes no number of the guard away', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      expect(bodyOf(await exchangeBytes(port, local()))).toContain('candor_guard_requests_total');
    },
    { frontOffice: () => Promise.reject(new Error('gone')) },
  );
});

test('G144 numbers are for this machine and its network alone, and not for who comes through a proxy or under the site’s name', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const status = async (text: string): Promise<number> => statusOf(await exchangeBytes(port, text));
      expect(await status(local())).toBe(200);
      expect(await status(requestText('GET /cookies/metrics'))).toBe(404);
      for (const line of ['X-Forwarded-For: 10.0.0.1', 'Forwarded: for=10.0.0.1', 'Via: 1.1 proxy', 'X-Real-IP: 10.0.0.1'])
        expect(await status(local().replace('Connection: close', `Connection: close\r\n${line}`))).toBe(404);
    },
  );
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const text = local().replace('Connection: close', 'Connection: close\r\nX-Forwarded-For: 127.0.0.1');
      expect(statusOf(await exchangeBytes(port, text))).toBe(404);
    },
    { trustForwarded: true },
  );
});

test('G144 with a token, it and nothing else opens them', async () => {
  await withGuard(
    () => page(HTML),
    async ({ port }) => {
      const status = async (authorization: readonly string[]): Promise<number> =>
        statusOf(await exchangeBytes(port, requestText('GET /cookies/metrics', authorization)));
      expect(await status(['Authorization: Bearer right'])).toBe(200);
      for (const wrong of [[], ['Authorization: Bearer wrong'], ['Authorization: right'], ['Authorization: Bearer ']])
        expect(await status(wrong)).toBe(404);
      expect(statusOf(await exchangeBytes(port, local()))).toBe(404);
    },
    { metricsToken: 'right' },
  );
});
