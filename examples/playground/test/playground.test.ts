import { request } from 'node:http';
import { profiles } from '@candor/catalog';
import { lintDeclaration, policyLanguages, themeNames } from '@candor/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrivalLines, consentFor } from '../src/arrival.ts';
import type { Cell, Playground } from '../src/index.ts';
import { cellOf, choices, declarationFor, domain, firstCell, hostOf, PlaygroundError, startPlayground } from '../src/index.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

type Got = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly text: string };

// The name goes into the Host header; the connection to this machine.
function get(host: string, path: string, headers: { readonly [name: string]: string } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: playground.port, path, headers: { ...headers, host: `${host}:${playground.port}` } });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.end();
  });
}

const cellWith = (part: Partial<Cell>): Cell => ({ ...firstCell, ...part });

test('G1 every profile of the catalog, language of the product and theme there is can be chosen, and one of the site’s own', () => {
  expect([...choices.profile].sort()).toEqual(Object.keys(profiles).sort());
  expect([...choices.language].sort()).toEqual([...policyLanguages].sort());
  expect(choices.theme).toEqual([...themeNames, 'own']);
});

test('G2 a cell has one host name, and a host name that is none is no cell', () => {
  for (const profile of choices.profile) {
    for (const state of choices.state) {
      const cell = cellWith({ profile, state, language: 'ar', theme: 'own' });
      expect(cellOf(hostOf(cell))).toEqual(cell);
    }
  }
  for (const host of [domain, `x.${domain}`, `unset.neon.en.fr.${domain}`, `unset.default.en.fr.${domain}.example`, 'localhost'])
    expect(cellOf(host)).toBeNull();
});

test.each(choices.profile)('G3 the declaration under "%s" holds, in every language and theme', (profile) => {
  for (const language of choices.language) {
    for (const theme of choices.theme) {
      const { declaration } = declarationFor(cellWith({ profile, language, theme }));
      expect(lintDeclaration(declaration).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  }
});

test('G4 each state is what it says', () => {
  const stateOf = (cell: Cell): unknown => {
    const { ask, gpc, purposes } = consentFor(cell, declarationFor(cell), 1_800_000_000);
    return { ask, gpc, maps: purposes['maps']?.reason, visits: purposes['audience']?.reason };
  };
  const told = choices.state.map((state) => [state, stateOf(cellWith({ state }))]);
  expect(Object.fromEntries(told)).toEqual({
    unset: { ask: true, gpc: false, maps: 'default-off', visits: 'default-on' },
    granted: { ask: false, gpc: false, maps: 'granted', visits: 'granted' },
    denied: { ask: false, gpc: false, maps: 'denied', visits: 'objected' },
    gpc: { ask: false, gpc: true, maps: 'gpc-off', visits: 'gpc-off' },
    objected: { ask: true, gpc: false, maps: 'default-off', visits: 'objected' },
    revised: { ask: true, gpc: false, maps: 'revised', visits: 'default-on' },
    expired: { ask: true, gpc: false, maps: 'expired', visits: 'default-on' },
    failing: { ask: true, gpc: false, maps: 'default-off', visits: 'default-on' },
  });
});

test('G5 the index shows all values of one axis side by side, live, with what holds there; the bare address leads to it', async () => {
  const before = playground.cells();
  for (const [axis, values] of Object.entries(choices)) {
    const { status, text } = await get(domain, `/?by=${axis}&width=320&scheme=dark`);
    expect(status).toBe(200);
    expect(text.match(/<iframe /g)).toHaveLength(values.length);
    expect(text.match(/<option [^>]*selected/g)).toHaveLength(6);
    expect(text).toContain('class="width-320 dark"');
  }
  expect(playground.cells()).toBe(before);
  const bare = await get('localhost', '/?by=state');
  expect([bare.status, bare.headers['location']]).toEqual([302, `${playground.origin}/?by=state`]);
  expect((await get(`nobody.${domain}`, '/')).status).toBe(404);
});

test('G5 what an address says that means nothing is the usual', async () => {
  const { text } = await get(domain, '/?by=__proto__&width=constructor&scheme=neon&profile=%3Cscript%3E');
  expect(text.match(/<iframe /g)).toHaveLength(choices.profile.length);
  expect(text).toContain('class="width-1280 auto"');
  expect(text).not.toContain('<script>');
});

const namesIn = (headers: Got['headers']): readonly string[] =>
  [headers['set-cookie'] ?? []].flat().map((line) => line.split('=')[0] ?? '');

test('G6 a browser without Global Privacy Control gets it sent for it', async () => {
  const { headers, text } = await get(hostOf(cellWith({ state: 'gpc' })), '/');
  expect(text).toContain('class="candor-signal"');
  expect(text).not.toContain('id="candor-notice"');
  expect(namesIn(headers)).toEqual(['basket']);
});

test.each([
  cellWith({}),
  cellWith({ profile: 'fr', language: 'fr', theme: 'ink' }),
  cellWith({ profile: 'eu-omnibus-draft', language: 'ar', theme: 'own' }),
])('G6 a cell is the real guard before the site: $profile $language $theme $state', async (cell) => {
  const { status, headers, text } = await get(hostOf(cell), '/', { 'sec-fetch-dest': 'iframe' });
  expect(status).toBe(200);
  expect(text).toContain('id="candor-notice"');
  expect(text).toContain('id="candor-state"');
  expect(text).toContain(`lang="${cell.language}"`);
  // The site sets four cookies on every page; what needs a yes does not pass.
  expect(namesIn(headers)).toEqual(['basket', '_visits']);
  expect(headers['content-security-policy']).toBeDefined();
});

test('G7 the start of a cell brings a device into its state, and its page is of that state', async () => {
  for (const [state, asks] of [
    ['granted', false],
    ['denied', false],
    ['revised', true],
    ['expired', true],
  ] as const) {
    const cell = cellWith({ state });
    const started = await get(hostOf(cell), '/start');
    expect([started.status, started.headers['location']]).toEqual([303, '/']);
    const choice = [started.headers['set-cookie'] ?? []].flat().find((line) => line.startsWith('cookies_preferences='));
    const { text } = await get(hostOf(cell), '/', { cookie: choice?.split(';')[0] ?? '' });
    expect(text.includes('id="candor-notice"'), state).toBe(asks);
  }
  const unset = arrivalLines(firstCell, declarationFor(firstCell), 1_800_000_000);
  expect(unset).toContain('cookies_preferences=; Path=/; Max-Age=0; Secure; SameSite=Lax');
});

test('G8 where the server fails, the question stands and no answer is kept', async () => {
  const host = hostOf(cellWith({ state: 'failing' }));
  expect((await get(host, '/')).text).toContain('id="candor-notice"');
  const answer = await get(host, '/cookies/preferences');
  expect(answer.status).toBe(500);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('G9 a port that is taken is told by its code, and closing leaves the port free', async () => {
  await expect(startPlayground({ port: playground.port })).rejects.toThrowError(PlaygroundError);
  const other = await startPlayground();
  await other.close();
  const again = await startPlayground({ port: other.port });
  expect(again.port).toBe(other.port);
  await again.close();
});
