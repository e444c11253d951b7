import { createPortal } from '@candor-example/data-portal';
import type { Visit, Visitor } from '@candor-example/data-portal/test/visitor';
import { tokenIn, visitorOf } from '@candor-example/data-portal/test/visitor';
import { expect, test } from 'vitest';
import type { LieName } from '../src/index.ts';
import { createLyingPortal, lieNames } from '../src/index.ts';

const options = {
  embedOrigin: 'http://embed.localhost:1',
  bare: true,
  now: () => new Date('2026-11-23T00:00:00Z'),
  random: (bytes: number) => new Uint8Array(bytes).fill(7),
};

type Step = { readonly at: string; readonly status: number; readonly cookies: readonly string[]; readonly text: string };

// A visit that does everything: reads, searches, picks a language, logs in, writes, accepts, withdraws, refuses.
async function walk(visitor: Visitor): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const note = (at: string, visit: Visit): Visit => {
    steps.push({ at, status: visit.status, cookies: visit.setCookies, text: visit.text });
    return visit;
  };
  const open = async (path: string): Promise<Visit> => note(path, await visitor.get(path));
  const post = async (path: string, fields: { readonly [name: string]: string }): Promise<Visit> =>
    note(`POST ${path} ${fields['do'] ?? ''}`, await visitor.send('POST', path, new URLSearchParams(fields)));
  const dataset = '/datasets/street-trees';
  for (const path of ['/', '/datasets?q=beach', dataset, '/api/v2/catalog/datasets/street-trees', '/cookies/policy']) await open(path);
  await post('/i18n/setlang', { language: 'fr' });
  await open('/datasets');
  const form = await open('/admin/login');
  await post('/admin/login', { csrfmiddlewaretoken: tokenIn(form), username: 'editor', password: 'low-tide-at-pelican-point' });
  await open('/admin/');
  const headers = { 'X-CSRFToken': visitor.jar.get('csrftoken') ?? '' };
  note('PATCH', await visitor.send('PATCH', '/api/v2/catalog/datasets/rainfall', JSON.stringify({ licence: 'CC0 1.0' }), headers));
  for (const deed of ['accept-all', 'withdraw', 'reject-all']) {
    await post('/cookies/preferences', { do: deed, return: dataset });
    await open(dataset);
  }
  return steps;
}

const walks = new Map<string, Promise<readonly Step[]>>();

async function startAndWalk(lies: readonly LieName[] | null): Promise<readonly Step[]> {
  const portal = lies === null ? createPortal(options) : createLyingPortal({ ...options, lies });
  const { port } = await portal.listen({ host: '127.0.0.1', port: 0 });
  const steps = await walk(visitorOf(port));
  await portal.close();
  return steps;
}

function walkWith(lies: readonly LieName[] | null): Promise<readonly Step[]> {
  const key = String(lies);
  const steps = walks.get(key) ?? startAndWalk(lies);
  walks.set(key, steps);
  return steps;
}

function nameAndPath(line: string): string {
  return line.replace(/^([^=]*)=[^;]*; Path=([^;]*);.*$/, '$1 $2');
}

// Steps at which cookies were added, and which; a removal adds none.
function addedCookies(told: readonly Step[], honest: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const added = new Map<string, readonly string[]>();
  told.forEach((step, index) => {
    const before = honest[index]?.cookies ?? [];
    const lines = step.cookies.filter((line) => !before.includes(line) && !line.includes('Max-Age=0'));
    if (lines.length > 0) added.set(`${index} ${step.at}`, lines.map(nameAndPath));
  });
  return added;
}

type Trace = {
  /** Set-Cookie lines that are the lie's. */
  readonly cookie?: RegExp;
  /** Markup that is the lie's, and what stands there without it. */
  readonly markup?: readonly [found: RegExp, honest: string];
};

