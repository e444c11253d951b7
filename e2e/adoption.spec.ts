// A site is brought under its declaration in three steps, with a browser that goes through it each time: observe, declare, enforce layer
// by layer. The guide is docs/guides/adopting-the-guard.md.
import { createServer } from 'node:http';
import { clientAssets } from '@candor/client';
import type { Declaration, Identified, Tracker } from '@candor/core';
import { identifyDeclaration, parseDeclaration } from '@candor/core';
import type { Guard, GuardLayer, GuardModes, GuardSummary } from '@candor/guard';
import { createGuard, renderObserveReport } from '@candor/guard';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { LieName } from '../examples/lying-portal/src/index.ts';
import { portalDeclaration, startPortal } from '../scripts/demo/portal.ts';
import type { Visitor, Visitors } from './harness.ts';
import { heldNames, mapDataset, openVisitors, toEmbed } from './harness.ts';

type Stand = { readonly origin: string; readonly guard: Guard; wait(seconds: number): void };

const plain = portalDeclaration().declaration;
const layers: readonly GuardLayer[] = ['set-cookie', 'cookie', 'html', 'csp'];

let visitors: Visitors;
beforeAll(async () => {
  visitors = await openVisitors();
});
afterAll(() => visitors.close());

function identified(declaration: Declaration): Identified {
  return { declaration, id: identifyDeclaration(declaration) };
}

/** The portal with some lies behind a guard that needs little to be convinced, and a clock that can be put forward. */
async function standUp(declaration: Declaration, mode: 'observe' | Partial<GuardModes>, lies: readonly LieName[] = []): Promise<Stand> {
  const portal = await startPortal({ port: 0, lies, bare: false });
  const stand = await guardBefore(portal.upstream, declaration, mode);
  onTestFinished(async () => {
    await stand.guard.close();
    await portal.close();
  });
  return stand;
}

async function guardBefore(upstream: string, declaration: Declaration, mode: 'observe' | Partial<GuardModes>): Promise<Stand> {
  let ahead = 0;
  const guard = createGuard({
    declaration: identified(declaration),
    upstream,
    mode,
    client: clientAssets,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    now: () => Math.floor(Date.now() / 1000) + ahead,
    enough: { requests: 5, seconds: 3600, views: 5, pages: 3, returning: 2 },
  });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  return { origin: `http://portal.localhost:${port}`, guard, wait: (seconds) => (ahead += seconds) };
}

/** Front office and back office, as a person goes through them. */
async function goThrough({ origin }: Stand): Promise<Visitor> {
  const visitor = await visitors.come();
  const { page } = visitor;
  await page.goto(`${origin}/`);
  await page.goto(`${origin}/datasets`);
  await page.goto(`${origin}${mapDataset}`);
  await page.goto(`${origin}/admin/login`);
  await page.fill('#username', 'editor');
  await page.fill('#password', 'low-tide-at-pelican-point');
  await page.click('#log-in button');
  await page.waitForSelector('#who');
  await page.goto(`${origin}/`);
  return visitor;
}

const lostBy = ({ layers: reports }: GuardSummary, layer: GuardLayer): readonly string[] => reports[layer].losses.map(({ name }) => name);
const verdicts = ({ layers: reports }: GuardSummary): readonly string[] => layers.map((layer) => reports[layer].verdict);

/** Whether the browser lets the page do something of this name. */
function allows({ page }: Visitor, feature: string): Promise<boolean> {
  return page.evaluate((name) => {
    const { featurePolicy } = document as unknown as { readonly featurePolicy: { allowsFeature(name: string): boolean } };
    return featurePolicy.allowsFeature(name);
  }, feature);
}

/** What a person makes of the printed lines: pasted, with what only they know filled in. */
function paste(snippet: string): Readonly<Record<string, Tracker>> {
  const filled = snippet
    .replace("provider: 'fill-in'", "provider: 'city'")
    .replace("purposes: ['fill-in']", "purposes: ['embeds']")
    .replace("locations: ['fill-in']", "locations: ['front-office', 'back-office']")
    .replaceAll(/(function|explanation): \{ en: 'fill-in' \}/g, "$1: { en: 'x', fr: 'x' }");
  return new Function(`return {${filled}}`)() as Readonly<Record<string, Tracker>>;
}

test('G139 an honest site loses nothing: observing changes nothing in a browser, and says that every layer is safe', async () => {
  const stand = await standUp(plain, 'observe');
  const { page, context } = await goThrough(stand);
  expect(await page.$('#candor-notice')).toBeNull();
  expect(await heldNames(context)).toEqual(['csrftoken', 'sessionid']);
  await context.close();
  stand.wait(3600);
  const summary = stand.guard.report();
  expect(
    layers.map((layer) => lostBy(summary, layer)),
    renderObserveReport(summary),
  ).toEqual([[], [], [], []]);
  expect(verdicts(summary)).toEqual(['quiet', 'quiet', 'quiet', 'quiet']);
});

