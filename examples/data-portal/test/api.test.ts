import { expect, test } from 'vitest';
import { running } from './running.ts';
import type { Visit, Visitor } from './visitor.ts';
import { tokenIn, visitorOf } from './visitor.ts';

const portal = running();
const base = '/api/v2/catalog/datasets';

async function loggedIn(): Promise<Visitor> {
  const visitor = visitorOf(portal.port());
  const token = tokenIn(await visitor.get('/admin/login'));
  await visitor.send(
    'POST',
    '/admin/login',
    new URLSearchParams({ csrfmiddlewaretoken: token, username: 'editor', password: 'low-tide-at-pelican-point' }),
  );
  return visitor;
}

function patch(visitor: Visitor, body: unknown, headers: { readonly [name: string]: string } = {}): Promise<Visit> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const token = visitor.jar.get('csrftoken') ?? '';
  return visitor.send('PATCH', `${base}/bus-stops`, text, { 'Content-Type': 'application/json', 'X-CSRFToken': token, ...headers });
}

test('A1 the catalogue, a dataset and its records are JSON for every origin', async () => {
  const visitor = visitorOf(portal.port());
  const list = await visitor.get(`${base}?limit=3&offset=1`);
  expect(list.headers.get('access-control-allow-origin')).toBe('*');
  expect(list.setCookies).toEqual([]);
  expect(JSON.parse(list.text)).toMatchObject({
    total_count: 14,
    results: [{ id: 'building-permits' }, { id: 'library-visits' }, { id: 'road-works' }],
  });
  expect(JSON.parse((await visitor.get(`${base}/rainfall`)).text)).toMatchObject({
    id: 'rainfall',
    title: { en: 'Rainfall and temperature' },
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    records_count: 362,
  });
  const where = encodeURIComponent('suburb = "Pelican Point" and daily_boardings > 100');
  const records = JSON.parse((await visitor.get(`${base}/bus-stops/records?where=${where}&order_by=daily_boardings+desc&limit=2`)).text);
  expect(records.results).toHaveLength(2);
  expect(records.total_count).toBeGreaterThan(2);
  expect(records.results[0].daily_boardings).toBeGreaterThanOrEqual(records.results[1].daily_boardings);
  expect(records.results[0].suburb).toBe('Pelican Point');
});

test('A2 what cannot be answered is a problem document', async () => {
  const visitor = visitorOf(portal.port());
  const bad = await visitor.get(`${base}/bus-stops/records?where=routes`);
  expect(bad.status).toBe(400);
  expect(bad.headers.get('content-type')).toBe('application/problem+json');
  expect(JSON.parse(bad.text)).toEqual({
    type: 'urn:data-portal:problem:query-syntax',
    title: 'Expected a comparison after "routes", found the end',
    status: 400,
    code: 'QUERY_SYNTAX',
    parameter: 'where',
    at: 6,
  });
  for (const path of [`${base}/nothing`, `${base}/nothing/records`, '/api/', '/api/v2/catalog'])
    expect((await visitor.get(path)).status, path).toBe(404);
  const method = await visitor.send('DELETE', `${base}/bus-stops`, '');
  expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH']);
});

test('A3 a write with session, origin and token is seen by everybody', async () => {
  const visitor = await loggedIn();
  const reply = await patch(visitor, { title: { en: 'Stops' }, licence: 'CC0 1.0' });
  expect(reply.status).toBe(200);
  const seen = JSON.parse((await visitorOf(portal.port()).get(`${base}/bus-stops`)).text);
  expect(seen).toMatchObject({ title: { en: 'Stops', fr: 'Arrêts de bus' }, licence: { name: 'CC0 1.0' } });
});

test('A3 a write without one of the three is refused', async () => {
  const anybody = visitorOf(portal.port());
  await anybody.get('/admin/login');
  expect((await patch(anybody, { licence: 'ODbL 1.0' })).status).toBe(401);
  const visitor = await loggedIn();
  const codes = [];
  for (const headers of [{ 'X-CSRFToken': '' }, { 'X-CSRFToken': 'B'.repeat(64) }, { Origin: 'https://elsewhere.example' }]) {
    const reply = await patch(visitor, { licence: 'ODbL 1.0' }, headers);
    codes.push([reply.status, JSON.parse(reply.text).code]);
  }
  visitor.jar.delete('csrftoken');
  const reply = await patch(visitor, { licence: 'ODbL 1.0' });
  codes.push([reply.status, JSON.parse(reply.text).code]);
  expect(codes).toEqual([
    [403, 'CSRF_TOKEN_MISSING'],
    [403, 'CSRF_TOKEN_WRONG'],
    [403, 'CSRF_ORIGIN'],
    [403, 'CSRF_COOKIE_MISSING'],
  ]);
  expect(JSON.parse((await anybody.get(`${base}/bus-stops`)).text).licence.name).not.toBe('ODbL 1.0');
});

test('A3 a body that makes no sense is refused', async () => {
  const visitor = await loggedIn();
  const statuses = [];
  const bodies = [
    '{',
    '[]',
    'null',
    `"${'x'.repeat(70_000)}"`,
    { licence: 'All mine' },
    { title: 'Stops' },
    { title: { en: '' } },
    { title: { de: 'x' } },
    { licence: 7 },
    { rows: [] },
    '{"__proto__": {}}',
  ];
  for (const body of bodies) statuses.push((await patch(visitor, body)).status);
  expect(statuses).toEqual([400, 400, 400, 400, 422, 422, 422, 422, 422, 422, 422]);
});

test('A3 over HTTPS a write needs a Referer where there is no Origin', async () => {
  const visitor = await loggedIn();
  const post = async (headers: { readonly [name: string]: string }): Promise<number> =>
    (await patch(visitor, {}, { 'X-Forwarded-Proto': 'https', Origin: '', ...headers })).status;
  expect(await post({})).toBe(403);
  expect(await post({ Referer: 'https://elsewhere.example/' })).toBe(403);
  expect(await post({ Referer: `https://portal.localhost:${portal.port()}/admin/` })).toBe(200);
  expect(await post({ 'X-Forwarded-Proto': 'http' })).toBe(200);
  expect(await post({ 'X-Forwarded-Host': 'outer.localhost:9', Origin: 'http://outer.localhost:9' })).toBe(200);
});
