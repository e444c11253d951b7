import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { openLogSource } from '../src/log-source.ts';
import { verifyReceipt } from '../src/receipt.ts';
import { verifyLog } from '../src/verify-log.ts';
import { choice, keys, publication, sampleLedger } from './sample.ts';

// Every file of the store as bytes: the database, its write-ahead log and its index.
function bytesOnDisk(file: string): Buffer {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(file)));
  return Buffer.concat(names.map((name) => new Uint8Array(readFileSync(join(folder, name)))));
}

const secret = 'd'.repeat(64);

test('L18 record and salt are gone from every file, the leaf stays, and every receipt still verifies', async () => {
  const { ledger, file } = await sampleLedger();
  const others = await Promise.all(Array.from({ length: 20 }, () => ledger.recordChoice(choice())));
  const receipt = await ledger.recordChoice(choice({ notice: secret }));
  const salt = Buffer.from(receipt.salt, 'hex');
  expect(bytesOnDisk(file).includes(salt)).toBe(true);
  expect(bytesOnDisk(file).includes(secret)).toBe(true);
  const erasure = await ledger.erase(receipt.index);
  expect(bytesOnDisk(file).includes(salt)).toBe(false);
  expect(bytesOnDisk(file).includes(secret)).toBe(false);
  expect(erasure.record).toEqual({ kind: 'erased', site: 'example.org', declaration: 'a'.repeat(64), count: 1, at: receipt.record.at });
  expect(erasure.index).toBe(21);
  for (const each of [...others, receipt, erasure]) expect(verifyReceipt(each, { keys }).ok).toBe(true);
  await ledger.close();
  const source = await openLogSource(file);
  expect(await verifyLog(source, { keys })).toMatchObject({ ok: true, value: { size: 22, records: 21, erased: 1 } });
  await source.close();
});

test('L18 pages that a reader holds are cut at the next write without one', async () => {
  const { ledger, file } = await sampleLedger();
  const receipt = await ledger.recordChoice(choice({ notice: secret }));
  const reader = new Database(file);
  reader.exec('BEGIN');
  reader.prepare('SELECT * FROM records').raw().all([]);
  await ledger.erase(receipt.index);
  expect(bytesOnDisk(file).includes(secret)).toBe(true);
  reader.exec('COMMIT');
  reader.close();
  await ledger.recordChoice(choice());
  expect(bytesOnDisk(file).includes(secret)).toBe(false);
  await ledger.close();
});

test('L19 what is not a choice is kept, what is not there is missing, and nothing is written', async () => {
  const { ledger } = await sampleLedger();
  const published = await ledger.publish(publication);
  const receipt = await ledger.recordChoice(choice());
  const erasure = await ledger.erase(receipt.index);
  for (const index of [published.index, erasure.index])
    await expect(ledger.erase(index)).rejects.toMatchObject({ code: 'LEDGER_RECORD_KEPT' });
  for (const index of [receipt.index, 99, -1, 0.5, Number.NaN])
    await expect(ledger.erase(index)).rejects.toMatchObject({ code: 'LEDGER_RECORD_MISSING' });
  expect(await ledger.size()).toBe(3);
  await ledger.close();
});

test('L19 two erasures of one record at the same time are one erasure', async () => {
  const { ledger } = await sampleLedger();
  const receipt = await ledger.recordChoice(choice());
  const both = await Promise.allSettled([ledger.erase(receipt.index), ledger.erase(receipt.index), ledger.recordChoice(choice())]);
  expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await ledger.size()).toBe(3);
  await ledger.close();
});
