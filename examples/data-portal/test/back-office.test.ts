import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createPortal } from '../src/index.ts';
import { unmaskToken } from '../src/security/csrf.ts';
import { running } from './running.ts';
import type { Visit, Visitor } from './visitor.ts';
import { tokenIn, visitorOf } from './visitor.ts';

let day = Date.parse('2026-11-23T00:00:00Z');
const portal = running({ now: () => new Date(day), password: 'a test of the tide' });
const directory = mkdtempSync(join(tmpdir(), 'data-portal-'));
afterAll(() => rmSync(directory, { recursive: true }));

async function logIn(visitor: Visitor, password = 'a test of the tide', username = 'editor'): Promise<Visit> {
  const form = await visitor.get('/admin/login?next=/admin/datasets/rainfall');
  return visitor.send(
    'POST',
    '/admin/login',
    new URLSearchParams({ csrfmiddlewaretoken: tokenIn(form), username, password, next: '/admin/datasets/rainfall' }),
  );
}

test('B1 a log-in that succeeds sets a session and a new secret, and leads on', async () => {
  const visitor = visitorOf(portal.port());
  await visitor.get('/admin/login');
  const before = unmaskToken(visitor.jar.get('csrftoken') ?? '');
  const reply = await logIn(visitor);
  expect(reply.status).toBe(303);
  expect(reply.headers.get('location')).toBe('/admin/datasets/rainfall');
  expect(visitor.jar.get('sessionid')).toMatch(/^[0-9a-f]{32}$/);
  expect(unmaskToken(visitor.jar.get('csrftoken') ?? '')).not.toBe(before);
  expect((await visitor.get('/admin/')).text).toContain('Logged in as editor');
});

test('B1 a log-in that fails sets no session, whichever half is wrong', async () => {
  for (const [password, name] of [
    ['a test of the tides', 'editor'],
    ['a test of the tide', 'admin'],
    ['', 'editor'],
  ] as const) {
    const visitor = visitorOf(portal.port());
    const reply = await logIn(visitor, password, name);
    expect(reply.status).toBe(401);
    expect(reply.text).toContain('do not match');
    expect(visitor.jar.has('sessionid')).toBe(false);
  }
});

test('B1 without a session every page of the back office leads to the log-in', async () => {
  const visitor = visitorOf(portal.port());
  for (const path of ['/admin', '/admin/', '/admin/datasets/rainfall', '/admin/nothing']) {
    const reply = await visitor.get(path);
    expect(reply.status, path).toBe(303);
    expect(reply.headers.get('location'), path).toBe(`/admin/login?next=${encodeURIComponent(path)}`);
    expect(reply.setCookies, path).toEqual([]);
  }
});

test('B2 a POST without the token, with a wrong one or from elsewhere is refused and changes nothing', async () => {
  const visitor = visitorOf(portal.port());
  await logIn(visitor);
  const token = tokenIn(await visitor.get('/admin/datasets/rainfall'));
  const fields = { title_en: 'Changed', title_fr: 'Changé', licence: 'CC0 1.0' };
  const post = (more: { readonly [name: string]: string }, headers = {}): Promise<Visit> =>
    visitor.send('POST', '/admin/datasets/rainfall', new URLSearchParams({ ...fields, ...more }), headers);
  expect((await post({})).status).toBe(403);
  expect((await post({ csrfmiddlewaretoken: 'A'.repeat(64) })).status).toBe(403);
  expect((await post({ csrfmiddlewaretoken: token }, { Origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await post({ csrfmiddlewaretoken: token }, { Origin: 'null' })).status).toBe(403);
  const { csrftoken = '' } = Object.fromEntries(visitor.jar);
  visitor.jar.delete('csrftoken');
  expect((await post({ csrfmiddlewaretoken: token })).status).toBe(403);
  visitor.jar.set('csrftoken', csrftoken);
  expect((await visitor.get('/datasets/rainfall')).text).toContain('<h1>Rainfall and temperature</h1>');
  expect((await post({ csrfmiddlewaretoken: token })).status).toBe(303);
  expect((await visitorOf(portal.port()).get('/datasets/rainfall')).text).toContain('<h1>Changed</h1>');
});

test('B2 an edit that makes no sense is shown with its reason', async () => {
  const visitor = visitorOf(portal.port());
  await logIn(visitor);
  const token = tokenIn(await visitor.get('/admin/datasets/car-parks'));
  const post = (fields: { readonly [name: string]: string }): Promise<Visit> =>
    visitor.send(
      'POST',
      '/admin/datasets/car-parks',
      new URLSearchParams({ csrfmiddlewaretoken: token, title_en: 'a', title_fr: 'b', licence: 'CC0 1.0', ...fields }),
    );
  for (const fields of [{ title_en: ' ' }, { title_fr: 'x'.repeat(121) }, { licence: 'All mine' }])
    expect((await post(fields)).status).toBe(422);
  expect((await visitor.get('/datasets/car-parks')).text).toContain('<h1>Public car parks</h1>');
});

test('B3 log-out ends the session on the server and removes the cookie', async () => {
  const visitor = visitorOf(portal.port());
  await logIn(visitor);
  const key = visitor.jar.get('sessionid') ?? '';
  const token = tokenIn(await visitor.get('/admin/'));
  expect((await visitor.send('POST', '/admin/logout', new URLSearchParams())).status).toBe(403);
  const reply = await visitor.send('POST', '/admin/logout', new URLSearchParams({ csrfmiddlewaretoken: token }));
  expect(reply.setCookies).toEqual(['sessionid=; Path=/; Max-Age=0; SameSite=Lax; Secure; HttpOnly']);
  visitor.jar.set('sessionid', key);
  expect((await visitor.get('/admin/')).status).toBe(303);
});

test('B4 a session ends two weeks after log-in', async () => {
  const start = day;
  const visitor = visitorOf(portal.port());
  await logIn(visitor);
  day = start + 1_209_600_000 - 1;
  expect((await visitor.get('/admin/')).status).toBe(200);
  day = start + 1_209_600_000;
  expect((await visitor.get('/admin/')).status).toBe(303);
  day = start;
});

test('B6 edits outlive the process where a data file is given', async () => {
  const dataFile = join(directory, 'edits.json');
  const open = async (): Promise<{ readonly visitor: Visitor; readonly close: () => Promise<void> }> => {
    const one = createPortal({ embedOrigin: 'http://embed.localhost:1', dataFile, password: 'a test of the tide' });
    const { port } = await one.listen({ host: '127.0.0.1', port: 0 });
    return { visitor: visitorOf(port), close: one.close };
  };
  const first = await open();
  await logIn(first.visitor);
  const token = tokenIn(await first.visitor.get('/admin/datasets/rainfall'));
  await first.visitor.send(
    'POST',
    '/admin/datasets/rainfall',
    new URLSearchParams({ csrfmiddlewaretoken: token, title_en: 'Rain', title_fr: 'Pluie', licence: 'ODbL 1.0' }),
  );
  await first.close();
  const second = await open();
  expect((await second.visitor.get('/datasets/rainfall')).text).toContain('<h1>Rain</h1>');
  await second.close();
});

test('B6 a port that is taken is a coded error', async () => {
  const one = createPortal({ embedOrigin: 'http://embed.localhost:1' });
  await expect(one.listen({ host: '127.0.0.1', port: portal.port() })).rejects.toMatchObject({ code: 'PORTAL_PORT_BUSY' });
});
