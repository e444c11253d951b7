// What is left on a real device after a withdrawal and after "forget me", where no script helps: thirteen kinds of cookies, seeded by
// the site through the guard.
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Declaration, Scope, Tracker } from '@candor/core';
import { identifyDeclaration } from '@candor/core';
import { createTemporaryFolder } from '@candor/testkit';
import { startSystem } from 'candor/system';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Visitor, Visitors } from './harness.ts';
import { heldNames, openVisitors } from './harness.ts';
import { listen, mapCookie, portalFor } from './stand.ts';

const host = 'portal.localhost';
const sub = 'sub.portal.localhost';
const life = 'Max-Age=3600; SameSite=Lax';

type Seed = { readonly name: string; readonly scope: Scope; readonly attributes: string; readonly at: 'site' | 'sub' };

const here = (path: string, partitioned = false): Scope => ({ host, path, partitioned });
const everywhere = (path: string): Scope => ({ domain: host, path, partitioned: false });
const there = (path: string): Scope => ({ host: sub, path, partitioned: false });

const seeds: readonly Seed[] = [
  { name: 'w-host', scope: here('/'), attributes: 'Path=/', at: 'site' },
  { name: 'w-http-only', scope: here('/'), attributes: 'Path=/; HttpOnly', at: 'site' },
  { name: 'w-domain', scope: everywhere('/'), attributes: `Path=/; Domain=${host}`, at: 'site' },
  { name: 'w-path', scope: here('/deep'), attributes: 'Path=/deep', at: 'site' },
  { name: 'w-path-slash', scope: here('/deep/x/'), attributes: 'Path=/deep/x/', at: 'site' },
  { name: 'w-domain-path', scope: everywhere('/deep'), attributes: `Path=/deep; Domain=${host}`, at: 'site' },
  { name: 'w-default-path', scope: here('/deep/x'), attributes: '', at: 'site' },
  { name: '__Host-w', scope: here('/'), attributes: 'Path=/; Secure', at: 'site' },
  { name: 'w-partitioned', scope: here('/', true), attributes: 'Path=/; Secure; Partitioned', at: 'site' },
  { name: 'w-sub', scope: there('/'), attributes: 'Path=/', at: 'sub' },
  { name: 'w-sub-path', scope: there('/deep'), attributes: 'Path=/deep', at: 'sub' },
  { name: 'w-sub-domain', scope: everywhere('/'), attributes: `Path=/; Domain=${host}`, at: 'sub' },
];
const names = [...seeds.map(({ name }) => name), 'cookies_preferences'].sort();

function trackerOf({ name, scope, attributes }: Seed): Tracker {
  const cookie = mapCookie(name, { scope, httpOnly: attributes.includes('HttpOnly') });
  return cookie.kind === 'cookie' ? { ...cookie, secure: attributes.includes('Secure') } : cookie;
}

function declared(): Declaration {
  const portal = portalFor(0);
  const { view: _view, tiles: _tiles, visits: _visits, cookies_preferences: choice, ...others } = portal.trackers;
  const seeded = Object.fromEntries(seeds.map((seed, at) => [`seed-${at}`, trackerOf(seed)]));
  return {
    ...portal,
    // One answer for the site and its sub-domain.
    site: { ...portal.site, hosts: [host, sub], choiceScope: everywhere('/') },
    trackers: { ...others, ...seeded, ...(choice?.kind === 'cookie' ? { choice: { ...choice, scopes: [everywhere('/')] } } : {}) },
  };
}

function lineOf({ name, attributes }: Seed): string {
  return [`${name}=1`, attributes, life].filter((part) => part !== '').join('; ');
}

type Standing = { readonly site: string; readonly sub: string; readonly cookies: string; close(): Promise<void> };

async function standUp(): Promise<Standing> {
  const folder = await createTemporaryFolder();
  const upstream = createServer((request, response) => {
    const at = (request.headers.host ?? '').startsWith('sub.') ? 'sub' : 'site';
    const lines = request.url === '/deep/x/y' ? seeds.filter((seed) => seed.at === at).map(lineOf) : [];
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': lines });
    response.end('<!doctype html><html lang="en"><head><title>t</title></head><body><main>Portal</main></body></html>');
  });
  const upstreamPort = await listen(upstream);
  const declaration = declared();
  const address = { port: 0 };
  const system = await startSystem({
    declaration: { declaration, id: identifyDeclaration(declaration) },
    upstream: `http://127.0.0.1:${upstreamPort}`,
    dataDirectory: join(folder.path, 'data'),
    mode: 'enforce',
    listen: async (guard) => {
      address.port = (await guard.listen({ host: '127.0.0.1', port: 0 })).port;
      return { publicOrigin: `http://${host}:${address.port}` };
    },
  });
  const site = `http://${host}:${address.port}`;
  return {
    site,
    sub: `http://${sub}:${address.port}`,
    cookies: `${site}${declaration.site.prefix}`,
    close: async () => {
      await system.close();
      upstream.closeAllConnections();
      await new Promise((resolve) => upstream.close(resolve));
      await folder.remove();
    },
  };
}

let stand: Standing;
let visitors: Visitors;
let visitor: Visitor | null = null;

beforeAll(async () => {
  [stand, visitors] = await Promise.all([standUp(), openVisitors()]);
});
afterEach(async () => {
  await visitor?.context.close();
  visitor = null;
});
afterAll(async () => {
  await visitors.close();
  await stand.close();
});

/** Presses a button and waits for the page that its form leads to. */
async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.click(selector)]);
}

/** A visitor without scripts who accepted, and holds everything that the site and its sub-domain set then. */
async function seeded(): Promise<Visitor> {
  visitor = await visitors.come({ javaScriptEnabled: false });
  const { page, context } = visitor;
  await page.goto(`${stand.site}/`);
  await press(page, '#candor-notice [data-candor="accept"]');
  await page.goto(`${stand.site}/deep/x/y`);
  await page.goto(`${stand.sub}/deep/x/y`);
  expect(await heldNames(context)).toEqual(names);
  return visitor;
}

test('G150 a withdrawal ends every kind of cookie that its host can reach, HttpOnly, deep, prefixed and partitioned ones included', async () => {
  const { page, context } = await seeded();
  await page.goto(`${stand.cookies}/preferences`);
  await press(page, '.candor-preferences [data-candor="reject"]');
  // Cookies of a sub-domain alone are out of reach from here: no line of this host names them.
  expect(await heldNames(context)).toEqual(['cookies_preferences', 'w-sub', 'w-sub-path']);
  await page.goto(`${stand.sub}/deep`);
  expect(await heldNames(context)).toEqual(['cookies_preferences']);
});

test('G151 “forget me” leaves nothing, the choice and the sub-domain’s cookies included, and the second step sets nothing', async () => {
  const { page, context } = await seeded();
  await page.goto(`${stand.cookies}/preferences`);
  await press(page, '.candor-preferences [data-candor="forget"]');
  expect(page.url()).toBe(`${stand.cookies}/preferences?forgotten=1`);
  expect(await heldNames(context)).toEqual([]);
  expect(await page.locator('[role="status"]').innerText()).toContain('log-ins');
});
