import { join } from 'node:path';
import { createFolders } from '@candor/testkit';
import Database from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { decodeBundle } from '../src/entry-bundle.ts';
import { leafOf } from '../src/leaf.ts';
import { openLedgerOn } from '../src/ledger.ts';
import { hashLeaf } from '../src/merkle-hash.ts';
import { openLedger } from '../src/open-ledger.ts';
import { verifyReceipt } from '../src/receipt.ts';
import { createSigner } from '../src/signer.ts';
import { createMemoryStore } from './memory-store.ts';
import { choice, keys, options, origin, publication, sampleLedger, signer } from './sample.ts';

const folders = createFolders();
afterAll(folders.remove);

test('L14 calls made at the same time share one commit and one checkpoint, later ones the next', async () => {
  const store = createMemoryStore();
  const ledger = await openLedgerOn(store, options);
  expect(store.syncs()).toBe(1);
  const receipts = await Promise.all(Array.from({ length: 200 }, () => ledger.recordChoice(choice())));
  expect(store.syncs()).toBe(2);
  expect(new Set(receipts.map((receipt) => receipt.index)).size).toBe(200);
  expect(new Set(receipts.map((receipt) => receipt.salt)).size).toBe(200);
  for (const receipt of receipts) expect(verifyReceipt(receipt, { keys })).toMatchObject({ ok: true, value: { size: 200 } });
  await ledger.recordChoice(choice());
  expect(store.syncs()).toBe(3);
});

test('L14 receipts are in the order of the calls', async () => {
  const { ledger } = await sampleLedger();
  const languages = ['en', 'fr', 'de', 'it'];
  const receipts = await Promise.all(languages.map((language) => ledger.recordChoice(choice({ language }))));
  expect(receipts.map(({ index, record }) => [index, record.kind === 'choice' && record.language])).toEqual(
    languages.map((language, at) => [at, language]),
  );
  await ledger.close();
});

test('L20 declarations, policies and audits are in the same tree as choices', async () => {
  const { ledger } = await sampleLedger();
  await ledger.recordChoice(choice());
  for (const kind of ['declaration', 'policy', 'audit'] as const) {
    const receipt = await ledger.publish({ ...publication, kind });
    expect(verifyReceipt(receipt, { keys })).toMatchObject({ ok: true, value: { record: { kind, hash: publication.hash } } });
  }
  expect(await ledger.size()).toBe(4);
  await ledger.close();
});

test('L21 a new log has a signed checkpoint of size 0, and a reopened one goes on where it was', async () => {
  const { ledger, file } = await sampleLedger();
  expect(await ledger.checkpoint()).toMatch(/^example\.org\/cookies\/log\n0\n47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— /);
  const first = await ledger.recordChoice(choice());
  const before = await ledger.checkpoint();
  await ledger.close();
  const { ledger: again } = await sampleLedger(file);
  expect(await again.checkpoint()).toBe(before);
  expect((await again.recordChoice(choice())).index).toBe(first.index + 1);
  await again.close();
});

test('L21 another key or origin does not open a log', async () => {
  const { ledger, file } = await sampleLedger();
  await ledger.close();
  const other = createSigner({ origin, seed: new Uint8Array(32).fill(2) });
  await expect(openLedger({ ...options, file, signer: other })).rejects.toMatchObject({ code: 'LEDGER_KEY_CHANGED' });
  await expect(openLedger({ ...options, file, origin: 'example.net/log' })).rejects.toMatchObject({ code: 'LEDGER_ORIGIN_MISMATCH' });
  const { ledger: again } = await sampleLedger(file);
  await again.close();
});

test('L21 nothing is signed on a tree that does not lead to its checkpoint, found at open and while running', async () => {
  const { ledger, file } = await sampleLedger();
  await ledger.recordChoice(choice());
  const attacker = new Database(file);
  attacker.exec('UPDATE nodes SET hash = zeroblob(32) WHERE level = 0 AND idx = 0');
  await expect(ledger.recordChoice(choice())).rejects.toMatchObject({ code: 'LEDGER_STORE_CORRUPT' });
  expect(attacker.prepare('SELECT COUNT(*) FROM checkpoints').raw().all([])).toEqual([[2]]);
  await ledger.close();
  attacker.close();
  await expect(openLedger({ ...options, file })).rejects.toMatchObject({ code: 'LEDGER_STORE_CORRUPT' });
});

