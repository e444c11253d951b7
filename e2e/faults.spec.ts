// Faults of the guard and of what stands behind it, one test each, with the real parts and a site that tells all eight lies:
// every page answers 200, nothing undeclared is kept, nothing refused is loaded, and the stored choice stays as it was.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clientAssets } from '@candor/client';
import type { Choice } from '@candor/core';
import { decodeChoice, encodeChoice } from '@candor/core';
import type { Guard, GuardOptions } from '@candor/guard';
import { createGuard } from '@candor/guard';
import type { Ledger } from '@candor/ledger';
import { createMeasure, openCountStore } from '@candor/measure';
import { createPlatform } from '@candor/platform';
import { createTemporaryFolder } from '@candor/testkit';
import { lieNames } from '@candor-example/lying-portal';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../packages/ledger/src/drivers/sqlite.ts';
import { openLedgerOn } from '../packages/ledger/src/ledger.ts';
import type { Answer, Stand, Visitor, Visitors } from './harness.ts';
import { ask, mapDataset, openVisitors, readViews, startStand, toEmbed } from './harness.ts';

let stand: Stand;
let visitors: Visitors;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  [stand, visitors] = await Promise.all([startStand(lieNames), openVisitors()]);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await visitors.close();
  await stand.close();
});

const now = (): number => Math.floor(Date.now() / 1000);
const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const broken = (): never => {
  throw new Error('broken');
};

/** Another guard in front of the same site and the same front office, with something in it replaced. Answers with its origin. */
async function startGuard(overrides: Partial<GuardOptions>): Promise<{ readonly origin: string; readonly guard: Guard }> {
  const { system, upstream } = stand;
  const frontOffice: GuardOptions['frontOffice'] = (request, context) => system.platform.frontOffice(request, context);
  const guard = createGuard({
    declaration: system.declaration,
    upstream,
    mode: 'enforce',
    client: clientAssets,
    random,
    now,
    frontOffice,
    ...overrides,
  });
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  ends.push(() => guard.close());
  return { origin: `http://portal.localhost:${port}`, guard };
}

const refusal: Choice = {
  answers: { 3: { state: 'objected', revision: 1 }, 4: { state: 'denied', revision: 1 } },
  at: now() - 60,
  declaration: '',
};
const grant: Choice = {
  answers: { 3: { state: 'granted', revision: 1 }, 4: { state: 'granted', revision: 1 } },
  at: now() - 60,
  declaration: '',
};

/** A visitor who had answered before. */
async function comeWith(choice: Choice, origin: string): Promise<Visitor> {
  const visitor = await visitors.come();
  ends.push(() => visitor.context.close());
  const value = encodeChoice(choice);
  await visitor.context.addCookies([
    { name: 'cookies_preferences', value, url: origin, secure: true, sameSite: 'Lax', expires: now() + 9999 },
  ]);
  return visitor;
}

/** Reads the site as far as a visitor would: home, a link that leads through a redirect, a page with a map. */
async function read({ page }: Visitor, origin: string): Promise<readonly (number | undefined)[]> {
  const home = await page.goto(`${origin}/`, { waitUntil: 'load' });
  const [linked] = await Promise.all([page.waitForNavigation(), page.click('.card a[href^="/r/"]')]);
  const map = await page.goto(`${origin}${mapDataset}`, { waitUntil: 'load' });
  return [home, linked, map].map((response) => response?.status());
}

/** Names and values of what the device holds. */
async function held({ context }: Visitor): Promise<readonly string[]> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).sort();
}

/** The promise of this file, for a visitor who refused and for one who agreed. */
async function expectFailsClosed(origin: string): Promise<void> {
  for (const choice of [refusal, grant]) {
    const visitor = await comeWith(choice, origin);
    expect(await read(visitor, origin)).toEqual([200, 200, 200]);
    expect(await held(visitor)).toEqual([`cookies_preferences=${encodeChoice(choice)}`]);
    expect(toEmbed(visitor.requests)).toEqual([]);
  }
}

const faultsOf = (guard: Guard): readonly string[] => guard.report().faults.map(({ code }) => code);

test('F0 nothing broken: the same refusal holds, and the same lies leave nothing', async () => {
  const visitor = await comeWith(refusal, stand.origin);
  expect(await read(visitor, stand.origin)).toEqual([200, 200, 200]);
  expect(await held(visitor)).toEqual([`cookies_preferences=${encodeChoice(refusal)}`]);
  expect(toEmbed(visitor.requests)).toEqual([]);
  const agreed = await comeWith(grant, stand.origin);
  await read(agreed, stand.origin);
  // So that the emptiness below is the fault's doing: without one, the grant does let these through.
  expect((await agreed.context.cookies()).map(({ name }) => name).sort()).toEqual(['cookies_preferences', 'embed_visitor', 'map_style']);
});

