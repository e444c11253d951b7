// Pages that do what they can to keep an audit from ending: each ends in its budget, and the next page is visited all the same.
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AuditBrowser } from '../src/browser/open.ts';
import { openBrowser } from '../src/browser/open.ts';
import type { Evidence } from '../src/collect/observation.ts';
import type { Visitor } from '../src/states/visitor.ts';
import { createVisitor } from '../src/states/visitor.ts';

const settling = { quiet: 60, least: 60, most: 1000 };
let browser: AuditBrowser;
let server: Server;
let origin = '';

const scripts: { readonly [path: string]: string } = {
  '/alerts': 'for (;;) alert("Stay");',
  '/reloads': 'location.replace("/reloads?" + Math.random());',
  '/cookies': 'for (let at = 0; at < 3000; at += 1) document.cookie = "c" + at + "=" + "x".repeat(at % 50);',
  '/nodes': `document.body.innerHTML = "<i></i>".repeat(${process.env['CANDOR_FULL'] === undefined ? 100_000 : 1_000_000});`,
  '/tampered': `
    const fail = () => { throw new Error('No'); };
    document.cookie = 'before=1';
    const globals = ['Promise', 'Proxy', 'Reflect', 'JSON', 'String', 'setTimeout', 'queueMicrotask', 'console', 'Map', 'WeakMap'];
    for (let at = 0; at < globals.length; at += 1) window[globals[at]] = fail;
    Object.keys = Object.entries = Object.getOwnPropertyNames = Object.defineProperty = Object.prototype.toJSON = fail;
    Array.prototype.map = Array.prototype.filter = Array.prototype.push = Array.prototype.slice = Array.prototype[Symbol.iterator] = fail;
    Error.prepareStackTrace = fail;
    document.cookie = 'after=1';`,
  '/stays': 'addEventListener("beforeunload", (event) => { event.preventDefault(); event.returnValue = "Stay"; });',
  '/popups': 'onclick = () => { for (let at = 0; at < 8; at += 1) open("/popped?" + at); };',
  '/names': 'for (let at = 0; at < 5000; at += 1) { try { localStorage.setItem("n" + at + "x".repeat(100), "1"); } catch {} }',
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path === '/redirects') response.writeHead(302, { location: `/redirects?${Math.random()}`, 'set-cookie': 'hop=1; Path=/' }).end();
  else if (path === '/download') {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment; filename="a.bin"' });
    pour(response, 'x'.repeat(65_536));
  } else if (path === '/endless') {
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'endless=1; Path=/' });
    pour(response, `<p>${'More. '.repeat(2000)}`);
  } else {
    const body = `<!doctype html><link rel="icon" href="data:,"><title>Page</title><body style="min-height: 100vh"><script>${scripts[path] ?? ''}</script>`;
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'seen=1; Path=/' }).end(body);
  }
}

// As fast as it is read, for ever.
function pour(response: ServerResponse, piece: string): void {
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://site.localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await vi.waitUntil(async () => (await countBrowsers()) === 0, { timeout: 10_000 });
});

// Processes of a browser that this one started, directly or not.
async function countBrowsers(): Promise<number> {
  if (process.platform !== 'linux') {
    console.warn('Whether a process is left was NOT tested: it is read from /proc');
    return 0;
  }
  const parents = new Map<number, number>();
  const names = new Map<number, string>();
  for (const id of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry)).map(Number)) {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
    // A zombie has ended; only whoever takes its place in the tree has not asked for it yet.
    const found = /^\d+ \((.*)\) ([A-Z]) (\d+)/s.exec(stat);
    if (found === null || found[2] === 'Z') continue;
    parents.set(id, Number(found[3]));
    names.set(id, found[1] ?? '');
  }
  const isOurs = (id: number): boolean => id === process.pid || (parents.has(id) && id > 1 && isOurs(parents.get(id) ?? 0));
  return [...names].filter(([id, name]) => /chrom|headless/i.test(name) && isOurs(id)).length;
}