test('L21 a log cut back to an older consistent state is not signed again by a running ledger', async () => {
  const { ledger, file } = await sampleLedger();
  await ledger.recordChoice(choice());
  await ledger.recordChoice(choice());
  const attacker = new Database(file);
  attacker.exec(
    'DELETE FROM entries WHERE idx = 1; DELETE FROM records WHERE idx = 1; DELETE FROM nodes WHERE idx = 1 OR level = 1; DELETE FROM checkpoints WHERE size = 2',
  );
  attacker.close();
  expect(await ledger.size()).toBe(1);
  await expect(ledger.recordChoice(choice())).rejects.toMatchObject({ code: 'LEDGER_STORE_CORRUPT' });
  await ledger.close();
});

test('L21 two ledgers on one file build one history', async () => {
  const { ledger, file } = await sampleLedger();
  const { ledger: second } = await sampleLedger(file);
  const receipts = [];
  for (const each of [ledger, second, second, ledger]) receipts.push(await each.recordChoice(choice()));
  expect(receipts.map((receipt) => receipt.index)).toEqual([0, 1, 2, 3]);
  for (const receipt of receipts) expect(verifyReceipt(receipt, { keys }).ok).toBe(true);
  await ledger.close();
  await second.close();
});

test('L22 tiles are served full and at any width that exists, and nothing else', async () => {
  const { ledger } = await sampleLedger();
  const receipts = await Promise.all(Array.from({ length: 258 }, () => ledger.recordChoice(choice())));
  const leaves = receipts.map(({ record, salt }) => leafOf(record, new Uint8Array(Buffer.from(salt, 'hex'))));
  expect(decodeBundle((await ledger.tile('tile/entries/000')) ?? new Uint8Array())).toEqual(leaves.slice(0, 256));
  expect(decodeBundle((await ledger.tile('tile/entries/001.p/2')) ?? new Uint8Array())).toEqual(leaves.slice(256));
  expect(await ledger.tile('tile/0/000.p/3')).toEqual(new Uint8Array(Buffer.concat(leaves.slice(0, 3).map(hashLeaf))));
  expect((await ledger.tile('tile/0/000'))?.length).toBe(256 * 32);
  expect((await ledger.tile('tile/1/000.p/1'))?.length).toBe(32);
  for (const path of [
    'tile/0/001.p/3',
    'tile/0/001',
    'tile/1/000.p/2',
    'tile/1/000',
    'tile/2/000.p/1',
    'tile/63/000',
    'tile/entries/002.p/1',
    'tile/0/0',
    '../checkpoint',
  ]) {
    expect({ path, bytes: await ledger.tile(path) }).toEqual({ path, bytes: null });
  }
  await ledger.close();
});

test('L23 calls under way at close are finished, later ones are refused', async () => {
  const { ledger, file } = await sampleLedger();
  const waiting = Array.from({ length: 5 }, () => ledger.recordChoice(choice()));
  await ledger.close();
  expect((await Promise.all(waiting)).map((receipt) => receipt.index)).toEqual([0, 1, 2, 3, 4]);
  for (const call of [
    () => ledger.recordChoice(choice()),
    () => ledger.checkpoint(),
    () => ledger.size(),
    () => ledger.tile('tile/0/000'),
    () => ledger.erase(0),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'LEDGER_CLOSED' });
  }
  await ledger.close();
  const { ledger: again } = await sampleLedger(file);
  expect(await again.size()).toBe(5);
  await again.close();
});

test('L21 a file in a folder that is not there is refused by code', async () => {
  const file = join(folders.create(), 'missing', 'log.sqlite');
  await expect(openLedger({ ...options, file, signer })).rejects.toMatchObject({ code: 'LEDGER_STORE_FAILED' });
});