test('F1 a throw in the decider', async () => {
  const { origin, guard } = await startGuard({ deciders: { decide: broken, resolveConsent: broken } });
  await expectFailsClosed(origin);
  expect(faultsOf(guard)).toEqual(['DECIDER_FAILED']);
});

test('F2 a throw in everything that may be asked', async () => {
  const deciders = {
    decide: broken,
    resolveConsent: broken,
    expiryLines: broken,
    compileCsp: broken,
    compileNotice: broken,
  };
  const { origin, guard } = await startGuard({ deciders });
  await expectFailsClosed(origin);
  expect([...faultsOf(guard)].sort()).toEqual(['DECIDER_FAILED', 'NOTICE_FAILED']);
});

test('F3 no declaration', async () => {
  const { origin, guard } = await startGuard({ declaration: null });
  await expectFailsClosed(origin);
  expect(faultsOf(guard)).toEqual(['DECLARATION_MISSING']);
});

test('F4 a declaration that declares nothing', async () => {
  const { declaration } = stand.system.declaration;
  const { origin } = await startGuard({ declaration: { declaration: { ...declaration, trackers: {}, purposes: {} }, id: '0'.repeat(64) } });
  await expectFailsClosed(origin);
});

test('F4 a declaration that is an empty object', async () => {
  const empty = JSON.parse('{}') as typeof stand.system.declaration.declaration;
  const { origin, guard } = await startGuard({ declaration: { declaration: empty, id: '0'.repeat(64) } });
  await expectFailsClosed(origin);
  expect(faultsOf(guard)).toContain('DECLARATION_MISSING');
});

/** Sends a choice as a page of the site would. */
function choose(origin: string, deed: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const sent = { origin, 'content-type': 'application/json', ...headers };
  return ask(origin, '/cookies/api/consents', { method: 'POST', headers: sent, body: JSON.stringify({ do: deed }) });
}

/** The choice that an answer stores, a word for each purpose. */
function choiceIn({ setCookies }: Answer): string | null {
  const line = setCookies.find((one) => one.startsWith('cookies_preferences='));
  const choice = decodeChoice(/=([^;]*)/.exec(line ?? '')?.[1] ?? '');
  if (!choice.ok) return null;
  return Object.values(choice.value.answers)
    .map(({ state }) => state)
    .join(' ');
}

/** With a store that does not write: pages as ever, the old choice holds, and a new one holds without a receipt. */
async function expectChoiceHoldsWithoutLedger(origin: string): Promise<void> {
  const visitor = await comeWith(refusal, origin);
  expect(await read(visitor, origin)).toEqual([200, 200, 200]);
  expect(await held(visitor)).toEqual([`cookies_preferences=${encodeChoice(refusal)}`]);
  expect(toEmbed(visitor.requests)).toEqual([]);
  const answer = await choose(origin, 'reject-all');
  expect(answer.status).toBe(202);
  expect(JSON.parse(answer.text)).toMatchObject({ recorded: false, code: 'PLATFORM_LEDGER' });
  expect(choiceIn(answer)).toBe('objected denied');
  const undecided = await visitors.come();
  ends.push(() => undecided.context.close());
  await undecided.page.goto(`${origin}/`);
  await undecided.page.click('#candor-notice [data-candor="reject"]');
  await undecided.page.waitForSelector('#candor-notice', { state: 'detached' });
  expect((await undecided.context.cookies()).map(({ name }) => name)).toEqual(['cookies_preferences']);
  expect(await undecided.page.locator('#candor-status [data-candor="receipt"]').count()).toBe(0);
}

// The driver that the stores themselves use.
const Database = createRequire(new URL('../packages/ledger/package.json', import.meta.url))('libsql') as new (
  file: string,
) => { exec(sql: string): void; close(): void };

/** Holds a database for as long as a test runs, as another program would. */
function lock(file: string): void {
  const other = new Database(join(stand.dataDirectory, file));
  other.exec('BEGIN EXCLUSIVE');
  ends.push(async () => {
    other.exec('ROLLBACK');
    other.close();
  });
}

test('F5 the ledger’s SQLite is locked', async () => {
  const before = await stand.system.ledger.size();
  lock('ledger.sqlite');
  await expectChoiceHoldsWithoutLedger(stand.origin);
  await Promise.all(ends.splice(0).map((end) => end()));
  expect(await stand.system.ledger.size()).toBe(before);
  const answer = await choose(stand.origin, 'reject-all');
  expect(answer.status).toBe(201);
  expect(await stand.system.ledger.size()).toBe(before + 1);
});

test('F6 every SQLite is locked: ledger, platform and counts', async () => {
  for (const file of ['ledger.sqlite', 'platform.sqlite', 'counts.sqlite']) lock(file);
  await expectChoiceHoldsWithoutLedger(stand.origin);
  const policy = await ask(stand.origin, '/cookies/policy/en');
  expect(policy.status).toBe(200);
});

