import { writeFileSync } from 'node:fs';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openCountStore } from '../src/drivers/sqlite.ts';
import { describeStore } from './contract/store.ts';
import { createMemoryStore } from './memory-store.ts';
import { measureOn, noon, temporaryFile, today, view } from './sample.ts';

describeStore('SQLite', () => openCountStore({ file: temporaryFile() }));
describeStore('memory', async () => createMemoryStore());

test('M9 a file that is no store of counts is refused by code', async () => {
  await expect(openCountStore({ file: ':memory:' })).rejects.toMatchObject({ code: 'MEASURE_STORE_NOT_DURABLE' });
  await expect(openCountStore({ file: '/dev/null/counts.sqlite' })).rejects.toMatchObject({ code: 'MEASURE_STORE_FAILED' });
  const text = temporaryFile();
  writeFileSync(text, 'no database '.repeat(100));
  await expect(openCountStore({ file: text })).rejects.toMatchObject({ code: 'MEASURE_STORE_CORRUPT' });
  const other = temporaryFile();
  const database = new Database(other);
  database.pragma('user_version = 99');
  database.close();
  await expect(openCountStore({ file: other })).rejects.toMatchObject({ code: 'MEASURE_STORE_VERSION' });
});

test('M9 a held store is busy; counting goes on and the next flush writes everything once', async () => {
  const file = temporaryFile();
  const measure = measureOn(await openCountStore({ file, busyTimeout: 10 }), { now: noon });
  measure.count(view(1));
  const other = new Database(file);
  other.exec('BEGIN EXCLUSIVE');
  await expect(measure.flush()).rejects.toMatchObject({ code: 'MEASURE_STORE_BUSY' });
  measure.count(view(2));
  await expect(measure.statistics({ from: today, to: today })).rejects.toMatchObject({ code: 'MEASURE_STORE_BUSY' });
  other.exec('ROLLBACK');
  other.close();
  measure.count(view(3));
  expect((await measure.statistics({ from: today, to: today })).days).toMatchObject([{ views: 3, visitors: 3 }]);
  await measure.close();
});

test('M9 a full disk gives a code and loses nothing', async () => {
  const file = temporaryFile();
  const small = measureOn(await openCountStore({ file, maxPages: 12 }), { now: noon });
  for (let path = 0; path < 900; path += 1) for (const person of [1, 2, 3]) small.count(view(person, `/${path}/${'x'.repeat(150)}`));
  await expect(small.flush()).rejects.toMatchObject({ code: 'MEASURE_STORE_FULL' });
  await expect(small.close()).rejects.toMatchObject({ code: 'MEASURE_STORE_FULL' });
  const again = measureOn(await openCountStore({ file }), { now: noon });
  expect((await again.statistics({ from: today, to: today })).totals).toEqual({ views: 0, dailyVisitors: 0 });
  await again.close();
});