test('G139 a site that does more than it declares: it is told so with the lines that declare it, and enforced layer by layer', async () => {
  const lies = ['undeclared-cookie', 'pixel-before-choice', 'redirect-cookie'] as const;

  // Observe: the site is as it was, and what enforcement would take from it is told.
  const observed = await standUp(plain, 'observe', lies);
  const first = await goThrough(observed);
  await first.page.goto(`${observed.origin}/r/street-trees`);
  expect(await first.page.$('#candor-notice')).toBeNull();
  expect(await heldNames(first.context)).toEqual(['csrftoken', 'r_seen', 'sessionid', 'tracking_id']);
  expect(toEmbed(first.requests).length).toBeGreaterThan(0);
  await expect.poll(() => lostBy(observed.guard.report(), 'csp')).toEqual(['embed.localhost']);
  await first.context.close();
  observed.wait(3600);
  const found = observed.guard.report();
  expect(layers.map((layer) => [...lostBy(found, layer)].sort())).toEqual([
    ['r_seen', 'tracking_id'],
    ['r_seen', 'tracking_id'],
    [],
    ['embed.localhost'],
  ]);
  expect(verdicts(found)).toEqual(['unsafe', 'unsafe', 'quiet', 'unsafe']);
  expect(renderObserveReport(found)).toContain("names: [{ exact: 'tracking_id' }],");
  const image = found.observations.find(({ kind }) => kind === 'request');
  expect(image).toMatchObject({ code: 'DROP_SCOPE', directive: 'img-src', page: '/' });

  // Declare: what is wanted is pasted; what nobody can explain is taken out of the site.
  const snippets = found.observations
    .filter(({ name, kind }) => kind !== 'cookie' && name !== 'r_seen')
    .map(({ snippet }) => snippet ?? '');
  const pasted = Object.assign({}, ...snippets.map(paste)) as Declaration['trackers'];
  const declared: Declaration = { ...plain, trackers: { ...plain.trackers, ...pasted } };
  expect(parseDeclaration(JSON.stringify(declared))).toMatchObject({ ok: true });
  const again = await standUp(declared, 'observe', ['undeclared-cookie', 'pixel-before-choice']);
  const second = await goThrough(again);
  await second.context.close();
  again.wait(3600);
  expect(verdicts(again.guard.report()), renderObserveReport(again.guard.report())).toEqual(['quiet', 'quiet', 'quiet', 'quiet']);

  // Enforce, one layer after the other: each takes hold, and takes nothing that people need.
  for (const [count, layer] of layers.entries()) {
    const mode = Object.fromEntries(layers.slice(0, count + 1).map((each) => [each, 'enforce'])) as Partial<GuardModes>;
    const stand = await standUp(declared, mode, ['undeclared-cookie', 'pixel-before-choice']);
    const visitor = await goThrough(stand);
    expect(await heldNames(visitor.context), layer).toEqual(['csrftoken', 'sessionid']);
    expect((await visitor.page.$('#candor-notice')) !== null, layer).toBe(count >= 2);
    expect(toEmbed(visitor.requests).length > 0, layer).toBe(count < 2);
    expect(await allows(visitor, 'browsing-topics'), layer).toBe(count < 3);
    expect(stand.guard.report().layers[layer], layer).toMatchObject({ verdict: 'enforced', losses: [] });
    await visitor.context.close();
  }
});

test('G136 behind what the site says, our Permissions-Policy closes and never opens; what no browser can read takes nothing along', async () => {
  const lines: { readonly [path: string]: readonly string[] } = {
    '/open': ['geolocation=(self), camera=()', 'storage-access=(self), browsing-topics=*'],
    '/broken': ["geolocation 'none'; camera *"],
  };
  const site = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'permissions-policy': [...(lines[request.url ?? ''] ?? [])] });
    response.end('<!doctype html><title>t</title>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  const upstream = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  // Without an embed that comes with its cookies.
  const { trackers, ...rest } = plain;
  const few = Object.fromEntries(Object.entries(trackers).filter(([, { kind }]) => kind !== 'request'));
  const { guard, origin } = await guardBefore(upstream, { ...rest, trackers: few }, { csp: 'enforce' });
  onTestFinished(async () => {
    await guard.close();
    site.closeAllConnections();
    site.close();
  });
  const visitor = await visitors.come();
  const features = ['geolocation', 'camera', 'storage-access', 'browsing-topics', 'attribution-reporting', 'run-ad-auction'];
  const allowed = async (path: string): Promise<readonly string[]> => {
    await visitor.page.goto(`${origin}${path}`);
    const answers = await Promise.all(features.map(async (feature) => ((await allows(visitor, feature)) ? [feature] : [])));
    return answers.flat();
  };
  expect(await allowed('/open')).toEqual(['geolocation']);
  expect(await allowed('/broken')).toEqual(['geolocation', 'camera']);
  await visitor.context.close();
});