/** The disk is full from here on: the files may not grow by a page. */
async function fill(ledger: Ledger): Promise<void> {
  const record = {
    kind: 'choice',
    site: 'portal.localhost',
    declaration: stand.system.declaration.id,
    notice: '0'.repeat(64),
    language: 'en',
    profile: 'eu-base',
    way: 'api',
    gpc: false,
    answers: { 4: { state: 'denied', revision: 1 } },
  } as const;
  for (let tries = 0; tries < 10_000; tries += 1) {
    try {
      await ledger.recordChoice({ ...record, at: now() });
    } catch (reason) {
      expect(reason).toMatchObject({ code: 'LEDGER_STORE_FULL' });
      return;
    }
  }
  throw new Error('The ledger was never full');
}

test('F7 the disk of ledger and counts is full', async () => {
  const folder = await createTemporaryFolder();
  ends.push(() => folder.remove());
  const dataDirectory = join(folder.path, 'data');
  await mkdir(dataDirectory);
  const { declaration, signer } = stand.system;
  const options = { origin: signer.origin, signer, now, random };
  const ledger = await openLedgerOn(await openSqliteStore({ file: join(dataDirectory, 'ledger.sqlite'), maxPages: 40 }), options);
  ends.push(() => ledger.close());
  const store = await openCountStore({ file: join(dataDirectory, 'counts.sqlite'), maxPages: 4 });
  const measure = createMeasure({ declaration, store, now, random });
  ends.push(() => measure.close().catch(() => undefined));
  const publicOrigin = stand.origin;
  const platform = await createPlatform({
    declaration,
    dataDirectory,
    ledger,
    measure,
    runAudit: broken,
    now,
    random,
    secureCookies: true,
    publicOrigin,
    onFailure: () => undefined,
  });
  ends.push(() => platform.close());
  await fill(ledger);
  const { origin } = await startGuard({
    frontOffice: (request, context) => platform.frontOffice(request, context),
    onPageView: (view) => measure.count(view),
  });
  // Enough different pages that the counts cannot all be written.
  for (let at = 0; at < 400; at += 1)
    for (const agent of ['a', 'b', 'c', 'd', 'e'])
      measure.count({
        path: `/${at}${'x'.repeat(150)}`,
        referrer: null,
        userAgent: agent,
        language: 'en',
        remoteAddress: '192.0.2.1',
        at: now(),
      });
  await expect(measure.flush()).rejects.toMatchObject({ code: 'MEASURE_STORE_FULL' });
  await expectChoiceHoldsWithoutLedger(origin);
  const statistics = await ask(origin, '/cookies/statistics');
  expect(statistics.status).toBe(200);
});

test('F8 the platform is gone: its pages say so, the site and the choice are as ever', async () => {
  for (const frontOffice of [broken, async () => broken()]) {
    const { origin, guard } = await startGuard({ frontOffice });
    const visitor = await comeWith(refusal, origin);
    expect(await read(visitor, origin)).toEqual([200, 200, 200]);
    expect((await visitor.page.goto(`${origin}/cookies/policy`))?.status()).toBe(503);
    const answer = await choose(origin, 'accept-all', { cookie: `cookies_preferences=${encodeChoice(refusal)}` });
    expect(answer.status).toBe(503);
    expect(answer.setCookies).toEqual([]);
    expect(await held(visitor)).toEqual([`cookies_preferences=${encodeChoice(refusal)}`]);
    expect(toEmbed(visitor.requests)).toEqual([]);
    expect(faultsOf(guard)).toEqual(['FRONT_OFFICE_FAILED']);
  }
});

test('F9 the platform was never there: a visitor’s Reject in the banner changes nothing and breaks nothing', async () => {
  const { system, upstream } = stand;
  const guard = createGuard({ declaration: system.declaration, upstream, mode: 'enforce', client: clientAssets, random, now });
  ends.push(() => guard.close());
  const { port } = await guard.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://portal.localhost:${port}`;
  const visitor = await comeWith(refusal, origin);
  expect(await read(visitor, origin)).toEqual([200, 200, 200]);
  expect(await held(visitor)).toEqual([`cookies_preferences=${encodeChoice(refusal)}`]);
  const undecided = await visitors.come();
  ends.push(() => undecided.context.close());
  await undecided.page.goto(`${origin}/`);
  await undecided.page.click('#candor-notice [data-candor="reject"]');
  await undecided.page.waitForSelector('#candor-notice #candor-status');
  expect(await undecided.page.locator('#candor-status').innerText()).toContain('Nothing has changed');
  expect(await held(undecided)).toEqual([]);
  expect(toEmbed(undecided.requests)).toEqual([]);
});

test('F10 a page counter that throws', async () => {
  const { origin, guard } = await startGuard({ onPageView: broken });
  const visitor = await comeWith(grant, origin);
  expect(await read(visitor, origin)).toEqual([200, 200, 200]);
  expect(faultsOf(guard)).toEqual(['PAGE_VIEW_FAILED']);
  expect(await readViews(stand)).toBeGreaterThanOrEqual(0);
});