async function visit(
  path: string,
  budget: number,
  act?: (visitor: Visitor) => Promise<void>,
): Promise<{ readonly evidence: Evidence; readonly reasons: readonly string[] }> {
  const visitor = await createVisitor({ browser, state: 'S0', locale: 'en', budget, settling, stays: 'everywhere' });
  await visitor.open(`${origin}${path}`);
  await act?.(visitor);
  const evidence = await visitor.leave();
  return { evidence, reasons: visitor.problems.map(({ code }) => code) };
}

function cookies({ snapshots }: Evidence): readonly string[] {
  return [...new Set(snapshots.flatMap((snapshot) => snapshot.cookies.map(({ name }) => name)))];
}

async function goOn(visitor: Visitor): Promise<void> {
  expect(await visitor.open(`${origin}/next`)).toBe(true);
}

test('A180 floods of alerts and redirects without end are left behind, and what they stored is told', async () => {
  const [alerts, redirects, reloads] = await Promise.all([
    visit('/alerts', 3000),
    visit('/redirects', 15_000, goOn),
    visit('/reloads', 3000),
  ]);
  expect(alerts.reasons).toContain('AUDIT_PAGE_TIMEOUT');
  expect(cookies(alerts.evidence)).toContain('seen');
  expect(redirects.reasons).toEqual(['AUDIT_UNREACHABLE']);
  expect(cookies(redirects.evidence)).toEqual(expect.arrayContaining(['hop', 'seen']));
  expect(reloads.reasons).toContain('AUDIT_PAGE_TIMEOUT');
  expect(cookies(reloads.evidence)).toContain('seen');
});

test('A180 a download and a page without end fill neither disk nor time', async () => {
  const [download, endless] = await Promise.all([visit('/download', 15_000, goOn), visit('/endless', 3000)]);
  expect(download.reasons).toEqual([]);
  expect(cookies(download.evidence)).toEqual(['seen']);
  expect(cookies(endless.evidence)).toContain('endless');
});

test('A180 thousands of cookies and names and a million nodes are read within bounds', async () => {
  const [many, names, nodes] = await Promise.all([visit('/cookies', 15_000), visit('/names', 15_000), visit('/nodes', 15_000)]);
  expect(cookies(many.evidence).length).toBeGreaterThan(100);
  expect(many.evidence.cookieWrites.length).toBeLessThan(1000);
  expect(names.evidence.snapshots[0]?.names).toHaveLength(1000);
  expect(cookies(nodes.evidence)).toEqual(['seen']);
});

test('A180 a page that breaks what it runs on is read all the same', async () => {
  const { evidence, reasons } = await visit('/tampered', 15_000, goOn);
  expect(reasons).toEqual([]);
  expect(cookies(evidence).toSorted()).toEqual(['after', 'before', 'seen']);
});

test('A180 a renderer that crashes is told, and the next page has another', async () => {
  const { evidence, reasons } = await visit('/plain', 15_000, async (visitor) => {
    const page = visitor.page();
    const crashed = new Promise((resolve) => {
      page.on('crash', resolve);
    });
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await goOn(visitor);
  });
  expect(reasons).toEqual(['AUDIT_PAGE_CRASHED']);
  expect(evidence.requests.some(({ url }) => url.endsWith('/next'))).toBe(true);
});

test('A180 a page that asks to stay is left, and a flood of windows is closed', async () => {
  const clicking = async (visitor: Visitor): Promise<void> => {
    await visitor.act((page) => page.mouse.click(300, 300), { during: 'unasked', after: 'unasked' });
  };
  const [stays, popups] = await Promise.all([
    visit('/stays', 15_000, async (visitor) => {
      await clicking(visitor);
      await goOn(visitor);
    }),
    visit('/popups', 15_000, async (visitor) => {
      await clicking(visitor);
      await expect.poll(() => visitor.page().context().pages().length, { timeout: 5000 }).toBeLessThanOrEqual(6);
      await goOn(visitor);
    }),
  ]);
  expect(stays.reasons).toEqual([]);
  // A machine that is busy opening windows may not say in time what it holds, and that is a reason.
  expect(popups.reasons.filter((code) => code !== 'AUDIT_DEVICE_UNREAD')).toEqual([]);
  expect(popups.evidence.requests.some(({ url }) => url.includes('/popped'))).toBe(true);
});
