import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createFolders } from '@candor/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choiceFor, declaration, page, site } from '../site.ts';
import { bodyOf, exchangeBytes, headerValues, requestText, statusOf } from '../wire.ts';
import type { Capture } from './capture.ts';
import { startCapture } from './capture.ts';
import type { SharedCache } from './shared-cache.ts';
import { startSharedCache } from './shared-cache.ts';
import type { Running } from './stand.ts';
import { startGuard } from './stand.ts';

const HTML = '<!doctype html><html><head><title>t</title></head><body>site</body></html>';
const LONG_AGO = 'Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT';
// None of these is for everybody.
const cookies = [
  'Set-Cookie: _ga=1; Path=/',
  'Set-Cookie: _vis1=secret; Path=/; Max-Age=60; Secure',
  'Set-Cookie: csrftoken=secret; Path=/; Secure; SameSite=Lax',
];

function file(type: string, body: string, headers: readonly string[]): string {
  return page(body, headers).replace('text/html; charset=utf-8', type);
}

/** What the site answers, by path. */
const answers: { readonly [path: string]: (head: string) => string } = {
  '/': () => page(HTML, ['Cache-Control: public, max-age=600', ...cookies]),
  '/old': () => page(HTML, [LONG_AGO, ...cookies]),
  '/s-maxage': () => page(HTML, ['Cache-Control: s-maxage=600', 'Vary: Accept-Language', ...cookies]),
  '/expires': () => page(HTML, ['Expires: Wed, 01 Jan 2036 00:00:00 GMT', ...cookies]),
  '/login': () => page(HTML, ['Cache-Control: public, max-age=600', ...cookies]),
  '/missing': () => page(HTML, ['Cache-Control: public, max-age=600']).replace('200 OK', '404 Not Found'),
  '/app.js': () => file('text/javascript', 'app()', ['Cache-Control: public, max-age=600', ...cookies]),
  '/lib.js': (head) =>
    /\r\nif-none-match: "1"/i.test(head)
      ? 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nCache-Control: public, no-cache\r\nConnection: close\r\n\r\n'
      : file('text/javascript', 'lib()', ['Cache-Control: public, no-cache', 'ETag: "1"', ...cookies]),
  '/data.json': () => file('application/json', '{}', ['Cache-Control: public, s-maxage=600', ...cookies]),
  '/unsaid.js': () => file('text/javascript', 'unsaid()', [LONG_AGO, ...cookies]),
  '/linked.js': () =>
    file('text/javascript', 'linked()', ['Cache-Control: public, max-age=600', 'Link: <https://embed.localhost/>; rel=preconnect']),
  '/moved': () =>
    'HTTP/1.1 301 Moved Permanently\r\nLocation: /\r\nContent-Length: 0\r\nCache-Control: public, max-age=600\r\nConnection: close\r\n\r\n',
};
const paths = Object.keys(answers);

const visitors: { readonly [name: string]: readonly string[] } = {
  accepted: [`Cookie: cookies_preferences=${choiceFor('granted')}; _vis1=a`],
  refused: [`Cookie: cookies_preferences=${choiceFor('denied')}; _vis1=b; _ga=2`],
  fresh: [],
  signal: ['Sec-GPC: 1'],
};
const destinations = ['document', 'iframe', 'script', 'empty', 'worker', ''];

type Ask = { readonly visitor: string; readonly path: string; readonly destination: string };

function textOf({ visitor, path, destination }: Ask): string {
  const lines = destination === '' ? [] : [`Sec-Fetch-Dest: ${destination}`];
  return requestText(`GET ${path}`, [...(visitors[visitor] ?? []), ...lines]);
}

/** What one visitor must never get of another. Deletions are of names that a visitor held, and so are only this visitor's. */
function seen(reply: string): readonly unknown[] {
  const policies = headerValues(reply, 'content-security-policy')
    .flatMap((line) => line.split(', '))
    .sort();
  return [statusOf(reply), bodyOf(reply), [...policies, ...headerValues(reply, 'link')]];
}

let capture: Capture;
let running: Running;
let cache: SharedCache;

// Where a grant shows in the policy, and not only in state and question.
const reloading = { id: site.id, declaration: { ...declaration, notice: { ...declaration.notice, onGrant: 'reload' as const } } };

beforeAll(async () => {
  capture = await startCapture((head) => answers[(head.split(' ')[1] ?? '').split('?')[0] ?? '']?.(head) ?? page(HTML));
  running = await startGuard(capture.url, { declaration: reloading });
  cache = await startSharedCache(running.port);
});

afterAll(async () => {
  await cache.close();
  await running.guard.close();
  await capture.close();
});

async function expectOwn(port: number, asked: Ask): Promise<void> {
  const through = await exchangeBytes(port, textOf(asked));
  const direct = await exchangeBytes(running.port, textOf(asked));
  // What was fetched by somebody for whom nothing is granted may serve everybody: it allows less.
  const everybody = await exchangeBytes(running.port, textOf({ ...asked, visitor: 'fresh', destination: 'script' }));
  const [status, body, policies] = seen(through);
  expect([status, body], JSON.stringify(asked)).toEqual(seen(direct).slice(0, 2));
  expect([seen(direct)[2], seen(everybody)[2]], JSON.stringify(asked)).toContainEqual(policies);
  const set = headerValues(through, 'set-cookie').filter((line) => !line.includes('Max-Age=0'));
  if (asked.visitor !== 'accepted')
    expect(
      set.filter((line) => line.startsWith('_vis1')),
      JSON.stringify(asked),
    ).toEqual([]);
  expect(
    set.filter((line) => line.startsWith('_ga')),
    JSON.stringify(asked),
  ).toEqual([]);
  const held = (visitors[asked.visitor] ?? []).join();
  for (const line of headerValues(through, 'set-cookie').filter((one) => one.includes('Max-Age=0'))) {
    expect(held, JSON.stringify(asked)).toContain(`${line.split('=')[0] ?? ''}=`);
  }
}

