import Database from 'libsql';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../src/drivers/sqlite.ts';
import { openLedgerOn } from '../src/ledger.ts';
import { openLogSource } from '../src/log-source.ts';
import type { Receipt } from '../src/receipt.ts';
import { verifyReceipt } from '../src/receipt.ts';
import { verifyLog } from '../src/verify-log.ts';
import { choice, keys, options, temporaryFile } from './sample.ts';

test('L16 a store held by another connection is busy; nothing is lost and the next call works', async () => {
  const file = temporaryFile();
  const ledger = await openLedgerOn(await openSqliteStore({ file, busyTimeout: 10 }), options);
  const before = await ledger.recordChoice(choice());
  const other = new Database(file);
  other.exec('BEGIN EXCLUSIVE');
  const refused = await Promise.allSettled([ledger.recordChoice(choice()), ledger.erase(before.index)]);
  for (const each of refused) expect(each).toMatchObject({ status: 'rejected', reason: { code: 'LEDGER_STORE_BUSY' } });
  other.exec('ROLLBACK');
  other.close();
  const after = await ledger.recordChoice(choice());
  expect(after.index).toBe(before.index + 1);
  await ledger.close();
  const source = await openLogSource(file);
  expect(await verifyLog(source, { keys })).toMatchObject({ ok: true, value: { size: 2, records: 2 } });
  await source.close();
});

test('L17 a full disk gives a code; what was acknowledged stays, and there is a next time', async () => {
  const file = temporaryFile();
  const ledger = await openLedgerOn(await openSqliteStore({ file, maxPages: 60 }), options);
  const receipts: Receipt[] = [];
  let reason: unknown = null;
  while (reason === null && receipts.length < 10_000) {
    const group = await Promise.allSettled(Array.from({ length: 20 }, () => ledger.recordChoice(choice())));
    for (const each of group) {
      if (each.status === 'fulfilled') receipts.push(each.value);
      else reason = each.reason;
    }
  }
  expect(reason).toMatchObject({ code: 'LEDGER_STORE_FULL' });
  expect(receipts.length).toBeGreaterThan(20);
  expect(await ledger.size()).toBe(receipts.length);
  await ledger.close();
  const roomier = await openLedgerOn(await openSqliteStore({ file, maxPages: 200 }), options);
  receipts.push(await roomier.recordChoice(choice()));
  await roomier.close();
  for (const receipt of receipts) expect(verifyReceipt(receipt, { keys }).ok).toBe(true);
  const source = await openLogSource(file);
  expect(await verifyLog(source, { keys })).toMatchObject({ ok: true, value: { size: receipts.length, records: receipts.length } });
  await source.close();
});