const traces: { readonly [L in LieName]: Trace } = {
  'undeclared-cookie': { cookie: /^tracking_id=(07){16}; Path=\/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly$/ },
  'pixel-before-choice': { markup: [/<img src="http:\/\/embed\.localhost:1\/pixel\.gif" alt="" width="1" height="1">/g, ''] },
  'longer-life': { cookie: /^csrftoken=[A-Za-z0-9]{64}; Path=\/; Max-Age=63072000; SameSite=Lax; Secure$/ },
  // A later answer expires what the lie had set.
  'cookie-after-reject': {
    cookie: /^map_style=(coast; Path=\/; Max-Age=7776000; SameSite=Lax; Secure; HttpOnly|; Path=\/; Max-Age=0; Secure)$/,
  },
  'language-for-everyone': { cookie: /^django_language=(en|fr); Path=\/; Max-Age=31536000; SameSite=Lax; Secure$/ },
  'local-storage-id': { markup: [/<script src="\/static\/visitor\.js" defer><\/script>/g, ''] },
  'redirect-cookie': { markup: [/href="\/r\//g, 'href="/datasets/'] },
  'survives-withdrawal': { cookie: /^map_style=coast; Path=\/datasets; Max-Age=7776000; SameSite=Lax; Secure; HttpOnly$/ },
};

const forgotten = (line: string): string => line.replace('Max-Age=63072000', 'Max-Age=31449600');

function withoutTrace(steps: readonly Step[], { cookie, markup }: Trace, honest: readonly Step[]): readonly Step[] {
  return steps.map((step, index) => ({
    ...step,
    cookies: step.cookies.filter((line) => honest[index]?.cookies.includes(line) || !cookie?.test(line)),
    text: markup === undefined ? step.text : step.text.replace(markup[0], markup[1]),
  }));
}

test('T0 with no lie on, every answer is the data portal’s', async () => {
  expect(await walkWith([])).toEqual(await walkWith(null));
});

test.each(lieNames.filter((name) => name !== 'longer-life'))('T1 without its trace, "%s" leaves every answer as it was', async (name) => {
  const [honest, told] = [await walkWith(null), await walkWith([name])];
  expect(told).not.toEqual(honest);
  expect(withoutTrace(told, traces[name], honest)).toEqual(honest);
});

test('T1 "longer-life" changes the life of csrftoken and nothing else', async () => {
  const [honest, told] = [await walkWith(null), await walkWith(['longer-life'])];
  const lines = told.flatMap((step) => step.cookies).filter((line) => line.startsWith('csrftoken='));
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line).toMatch(traces['longer-life'].cookie ?? /^$/);
  expect(told.map((step) => ({ ...step, cookies: step.cookies.map(forgotten) }))).toEqual(honest);
});

test('T1 "undeclared-cookie" is set by every page', async () => {
  const told = await walkWith(['undeclared-cookie']);
  for (const step of told.filter((one) => one.text.startsWith('<!doctype html>'))) {
    expect(
      step.cookies.some((line) => line.startsWith('tracking_id=')),
      step.at,
    ).toBe(true);
  }
});

test('T1 "language-for-everyone" is set for visitors who picked none, on their first page', async () => {
  const added = addedCookies(await walkWith(['language-for-everyone']), await walkWith(null));
  expect([...added]).toEqual([['0 /', ['django_language /']]]);
});

test('T1 "cookie-after-reject" is set after each no, and only then', async () => {
  const told = await walkWith(['cookie-after-reject']);
  const added = [...addedCookies(told, await walkWith(null)).keys()];
  const last = told.length - 1;
  expect(added).toEqual([`${last - 2} /datasets/street-trees`, `${last} /datasets/street-trees`]);
});

test('T1 "survives-withdrawal" is set after a yes only, and nothing expires it', async () => {
  const told = await walkWith(['survives-withdrawal']);
  const added = addedCookies(told, await walkWith(null));
  expect([...added]).toEqual([[`${told.length - 5} /datasets/street-trees`, ['map_style /datasets']]]);
  const expiries = told.flatMap((step) => step.cookies).filter((line) => /^map_style=.*Max-Age=0/.test(line));
  expect(expiries.map(nameAndPath)).toContain('map_style /');
  expect(expiries.map(nameAndPath)).not.toContain('map_style /datasets');
});

test('T1 "redirect-cookie" sets r_seen on the way to the dataset', async () => {
  const portal = createLyingPortal({ ...options, lies: ['redirect-cookie'] });
  const { port } = await portal.listen({ host: '127.0.0.1', port: 0 });
  const reply = await visitorOf(port).get('/r/beach-water-quality');
  expect([reply.status, reply.headers.get('location')]).toEqual([302, '/datasets/beach-water-quality']);
  expect(reply.setCookies.map(nameAndPath)).toEqual(['r_seen /']);
  expect((await visitorOf(port).get('/r/a%2F..%2Fb')).status).toBe(404);
  await portal.close();
});

test('T1 "local-storage-id" brings a script of its own, which no other portal has', async () => {
  const portal = createLyingPortal({ ...options, lies: ['local-storage-id'] });
  const { port } = await portal.listen({ host: '127.0.0.1', port: 0 });
  expect((await visitorOf(port).get('/static/visitor.js')).text).toContain('localStorage.setItem(key');
  await portal.close();
  const honest = createLyingPortal({ ...options, lies: [] });
  const address = await honest.listen({ host: '127.0.0.1', port: 0 });
  expect((await visitorOf(address.port).get('/static/visitor.js')).status).toBe(404);
  await honest.close();
});

test('T2 all eight together are the traces of each', async () => {
  const steps = await walkWith(lieNames);
  expect(steps.map((step) => step.status)).toEqual((await walkWith(null)).map((step) => step.status));
  const names = new Set(steps.flatMap((step) => step.cookies).map((line) => line.split('=')[0]));
  expect([...names].sort()).toEqual(['cookies_preferences', 'csrftoken', 'django_language', 'map_style', 'sessionid', 'tracking_id']);
  const home = steps[0]?.text ?? '';
  for (const mark of ['/pixel.gif', '/static/visitor.js', 'href="/r/']) expect(home).toContain(mark);
});
