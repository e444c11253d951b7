import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Corpus, CorpusCookie, CorpusEntry, CorpusPhase, RunningSite } from '../src/index.ts';
import { CORPUS_LOG_PATH, corpusSites, keyOfThing, readCorpusLog, startCorpus, varySite } from '../src/index.ts';

let corpus: Corpus;

beforeAll(async () => {
  const varied = [3, 4].flatMap((seed) => corpusSites.map((one) => varySite(one, seed)));
  corpus = await startCorpus({ sites: [...corpusSites, ...varied], peersFrom: null });
});

afterAll(() => corpus.close());

type Reply = { readonly status: number; readonly cookies: readonly string[]; readonly text: string };

// Node knows no names below localhost: the host is a header.
function ask(
  host: string,
  path = '/',
  { method = 'GET', body = '', headers = {} }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: corpus.port, path, method, headers: { host: `${host}:${corpus.port}`, ...headers } },
      (reply) => {
        const pieces: Uint8Array[] = [];
        reply.on('data', (piece: Uint8Array) => pieces.push(piece));
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            cookies: reply.headers['set-cookie'] ?? [],
            text: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const plain: CorpusCookie = { domain: null, path: '/', seconds: null, secure: false, httpOnly: false, sameSite: 'lax', partitioned: false };

function wrote(name: string, cookie: Partial<CorpusCookie>, [at, phase]: readonly [number, CorpusPhase] = [1000, 'unasked']): CorpusEntry {
  return {
    at,
    phase,
    gpc: false,
    deed: { kind: 'stored', store: 'cookie', name, host: 'a.localhost', by: 'http', cookie: { ...plain, ...cookie } },
  };
}

const find = (id: string): RunningSite => {
  const found = corpus.sites.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No site "${id}"`);
  return found;
};

test('T32 what was stored is held until it is taken back by its exact scope, or has run out', () => {
  const removed: CorpusEntry = {
    at: 2000,
    phase: 'rejected',
    gpc: false,
    deed: { kind: 'removed', store: 'cookie', name: 'a', host: 'a.localhost', cookie: plain },
  };
  const log = [wrote('a', {}), wrote('a', { path: '/shop' }), wrote('a', { domain: 'a.localhost' }), wrote('b', { seconds: 5 }), removed];
  const { items, held } = readCorpusLog(log, 3000);
  expect(items.map(keyOfThing)).toEqual([
    'cookie a a.localhost /',
    'cookie a a.localhost /shop',
    'cookie a .a.localhost /',
    'cookie b a.localhost /',
  ]);
  expect(held.map(keyOfThing)).toEqual(['cookie a a.localhost /shop', 'cookie a .a.localhost /', 'cookie b a.localhost /']);
  expect(readCorpusLog(log, 6000).held.map(({ name }) => name)).toEqual(['a', 'a']);
});

test('T32 an item is one item with every phase in which it was stored', () => {
  const { items } = readCorpusLog([wrote('a', {}), wrote('a', {}, [2000, 'accepted']), wrote('a', {}, [3000, 'accepted'])], 4000);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ name: 'a', at: 1000, phases: ['unasked', 'accepted'] });
});

test('T32 what was told late is read in its time', () => {
  const removed: CorpusEntry = {
    at: 2000,
    phase: 'rejected',
    gpc: false,
    deed: { kind: 'removed', store: 'cookie', name: 'a', host: 'a.localhost', cookie: plain },
  };
  expect(readCorpusLog([removed, wrote('a', {})], 3000).held).toEqual([]);
  expect(readCorpusLog([removed, wrote('a', {}, [2001, 'rejected'])], 3000).held).toHaveLength(1);
});

test('T32 what is held is always among what was stored', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const entry = fc.record({ name, stores: fc.boolean(), path: fc.constantFrom('/', '/x') }).map(({ name, stores, path }): CorpusEntry => {
    const thing = { store: 'cookie', name, host: 'a.localhost', cookie: { ...plain, path } } as const;
    return { at: 1, phase: 'unasked', gpc: false, deed: stores ? { kind: 'stored', by: 'http', ...thing } : { kind: 'removed', ...thing } };
  });
  fc.assert(
    fc.property(fc.array(entry), (log) => {
      const { items, held } = readCorpusLog(log, 1);
      const keys = items.map(keyOfThing);
      const last = new Map(
        log.flatMap(({ deed }) => (deed.kind === 'stored' || deed.kind === 'removed' ? [[keyOfThing(deed), deed.kind]] : [])),
      );
      expect(held.map(keyOfThing).sort()).toEqual([...last].flatMap(([key, kind]) => (kind === 'stored' ? [key] : [])).sort());
      expect(held.every((item) => keys.includes(keyOfThing(item)))).toBe(true);
    }),
  );
});

test('T33 the server logs what it sent, when it sent it, in the phase that the visitor was in', async () => {
  const site = find('page-cookie');
  site.reset();
  const first = await ask('page-cookie.localhost');
  expect(first.cookies).toEqual([expect.stringMatching(/^visitor=[0-9a-f]{16}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=lax$/)]);
  expect(site.truth().items).toMatchObject([
    { name: 'visitor', host: 'page-cookie.localhost', by: 'http', phases: ['unasked'], gpc: false },
  ]);
  const choice = await ask('page-cookie.localhost', '/cookies/choice', { method: 'POST', body: 'no' });
  expect(choice.cookies).toEqual([
    expect.stringMatching(/^cookies_preferences=no;/),
    'visitor=; Path=/; Max-Age=0; HttpOnly; SameSite=lax',
  ]);
  expect((await ask('page-cookie.localhost', '/', { headers: { cookie: 'cookies_preferences=no', 'sec-gpc': '1' } })).cookies).toEqual([]);
  expect(site.truth().held.map(({ name, phases }) => [name, phases])).toEqual([['cookies_preferences', ['rejected']]]);
  site.reset();
  expect(site.truth()).toMatchObject({
    items: [],
    held: [],
    requests: [],
    violations: [{ rule: 'R-PRE-STORE', item: 'visitor' }],
    clean: false,
  });
});

test('T33 what a page tells of itself is logged for its host, and nothing that a page loads for that', async () => {
  const site = find('script-cookie');
  site.reset();
  const body = JSON.stringify({ phase: 'accepted', deed: { kind: 'stored', store: 'local', name: 'x', by: 'script' } });
  expect(await ask('script-cookie.localhost', CORPUS_LOG_PATH, { method: 'POST', body, headers: { 'sec-gpc': '1' } })).toMatchObject({
    status: 204,
    cookies: [],
  });
  expect(site.truth().items).toMatchObject([
    { store: 'local', name: 'x', host: 'script-cookie.localhost', phases: ['accepted'], gpc: true },
  ]);
  expect((await ask('nobody.localhost')).status).toBe(404);
  const [begin, told] = [Date.now(), (at: number) => body.replace('{', `{"at":${at},`)];
  for (const at of [begin - 1000, begin - 60_000, begin + 60_000]) {
    site.reset();
    await ask('script-cookie.localhost', CORPUS_LOG_PATH, { method: 'POST', body: told(at) });
    const believed = site.truth().items[0]?.at ?? 0;
    if (at === begin - 1000) expect(believed).toBe(at);
    else expect(believed).toBeGreaterThanOrEqual(begin);
  }
});

test('T33 another site is told by the address in which phase it was written', async () => {
  const site = find('still-asked');
  site.reset();
  const page = await ask('still-asked.localhost', '/', { headers: { cookie: 'cookies_preferences=back' } });
  const address = /http:\/\/(pixel\.[a-z]+\.localhost):\d+(\/e\d\/p\.gif)/.exec(page.text);
  expect((await ask(address?.[1] ?? '', address?.[2])).status).toBe(200);
  expect(site.truth().requests).toEqual([{ host: address?.[1], path: address?.[2], phases: ['withdrawn'], gpc: false }]);
});

test('T34 every site has an id, a kind and hosts of its own; what is called clean breaks nothing', () => {
  expect(corpusSites.length).toBeGreaterThanOrEqual(60);
  expect(new Set(corpusSites.map(({ id }) => id)).size).toBe(corpusSites.length);
  const hosts = corpus.sites.flatMap((one) => one.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  for (const one of corpus.sites) {
    const { violations, clean } = one.truth();
    expect([one.id, clean]).toEqual([one.id, one.kinds.includes('clean')]);
    expect(clean).toBe(violations.length === 0);
    for (const { rule } of violations) expect(rule).toMatch(/^R-[A-Z0-9-]+$/);
    expect(one.url.startsWith('http://')).toBe(true);
  }
});

test('T34 what breaks a rule by name is declared, sent or asked for by the site', () => {
  for (const one of corpus.sites) {
    const declared = JSON.stringify(one.declaration);
    const known = (item: string): boolean =>
      declared.includes(JSON.stringify(item)) ||
      one.hosts.includes(item) ||
      Object.values(one.does)
        .flat()
        .some((line) => line.endsWith(` ${item}`));
    expect(one.truth().violations.flatMap(({ item }) => (item === undefined || known(item) ? [] : [`${one.id}: ${item}`]))).toEqual([]);
  }
});

test('T35 a seed gives the same site each time, and another seed another', async () => {
  const again = await startCorpus({ sites: corpusSites.map((one) => varySite(one, 3)), peersFrom: null });
  try {
    const shape = ({ hosts, controls, moves, does, truth }: RunningSite): string =>
      JSON.stringify([hosts, controls, moves, does, truth().violations, truth().banner]);
    const three = corpus.sites.filter(({ seed }) => seed === 3);
    expect(again.sites.map(shape)).toEqual(three.map(shape));
    for (const [at, one] of corpus.sites.filter(({ seed }) => seed === 4).entries()) expect(one.hosts).not.toEqual(three[at]?.hosts);
  } finally {
    await again.close();
  }
});

test('T35 a variation keeps what is wrong and changes what it is called', async () => {
  for (const base of corpus.sites.filter(({ seed }) => seed === 0)) {
    const varied = find(`${base.id}~3`);
    expect(varied.truth().violations.map(({ rule }) => rule)).toEqual(base.truth().violations.map(({ rule }) => rule));
    expect(varied.truth().banner).toEqual(base.truth().banner);
    expect(varied.hosts).toHaveLength(base.hosts.length);
  }
  const [one, other] = await Promise.all([
    ask(new URL(find('picture-cookie').url).hostname),
    ask(new URL(find('picture-cookie~3').url).hostname),
  ]);
  expect(one.text).toContain('src="/logo.gif"');
  expect(other.text).not.toContain('logo');
  expect(other.text).toMatch(/src="\/[a-z]+\.gif"/);
});
