import { existsSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../src/drivers/sqlite.ts';
import { describeStore } from './contract/store.ts';
import { createMemoryStore } from './memory-store.ts';
import { sampleLedger, temporaryFile } from './sample.ts';

describeStore('SQLite', () => openSqliteStore({ file: temporaryFile() }));
describeStore('memory', async () => createMemoryStore());

test('L13 the file is in WAL mode while it is open', async () => {
  const { ledger, file } = await sampleLedger();
  expect(existsSync(`${file}-wal`)).toBe(true);
  expect(new Database(file).pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  await ledger.close();
});

test('L13 a store that cannot keep a write-ahead log is refused', async () => {
  await expect(openSqliteStore({ file: ':memory:' })).rejects.toMatchObject({ code: 'LEDGER_STORE_NOT_DURABLE' });
});

test('L30 a file of another version, a file that is no database, and no folder are refused by code', async () => {
  const file = temporaryFile();
  const database = new Database(file);
  database.pragma('user_version = 99');
  database.close();
  await expect(openSqliteStore({ file })).rejects.toMatchObject({ code: 'LEDGER_STORE_VERSION' });
  const text = temporaryFile();
  writeFileSync(text, 'no database '.repeat(100));
  await expect(openSqliteStore({ file: text })).rejects.toMatchObject({ code: 'LEDGER_STORE_CORRUPT' });
  await expect(openSqliteStore({ file: '/dev/null/log.sqlite' })).rejects.toMatchObject({ code: 'LEDGER_STORE_FAILED' });
});
