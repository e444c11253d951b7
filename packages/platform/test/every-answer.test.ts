import type { Declaration } from '@candor/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontRoutes } from '../src/application.ts';
import { describeApi } from '../src/front/openapi.ts';
import { gpcSupportResource } from '../src/index.ts';
import type { Site } from '../src/site.ts';
import type { Browser, Portal } from './portal.ts';
import { becomeOwner, openPortal, portalDeclaration, prefix } from './portal.ts';

let portal: Portal;
let hostile: Portal;
let owner: Browser;
let hostileOwner: Browser;
beforeAll(async () => {
  portal = await openPortal();
  owner = portal.browser();
  await becomeOwner(portal, owner);
  hostile = await openPortal({ declare: (declaration) => poison(declaration) as Declaration });
  hostileOwner = hostile.browser();
  await becomeOwner(hostile, hostileOwner);
});
afterAll(async () => {
  await portal.close();
  await hostile.close();
});

const publicPages = [
  'policy',
  'policy/fr',
  'policy.json',
  'policy.md',
  'preferences',
  'receipt',
  'truth',
  'statistics',
  'healthz',
  'metrics',
  'openapi.json',
  'log/checkpoint',
  'nowhere',
];
const adminPages = ['admin', 'admin/audits', 'admin/sessions', 'admin/journal', 'admin/account'];

test.each(publicPages)('P1 P3 GET %s carries the policy it preaches and sets no cookie', async (path) => {
  const response = await portal.browser().get(`${prefix}/${path}`);
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.getSetCookie()).toEqual([]);
});

test.each([...publicPages, ...adminPages])('P1 %s holds no script, no inline style and no event attribute', async (path) => {
  const page = await (await owner.get(`${prefix}/${path}`)).text();
  expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
});

test.each(['preferences', 'receipt', 'statistics', 'admin/log-in', 'admin/first-owner', ...adminPages])(
  'P2 %s is kept by no cache and shown in no frame',
  async (path) => {
    const response = await portal.browser().get(`${prefix}/${path}`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  },
);

test('P1 the stylesheet is linked under its hash, may be kept for ever, and loads nothing', async () => {
  const browser = portal.browser();
  const page = await (await browser.get(`${prefix}/policy`)).text();
  const path = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1] ?? '';
  const response = await browser.get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(await response.text()).not.toMatch(/url\(|@import/);
});

const evil = '<script>alert(1)</script>"\' onload=x';

// Every text of a declaration, replaced by one that would break out of text and of attributes.
function poison(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => poison(one, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poison(one, name)]));
  const words = ['en', 'fr', 'name', 'ground', 'source', 'address', 'contact', 'dpo', 'policy', 'version', 'exact'];
  return typeof value === 'string' && words.includes(key) ? `${evil}${value}` : value;
}

test.each([...publicPages, ...adminPages])('P4 hostile texts of a declaration are escaped on %s', async (path) => {
  const response = await hostileOwner.get(`${prefix}/${path}`);
  const page = await response.text();
  if ((response.headers.get('content-type') ?? '').startsWith('text/html')) {
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/<[^>]*="[^"]*"[^>]* onload=/);
    expect(page).toContain('&lt;script&gt;');
  }
});

test('P5 an error is a page for people and a problem document for programs', async () => {
  const browser = portal.browser({ language: 'fr' });
  const page = await browser.get(`${prefix}/nowhere`);
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('Il n’y a rien ici');
  const problem = await browser.get(`${prefix}/nowhere`, { headers: { accept: 'application/json' } });
  expect(problem.headers.get('content-type')).toBe('application/problem+json');
  expect(await problem.json()).toEqual({
    type: 'urn:candor:problem:PLATFORM_NOT_FOUND',
    title: 'There is nothing at this address',
    status: 404,
    code: 'PLATFORM_NOT_FOUND',
    detail: expect.any(String),
  });
});

test('P5 what nobody expected is 500 with its code, reported, and without a stack', async () => {
  const own = await openPortal();
  const broken = await own.restart({
    ledger: { ...own.ledger, checkpoint: () => Promise.reject(new Error('secret detail')) },
  });
  const response = await broken.browser().get(`${prefix}/log/checkpoint`);
  expect(response.status).toBe(503);
  const page = await response.text();
  expect(page).toContain('PLATFORM_LEDGER');
  expect(page).not.toContain('secret detail');
  expect(broken.failures).toHaveLength(1);
  await broken.close();
});

test('P6 a known path with another method says which it takes', async () => {
  const browser = portal.browser();
  const remove = await browser.get(`${prefix}/preferences`, { method: 'DELETE' });
  expect(remove.status).toBe(405);
  expect(remove.headers.get('allow')).toBe('GET, HEAD, POST');
  const post = await browser.post(`${prefix}/policy/en`, { form: {} });
  expect(post.status).toBe(405);
  expect(post.headers.get('allow')).toBe('GET, HEAD');
  expect((await browser.get(`${prefix}/language`)).status).toBe(405);
});

