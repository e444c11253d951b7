import { join } from 'node:path';
import { createTemporaryFolder } from '@candor/testkit';
import { sql } from 'kysely';
import Libsql from 'libsql';
import { afterEach, expect, test } from 'vitest';
import { removeExpired } from '../src/back/retention.ts';
import { openConnection } from '../src/drivers/sqlite.ts';
import { openStore } from '../src/drivers/store.ts';
import { isoDay } from '../src/words/dates.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function open() {
  const folder = await createTemporaryFolder();
  const store = openStore(folder.path);
  cleanups.push(folder.remove, () => store.close());
  return { store };
}

test('P60 a link makes one owner: the second claim, and a claim when there is an owner, come to nothing', async () => {
  const { store } = await open();
  await store.accounts.replaceOwnerLink('hash-1', 1);
  expect(await store.accounts.claimOwnership({ tokenHash: 'hash-0', name: 'eve', password: 'x', at: 2 })).toBeNull();
  expect(await store.accounts.claimOwnership({ tokenHash: 'hash-1', name: 'ada', password: 'x', at: 2 })).toMatchObject({ name: 'ada' });
  expect(await store.accounts.claimOwnership({ tokenHash: 'hash-1', name: 'eve', password: 'x', at: 3 })).toBeNull();
  await store.accounts.replaceOwnerLink('hash-2', 4);
  expect(await store.accounts.claimOwnership({ tokenHash: 'hash-2', name: 'eve', password: 'x', at: 5 })).toBeNull();
  expect(await store.accounts.count()).toBe(1);
});

test('P60 a new link replaces the one before', async () => {
  const { store } = await open();
  await store.accounts.replaceOwnerLink('hash-1', 1);
  await store.accounts.replaceOwnerLink('hash-2', 2);
  expect(await store.accounts.holdsOwnerLink('hash-1')).toBe(false);
  expect(await store.accounts.holdsOwnerLink('hash-2')).toBe(true);
});

test('P68 equal cells add up, different ones stay apart', async () => {
  const { store } = await open();
  const cell = { day: '2026-09-21', way: 'banner', purpose: '', outcome: 'reject-all' };
  await store.choiceCounts.add([cell, { ...cell, purpose: 'map', outcome: 'denied' }]);
  await store.choiceCounts.add([cell]);
  await store.choiceCounts.add([]);
  expect(await store.choiceCounts.since('2026-09-21')).toEqual(
    expect.arrayContaining([
      { ...cell, count: 2 },
      { ...cell, purpose: 'map', outcome: 'denied', count: 1 },
    ]),
  );
  expect(await store.choiceCounts.since('2026-09-22')).toEqual([]);
});

test('P66 what a stopped process left running is shown as cut off', async () => {
  const { store } = await open();
  const id = await store.audits.start({ at: 1, by: 'ada', declaration: 'd' });
  await store.audits.interruptRunning(9);
  expect(await store.audits.find(id)).toMatchObject({ state: 'interrupted', finishedAt: 9 });
  expect(await store.audits.latestDone()).toBeNull();
});

test('P63 a session is found until the second it expires', async () => {
  const { store } = await open();
  await store.accounts.replaceOwnerLink('hash', 1);
  const owner = await store.accounts.claimOwnership({ tokenHash: 'hash', name: 'ada', password: 'x', at: 1 });
  await store.sessions.add({ tokenHash: 's', accountId: owner?.id ?? 0, browser: '', at: 10, expiresAt: 20 });
  expect(await store.sessions.find('s', 19)).toMatchObject({ accountName: 'ada' });
  expect(await store.sessions.find('s', 20)).toBeNull();
  await store.sessions.removeExpired(20);
  expect(await store.sessions.find('s', 19)).toBeNull();
});

test('P63 every commit is synced: WAL with synchronous FULL', async () => {
  const folder = await createTemporaryFolder();
  const connection = openConnection(join(folder.path, 'platform.sqlite'));
  cleanups.push(folder.remove, () => connection.destroy());
  expect((await sql`PRAGMA journal_mode`.execute(connection)).rows).toEqual([{ journal_mode: 'wal' }]);
  expect((await sql`PRAGMA synchronous`.execute(connection)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`PRAGMA foreign_keys`.execute(connection)).rows).toEqual([{ foreign_keys: 1 }]);
});

test('P60 a store of a newer release is refused with its code', async () => {
  const folder = await createTemporaryFolder();
  cleanups.push(folder.remove);
  const database = new Libsql(join(folder.path, 'platform.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => openStore(folder.path)).toThrow(expect.objectContaining({ code: 'PLATFORM_STORE' }));
});

test('P60 a directory that cannot be made is refused with its code', async () => {
  expect(() => openStore('/dev/null/platform')).toThrow(expect.objectContaining({ code: 'PLATFORM_STORE' }));
});

test('P69 what is past its time is removed, and nothing else', async () => {
  const { store } = await open();
  const day = 86_400;
  const now = 1_790_000_000;
  const deed = { account: 'ada', action: 'logged-in', detail: '' };
  await store.deeds.add({ ...deed, at: now - 366 * day });
  await store.deeds.add({ ...deed, at: now - 364 * day });
  const cell = { way: 'banner', purpose: '', outcome: 'reject-all' };
  await store.choiceCounts.add([
    { ...cell, day: isoDay(now, 'UTC', -761) },
    { ...cell, day: isoDay(now, 'UTC', -759) },
  ]);
  await removeExpired(store, now, 'UTC');
  expect(await store.deeds.recent(9)).toEqual([{ ...deed, at: now - 364 * day }]);
  expect(await store.choiceCounts.since('2000-01-01')).toEqual([{ ...cell, day: isoDay(now, 'UTC', -759), count: 1 }]);
});

test('P68 a day is the site’s own, from its midnight on', () => {
  const lateEvening = Date.parse('2026-09-21T22:30:00Z') / 1000;
  expect(isoDay(lateEvening, 'Europe/Paris')).toBe('2026-09-22');
  expect(isoDay(lateEvening, 'America/New_York')).toBe('2026-09-21');
  expect(isoDay(lateEvening, 'Nowhere/Land', 1)).toBe('2026-09-22');
});
