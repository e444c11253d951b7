import { expect, test } from 'vitest';
import { decodeCsv } from '../src/catalog/csv.ts';
import { running } from './running.ts';
import { visitorOf } from './visitor.ts';

const portal = running();

const pages = ['/', '/datasets', '/datasets/street-trees', '/datasets/rainfall', '/developers', '/nowhere'];

test('C1 reading sets no cookie', async () => {
  const visitor = visitorOf(portal.port());
  for (const path of [
    ...pages,
    '/static/portal.css',
    '/static/portal.js',
    '/datasets/rainfall/export.csv',
    '/api/v2/catalog/datasets',
    '/cookies/policy',
  ]) {
    expect((await visitor.get(path)).setCookies, path).toEqual([]);
  }
});

test('F5 every page links to the policy and to the preferences', async () => {
  const visitor = visitorOf(portal.port());
  for (const path of pages) {
    const { text } = await visitor.get(path);
    expect(text, path).toContain('href="/cookies/policy"');
    expect(text, path).toContain('href="/cookies/preferences"');
  }
});

test('F1 search finds words in either language, without accents or case', async () => {
  const visitor = visitorOf(portal.port());
  for (const words of ['VELOS', 'bicycle', 'compteurs velo']) {
    const { text } = await visitor.get(`/datasets?q=${encodeURIComponent(words)}`);
    expect(text, words).toContain('href="/datasets/bike-counters"');
    expect(text, words).not.toContain('href="/datasets/street-trees"');
  }
  expect((await visitor.get('/datasets?q=zeppelin')).text).toContain('No dataset matches');
  const culture = (await visitor.get('/datasets?theme=culture')).text;
  expect(culture.match(/<article/g)).toHaveLength(2);
  const large = (await visitor.get('/datasets?sort=size')).text;
  expect(large.indexOf('/datasets/street-trees')).toBeLessThan(large.indexOf('/datasets/rainfall'));
});

test('F1 the pages of the list hold every dataset once', async () => {
  const visitor = visitorOf(portal.port());
  const found: string[] = [];
  for (const page of [1, 2]) {
    const { text } = await visitor.get(`/datasets?sort=title&page=${page}`);
    found.push(...[...text.matchAll(/<h2><a href="\/datasets\/([a-z-]+)"/g)].map((match) => match[1] ?? ''));
  }
  expect(found).toHaveLength(14);
  expect(new Set(found).size).toBe(14);
});

function cellsOf(text: string): readonly string[] {
  return [...text.matchAll(/<tbody><tr><td[^>]*>([^<]*)<\/td>|<tr><td[^>]*>([^<]*)<\/td>/g)].map((match) => match[1] ?? match[2] ?? '');
}

test('F2 the table sorts, filters and turns pages by its address', async () => {
  const visitor = visitorOf(portal.port());
  const path = '/datasets/street-trees';
  expect(cellsOf((await visitor.get(path)).text).slice(0, 2)).toEqual(['10001', '10008']);
  expect(cellsOf((await visitor.get(`${path}?page=2`)).text)[0]).toBe(String(10_001 + 15 * 7));
  const sorted = (await visitor.get(`${path}?sort=tree_id+desc`)).text;
  expect(cellsOf(sorted)[0]).toBe(String(10_001 + 399 * 7));
  expect(sorted).toContain('aria-sort="descending"');
  const filtered = (await visitor.get(`${path}?where=${encodeURIComponent('tree_id <= 10008')}`)).text;
  expect(filtered).toContain('Records 1 to 2 of 2');
  expect((await visitor.get(`${path}?page=9999`)).text).toContain('Records 391 to 400 of 400');
  expect((await visitor.get(`${path}?where=${encodeURIComponent('tree_id = 1')}`)).text).toContain('No record matches');
});

test('F2 a filter that is not understood is shown with its problem, over the whole table', async () => {
  const { status, text } = await visitorOf(portal.port()).get(`/datasets/street-trees?where=${encodeURIComponent('hight > 3')}`);
  expect(status).toBe(200);
  expect(text).toContain('Expected a field of this dataset, found &quot;hight&quot; (1)');
  expect(text).toContain('Records 1 to 15 of 400');
});

test('F3 what comes from outside is escaped', async () => {
  const visitor = visitorOf(portal.port());
  const hostile = encodeURIComponent('"><script>alert(1)</script>');
  for (const path of [
    `/datasets?q=${hostile}`,
    `/datasets/street-trees?where=${hostile}&sort=${hostile}`,
    `/admin/login?next=${hostile}`,
    `/${hostile}`,
  ]) {
    expect((await visitor.get(path)).text, path).not.toContain('<script>alert');
  }
});

test('F4 a map has no address to load from while nobody granted it', async () => {
  const { text } = await visitorOf(portal.port()).get('/datasets/street-trees');
  const [frame = ''] = /<iframe[^>]*>/.exec(text) ?? [];
  expect(frame).toContain('data-src="http://embed.localhost:1/map?dataset=street-trees&amp;style=coast&amp;lang=en"');
  expect(frame).toContain('data-candor-purpose="embeds"');
  expect(frame).not.toMatch(/\ssrc=/);
  expect(text).toContain('data-candor-placeholder="embeds"');
  expect(text).toContain('<a href="http://embed.localhost:1/map?dataset=street-trees&amp;style=coast&amp;lang=en"');
  expect((await visitorOf(portal.port()).get('/datasets/rainfall')).text).not.toContain('<iframe');
});

test('F6 downloads hold all records', async () => {
  const visitor = visitorOf(portal.port());
  const csv = await visitor.get('/datasets/community-events/export.csv');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const table = decodeCsv(csv.text);
  expect(table).toHaveLength(161);
  expect(table[0]?.slice(0, 2)).toEqual(['event_id', 'title']);
  expect(table[1]?.[1]).toContain(', ');
  const json: unknown = JSON.parse((await visitor.get('/datasets/community-events/export.json')).text);
  expect(json).toHaveLength(160);
});

test('F1 the pages are in the language of the browser, unless one was picked', async () => {
  const visitor = visitorOf(portal.port());
  expect((await visitor.get('/', { 'Accept-Language': 'fr-CA,en;q=0.5' })).text).toContain('<html lang="fr"');
  expect((await visitor.get('/', { 'Accept-Language': 'de,en;q=0.5' })).text).toContain('<html lang="en"');
  visitor.jar.set('django_language', 'en');
  expect((await visitor.get('/', { 'Accept-Language': 'fr' })).text).toContain('<html lang="en"');
});