test('P6 HEAD is GET without a body', async () => {
  const response = await portal.browser().get(`${prefix}/policy`, { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).not.toBeNull();
  expect(await response.text()).toBe('');
});

test('P42 the checkpoint and the tiles are the ledger’s', async () => {
  const browser = portal.browser();
  const checkpoint = await browser.get(`${prefix}/log/checkpoint`);
  expect(await checkpoint.text()).toBe(await portal.ledger.checkpoint());
  const size = await portal.ledger.size();
  const tile = await browser.get(`${prefix}/log/tile/0/000.p/${size}`);
  expect(tile.status).toBe(200);
  expect(tile.headers.get('content-type')).toBe('application/octet-stream');
  expect(new Uint8Array(await tile.arrayBuffer())).toEqual(await portal.ledger.tile(`tile/0/000.p/${size}`));
  for (const path of ['0/000', '9/999', '../../etc/passwd', '0/000.p/256', '']) {
    expect((await browser.get(`${prefix}/log/tile/${path}`)).status).toBe(404);
  }
});

test('P43 openapi.json describes every route of the front office, and none that does not exist', async () => {
  const document = describeApi({ prefix, version: '1' }) as { paths: Record<string, Record<string, unknown>> };
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  // Routes are data; nothing but the stylesheet's path is read from the site when they are listed.
  const listed = frontRoutes({ stylesheet: { path: 'assets/x.css', body: '' } } as unknown as Site);
  const routes = listed.map(({ method, path }) => `${method} /${path.replace(/:(\w+)/g, '{$1}').replace('*', '{path}')}`);
  expect(routes.filter((route) => !route.includes('/assets/')).sort()).toEqual(described.sort());
  const served = await portal.browser().get(`${prefix}/openapi.json`);
  expect(await served.json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/cookies' }] });
});

test('P43 metrics are counts in Prometheus’ format', async () => {
  const browser = portal.browser();
  await browser.post(`${prefix}/preferences`, { form: { do: 'reject-all' } });
  const text = await (await browser.get(`${prefix}/metrics`)).text();
  expect(text).toContain('# TYPE candor_choices_total counter\ncandor_choices_total{kind="reject-all"} 1');
  expect(text).toContain('candor_choices_not_recorded_total 0');
  expect(text).toMatch(/^candor_ledger_entries \d+$/m);
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) candor_\w+ .+|candor_\w+(\{kind="[\w-]+"\})? \d+)$/);
});

test('P43 health says whether store and ledger answer', async () => {
  const own = await openPortal();
  const healthy = await own.browser().get(`${prefix}/healthz`);
  expect(await healthy.json()).toEqual({ status: 'ok', store: 'ok', ledger: 'ok' });
  await own.platform.close();
  const closed = await own.browser().get(`${prefix}/healthz`);
  expect(closed.status).toBe(503);
  await own.close();
});

test('P50 a language is remembered only when it was picked, and only a declared one', async () => {
  const browser = portal.browser({ language: 'en' });
  const response = await browser.post(`${prefix}/language`, { form: { language: 'fr', return: `${prefix}/truth` } });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe(`${prefix}/truth`);
  expect(response.headers.getSetCookie()).toEqual(['django_language=fr; Path=/; Max-Age=31536000; SameSite=Lax']);
  expect(await (await browser.get(`${prefix}/truth`)).text()).toContain('<html lang="fr"');
  expect((await browser.post(`${prefix}/language`, { form: { language: 'de' } })).status).toBe(400);
  expect((await browser.raw(`${prefix}/language`, { form: { language: 'fr' } })).status).toBe(403);
});

test('P50 the cookie comes before the browser’s language, an unknown one is ignored', async () => {
  const browser = portal.browser({ language: 'fr' });
  browser.setCookie('django_language', 'en');
  expect(await (await browser.get(`${prefix}/truth`)).text()).toContain('<html lang="en"');
  browser.setCookie('django_language', 'xx');
  expect(await (await browser.get(`${prefix}/truth`)).text()).toContain('<html lang="fr"');
  expect(await (await portal.browser({ language: 'xx' }).get(`${prefix}/truth`)).text()).toContain('<html lang="en"');
});

test('P41 the GPC support resource says what the declaration says', () => {
  const declaration = portalDeclaration();
  expect(gpcSupportResource({ ...declaration, signals: { ...declaration.signals, gpc: { default: 'record-only' } } }).gpc).toBe(false);
  expect(gpcSupportResource({ ...declaration, signals: { ...declaration.signals, gpc: { default: 'opt-out' } } })).toEqual({
    gpc: true,
    lastUpdate: '2026-07-01',
  });
});
