import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { startOrigin } from '@candor/testkit';
import { expect, test } from 'vitest';
import { documentCase, encodedCase, pageCase, smallCase } from '../bench/cases.ts';
import { listenAnywhere } from '../bench/entries/entry.ts';
import { checkAnswer } from '../bench/measures/answer.ts';
import { measureHostile } from '../bench/measures/hostile.ts';
import { measureIdle } from '../bench/measures/idle.ts';
import { spoils } from '../bench/measures/rounds.ts';
import { compressedPage, declaredNames, page, renderCookies, small } from '../bench/origin/content.ts';
import { renderOriginConf, renderProxyConf } from '../bench/origin/nginx-conf.ts';

test('B2 the site answers 200 bytes of JSON, and 64 KiB of HTML with twenty tags of other parties', () => {
  expect(new TextEncoder().encode(small).length).toBe(200);
  expect(JSON.parse(small)).toHaveProperty('items');
  expect(new TextEncoder().encode(page).length).toBe(65_536);
  expect(page.match(/https:\/\/cdn\d+\.vendor\d+\.example/g)).toHaveLength(20);
  expect(compressedPage.length).toBeGreaterThan(page.length / 8);
});

test('B2 each answer sets eighteen cookies, two of them declared', () => {
  const names = renderCookies('x').map((line) => line.split('=')[0] ?? '');
  expect(names).toHaveLength(18);
  expect(names.filter((name) => declaredNames.includes(name))).toEqual(declaredNames);
  expect(renderOriginConf({ folder: '/tmp/x', port: 1 }).match(/add_header Set-Cookie "/g)).toHaveLength(54);
  expect(renderProxyConf({ folder: '/tmp/x', port: 1 }, 8042)).toContain('server 127.0.0.1:8042;');
});

/** The site of the bench; `changed` spoils an answer. */
function startSite(changed: { readonly status?: number; readonly body?: string; readonly cookies?: readonly string[] }) {
  return startOrigin((request, response) => {
    const encoded = request.url === '/page-gz';
    const body = changed.body ?? (request.url === '/small' ? small : page);
    const cookies = (changed.cookies ?? renderCookies('x')).flatMap((line) => ['Set-Cookie', line]);
    response.writeHead(changed.status ?? 200, [...(encoded ? ['Content-Encoding', 'gzip'] : []), ...cookies]);
    response.end(encoded ? gzipSync(body) : body);
  });
}

test('B3 the answers of a site are right as they are', async () => {
  const site = await startSite({});
  for (const asked of [smallCase, pageCase, documentCase, encodedCase])
    expect(await checkAnswer(site.port, asked, 'unchanged'), asked.id).toEqual({ problems: [], leaked: [] });
  await site.close();
});

test('B3 another status, another body, a missing cookie, no answer at all: each is a problem', async () => {
  for (const changed of [{ status: 500 }, { body: small.replace('record', 'rECORD') }, { cookies: [] }]) {
    const site = await startSite(changed);
    expect((await checkAnswer(site.port, smallCase, 'unchanged')).problems, JSON.stringify(changed)).toHaveLength(1);
    await site.close();
  }
  const { port, close } = await startSite({});
  await close();
  expect((await checkAnswer(port, smallCase, 'unchanged')).problems).toHaveLength(1);
});

test('B3 of a guard undeclared cookies are leaks, and a page without its notice is no page', async () => {
  const open = await startSite({});
  expect((await checkAnswer(open.port, smallCase, 'guarded')).leaked).toHaveLength(16);
  await open.close();
  const kept = renderCookies('x').slice(0, 2);
  const shut = await startSite({ cookies: kept });
  expect(await checkAnswer(shut.port, smallCase, 'guarded')).toEqual({ problems: [], leaked: [] });
  expect((await checkAnswer(shut.port, documentCase, 'guarded')).problems).toEqual(['a page without its notice']);
  await shut.close();
  const noticed = await startSite({ cookies: kept, body: page.replace('<body>', '<body><div id="candor-notice"></div>') });
  for (const asked of [documentCase, encodedCase]) expect((await checkAnswer(noticed.port, asked, 'guarded')).problems).toEqual([]);
  await noticed.close();
  const cut = await startSite({ cookies: kept, body: `<div id="candor-notice"></div>${page.slice(0, -1000)}` });
  expect((await checkAnswer(cut.port, documentCase, 'guarded')).problems).toEqual(['a page that is not whole']);
  await cut.close();
});

test('B4 a load with failures, without answers or with answers that are too short is not kept', () => {
  const load = { requests: 10, seconds: 1, bytes: 20_000, failures: 0, p50: 1, p99: 1 };
  expect(spoils(load, smallCase, 1)).toBeNull();
  expect(spoils({ ...load, failures: 1 }, smallCase, 1)).toContain('1 failures');
  expect(spoils({ ...load, requests: 0 }, smallCase, 1)).toContain('stands still');
  expect(spoils(load, smallCase, 10)).toContain('10 answers on 10 connections');
  expect(spoils(load, pageCase, 1)).toContain('2000 bytes');
});

test('B9 nothing comes through what is not there, and that is no success', async () => {
  const closed = await startSite({});
  await closed.close();
  const usage = () => Promise.resolve({ cpu: 0, resident: 0, heap: 0 });
  const { leaked, missing } = await measureHostile(() => Promise.resolve({ port: closed.port, usage, close: () => Promise.resolve() }));
  expect(leaked).toEqual([]);
  expect(missing.length).toBeGreaterThan(20);
});

test('B9 the hostile routes get everything past what does not filter', async () => {
  const plain = (upstream: number) =>
    listenAnywhere(
      createServer((request, response) => {
        void fetch(`http://127.0.0.1:${upstream}${request.url}`, { redirect: 'manual', signal: AbortSignal.timeout(500) }).then(
          (answer) => response.writeHead(200, { 'Set-Cookie': answer.headers.getSetCookie() }).end(),
          () => response.destroy(),
        );
      }),
    );
  const { leaked, routes } = await measureHostile(async (port) => ({
    port: (await plain(port)).port,
    usage: () => Promise.resolve({ cpu: 0, resident: 0, heap: 0 }),
    close: () => Promise.resolve(),
  }));
  expect(routes).toBeGreaterThanOrEqual(250);
  expect(leaked.length).toBeGreaterThan(routes);
});

test('B9 connections are held open while they are measured', async () => {
  const site = await startSite({});
  const usage = () => Promise.resolve({ cpu: 0, resident: 4096, heap: 10 });
  const idle = await measureIdle('site', { port: site.port, usage, close: site.close }, 60);
  expect(idle).toEqual({ name: 'site', before: 4096, after: 4096, heap: 0, open: 60 });
  expect(await measureIdle('site', { port: site.port, usage, close: site.close }, 0)).toMatchObject({ open: 0 });
  await site.close();
});