const anyAsk: fc.Arbitrary<Ask> = fc.record({
  visitor: fc.constantFrom(...Object.keys(visitors)),
  path: fc.constantFrom(...paths),
  destination: fc.constantFrom(...destinations),
});

test('G110 attack 1: behind a shared cache nobody gets the page, the policy or the cookies of another, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAsk, { minLength: 4, maxLength: 24 }), async (sequence) => {
      cache.empty();
      for (const asked of sequence) await expectOwn(cache.port, asked);
    }),
    { numRuns: 15, seed: 1 },
  );
});

test('G110 attack 1: every pair of visitors, one after the other, at every address', async () => {
  for (const path of paths) {
    for (const first of Object.keys(visitors)) {
      cache.empty();
      for (const visitor of [first, ...Object.keys(visitors)]) await expectOwn(cache.port, { visitor, path, destination: 'document' });
    }
  }
});

test('G110 attack 1: what sets or ends a cookie is for one visitor, what sets none stays as it was', async () => {
  const caching = async (asked: Ask): Promise<readonly string[]> =>
    headerValues(await exchangeBytes(running.port, textOf(asked)), 'cache-control');
  expect(await caching({ visitor: 'accepted', path: '/app.js', destination: 'script' })).toEqual(['private, max-age=600']);
  expect(await caching({ visitor: 'refused', path: '/app.js', destination: 'script' })).toEqual(['public, max-age=600']);
  expect(await caching({ visitor: 'accepted', path: '/unsaid.js', destination: 'script' })).toEqual(['private']);
  expect(await caching({ visitor: 'refused', path: '/unsaid.js', destination: 'script' })).toEqual(['private']);
  expect(await caching({ visitor: 'fresh', path: '/unsaid.js', destination: 'script' })).toEqual([]);
});

test('G111 attack 1: what is public stays public, and a 304 carries the policy again', async () => {
  cache.empty();
  const before = cache.hits.length;
  for (const visitor of ['fresh', 'refused', 'signal', 'accepted'])
    await exchangeBytes(cache.port, textOf({ visitor, path: '/data.json', destination: 'empty' }));
  expect(cache.hits.slice(before)).toEqual(['/data.json', '/data.json', '/data.json']);
  for (const visitor of Object.keys(visitors)) {
    const reply = await exchangeBytes(cache.port, textOf({ visitor, path: '/lib.js', destination: 'script' }));
    expect(headerValues(reply, 'content-security-policy').length).toBeGreaterThanOrEqual(2);
  }
  expect(cache.renewed.length).toBeGreaterThanOrEqual(3);
  const direct = await exchangeBytes(running.port, requestText('GET /lib.js', ['If-None-Match: "1"', 'Sec-Fetch-Dest: script']));
  expect(statusOf(direct)).toBe(304);
  expect(headerValues(direct, 'content-security-policy')).toHaveLength(2);
});

const program: string = 'nginx';
const hasNginx = spawnSync(program, ['-v']).error === undefined;
if (!hasNginx) console.warn('NOT TESTED: there is no nginx on this machine; its cache was not put before a guard');

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function nginxConfig(folder: string, port: number, upstream: number): string {
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  return `${user}daemon off; pid ${folder}/pid; error_log stderr crit; worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  proxy_cache_path ${folder}/cache keys_zone=shared:1m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Connection close;
      proxy_cache shared;
      proxy_cache_revalidate on;
      add_header X-Cache $upstream_cache_status always;
    }
  }
}`;
}

const folders = createFolders();
afterAll(() => folders.remove());

test.skipIf(!hasNginx)('G110 attack 1: the same behind the cache of nginx', async () => {
  const folder = folders.create();
  const port = await freePort();
  await mkdir(`${folder}/cache`);
  await writeFile(`${folder}/nginx.conf`, nginxConfig(folder, port, running.port));
  const nginx = spawn(program, ['-p', folder, '-c', `${folder}/nginx.conf`], { stdio: 'ignore' });
  try {
    await expect.poll(async () => statusOf(await exchangeBytes(port, requestText('GET /app.js'))), { timeout: 10_000 }).toBe(200);
    for (const path of paths) {
      for (const destination of ['document', 'script']) {
        for (const visitor of ['accepted', 'refused', 'fresh', 'signal', 'accepted', 'fresh', 'refused'])
          await expectOwn(port, { visitor, path, destination });
      }
    }
    const hit = await exchangeBytes(port, textOf({ visitor: 'fresh', path: '/data.json', destination: 'empty' }));
    expect(headerValues(hit, 'x-cache')).toEqual(['HIT']);
  } finally {
    nginx.kill('SIGTERM');
    await once(nginx, 'exit');
  }
});
