import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFolders } from '@candor/testkit';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLogSource } from '../src/log-source.ts';
import { openLedger } from '../src/open-ledger.ts';
import { encodeTilePath, tileHashes, tilesOf } from '../src/tile-path.ts';
import { verifyLog } from '../src/verify-log.ts';
import { choice, keys, options, origin, publication, sampleLedger, signer, temporaryFile } from './sample.ts';
import { vectorFolder } from './vectors.ts';

const folders = createFolders();
afterAll(folders.remove);

const folder = vectorFolder();
let file = '';
let held = '';

beforeAll(async () => {
  const sample = await sampleLedger();
  file = sample.file;
  await Promise.all(Array.from({ length: 255 }, () => sample.ledger.recordChoice(choice())));
  await sample.ledger.publish(publication);
  await sample.ledger.recordChoice(choice());
  await sample.ledger.erase(7);
  held = await sample.ledger.checkpoint();
  await sample.ledger.recordChoice(choice());
  await sample.ledger.close();
});

async function codesOf(path: string, checkpoints: readonly string[] = [held]): Promise<readonly string[]> {
  const source = await openLogSource(path);
  const verified = await verifyLog(source, { keys, checkpoints });
  await source.close();
  return verified.ok ? [] : [...new Set(verified.issues.map((issue) => issue.code))];
}

function attack(sql: string): string {
  const copy = temporaryFile();
  copyFileSync(file, copy);
  const database = new Database(copy);
  database.exec(sql);
  database.close();
  return copy;
}

async function writeTiles(path: string): Promise<string> {
  const target = folders.create();
  const { ledger } = await sampleLedger(path);
  const size = await ledger.size();
  const levels = ['entries' as const, ...[0, 1, 2].filter((level) => tileHashes(level, size) > 0)];
  for (const tile of levels.flatMap((level) => tilesOf(level, size))) {
    const place = join(target, encodeTilePath(tile));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, (await ledger.tile(encodeTilePath(tile))) ?? new Uint8Array());
  }
  writeFileSync(join(target, 'checkpoint'), await ledger.checkpoint());
  await ledger.close();
  return target;
}

test('L27 a whole log verifies from its file, with every checkpoint and the erasure counted', async () => {
  const source = await openLogSource(file);
  const verified = await verifyLog(source, { keys, checkpoints: [held] });
  expect(verified).toMatchObject({
    ok: true,
    value: { origin: 'example.org/cookies/log', key: keys[0], size: 259, records: 258, erased: 1 },
  });
  // The newest is counted as what the log serves and as one of the six stored; one more was held outside.
  expect(verified.ok && verified.value.checkpoints).toBe(8);
  await source.close();
});

test('L27 the same log verifies from a folder of tiles, which has no records', async () => {
  const tiles = await writeTiles(file);
  const source = await openLogSource(tiles);
  expect(await verifyLog(source, { keys, checkpoints: [held] })).toMatchObject({
    ok: true,
    value: { size: 259, records: null, erased: null },
  });
  rmSync(join(tiles, 'tile/0/000'));
  expect(await codesOf(tiles)).toEqual(['LEDGER_LOG_TILE_WRONG']);
  rmSync(join(tiles, 'tile/entries/001.p/3'));
  expect(await codesOf(tiles)).toContain('LEDGER_LOG_INCOMPLETE');
  rmSync(join(tiles, 'checkpoint'));
  expect(await codesOf(tiles)).toEqual(['LEDGER_LOG_INCOMPLETE']);
});

test('L27 verification sees one moment of a log that is being written', async () => {
  const copy = attack('SELECT 1');
  const source = await openLogSource(copy);
  const { ledger } = await sampleLedger(copy);
  await ledger.recordChoice(choice());
  expect(await verifyLog(source, { keys })).toMatchObject({ ok: true, value: { size: 259 } });
  await source.close();
  await ledger.close();
});

test('L27 nothing verifies without the pinned key, and a place without a log is named', async () => {
  const source = await openLogSource(file);
  expect(await verifyLog(source, { keys: [] })).toMatchObject({ ok: false, issues: [{ code: 'LEDGER_KEY_NOT_PINNED' }] });
  expect(await verifyLog(source, { keys: ['x'] })).toMatchObject({ ok: false, issues: [{ code: 'LEDGER_KEY_MALFORMED' }] });
  await source.close();
  await expect(openLogSource(join(dirname(file), 'nowhere'))).rejects.toMatchObject({ code: 'LEDGER_STORE_MISSING' });
});

test.each([
  [
    'a leaf changed',
    "UPDATE entries SET leaf = CAST(replace(CAST(leaf AS TEXT), 'choice', 'chOice') AS BLOB) WHERE idx = 3",
    'LEDGER_LOG_BRANCHED',
  ],
  ['a leaf taken out', 'DELETE FROM entries WHERE idx = 3', 'LEDGER_LOG_INCOMPLETE'],
  ['a node changed', 'UPDATE nodes SET hash = zeroblob(32) WHERE level = 8 AND idx = 0', 'LEDGER_LOG_TILE_WRONG'],
  ['a leaf hash changed', 'UPDATE nodes SET hash = zeroblob(32) WHERE level = 0 AND idx = 258', 'LEDGER_LOG_TILE_WRONG'],
  ['an answer flipped', "UPDATE records SET record = replace(record, 'denied', 'granted') WHERE idx = 3", 'LEDGER_LOG_RECORD_CHANGED'],
  [
    'a record dated back',
    "UPDATE records SET record = replace(record, '1790000123', '1700000123') WHERE idx = 3",
    'LEDGER_LOG_RECORD_CHANGED',
  ],
  ['a record that is no JSON', "UPDATE records SET record = '{' WHERE idx = 3", 'LEDGER_LOG_RECORD_CHANGED'],
  ['a salt changed', 'UPDATE records SET salt = zeroblob(32) WHERE idx = 3', 'LEDGER_LOG_RECORD_CHANGED'],
  ['a record deleted quietly', 'DELETE FROM records WHERE idx = 3', 'LEDGER_LOG_RECORD_COUNT'],
  [
    'a record planted beyond the end',
    'INSERT INTO records SELECT 5000, salt, record FROM records WHERE idx = 3',
    'LEDGER_LOG_RECORD_COUNT',
  ],
  [
    'a record planted where one was erased',
    'INSERT INTO records SELECT 7, salt, record FROM records WHERE idx = 3',
    'LEDGER_LOG_RECORD_CHANGED',
  ],
  [
    'a choice nobody made',
    'INSERT INTO entries SELECT 259, leaf FROM entries WHERE idx = 3; INSERT INTO records SELECT 259, salt, record FROM records WHERE idx = 3',
    'LEDGER_LOG_RECORD_COUNT',
  ],
  ['an older checkpoint changed', "UPDATE checkpoints SET note = replace(note, '255', '254') WHERE size = 255", 'LEDGER_SIGNATURE_WRONG'],
  [
    'the tail cut off, its checkpoint left',
    'DELETE FROM entries WHERE idx >= 258; DELETE FROM records WHERE idx >= 258; DELETE FROM nodes WHERE level = 0 AND idx >= 258',
    'LEDGER_LOG_INCOMPLETE',
  ],
  [
    'the tail cut off with its checkpoints',
    'DELETE FROM entries WHERE idx >= 257; DELETE FROM records WHERE idx >= 257; DELETE FROM nodes WHERE level = 0 AND idx >= 257; DELETE FROM checkpoints WHERE size > 257',
    'LEDGER_LOG_TRUNCATED',
  ],
])('L28 %s is noticed', async (_, sql, code) => {
  const codes = await codesOf(attack(sql));
  expect(codes).toContain(code);
});

test('L28 a whole log rewritten under its own key is noticed by a checkpoint held outside, and only by it', async () => {
  const { ledger, file: rewritten } = await sampleLedger();
  await Promise.all(Array.from({ length: 300 }, () => ledger.recordChoice(choice({ gpc: true }))));
  await ledger.close();
  expect(await codesOf(rewritten, [])).toEqual([]);
  expect(await codesOf(rewritten, [held])).toEqual(['LEDGER_LOG_BRANCHED']);
});

test('L28 two views of one size are noticed when they meet', async () => {
  const copies = [attack('SELECT 1'), attack('SELECT 2')] as const;
  const views: string[] = [];
  for (const copy of copies) {
    const { ledger } = await sampleLedger(copy);
    await ledger.recordChoice(choice());
    views.push(await ledger.checkpoint());
    await ledger.close();
  }
  expect(await codesOf(copies[0], [views[0] ?? ''])).toEqual([]);
  expect(await codesOf(copies[0], [views[1] ?? ''])).toEqual(['LEDGER_LOG_BRANCHED']);
});

test('L28 even a checkpoint of the empty tree must have its root', async () => {
  expect(await codesOf(file, [signer.sign(`${origin}\n0\n${'A'.repeat(43)}=\n`)])).toEqual(['LEDGER_LOG_BRANCHED']);
});

test('L28 a checkpoint held of another log is no checkpoint of this one', async () => {
  const { ledger } = await sampleLedger();
  const foreign = (await ledger.checkpoint()).replace('example.org', 'example.net');
  await ledger.close();
  expect(await codesOf(file, [foreign])).toEqual(['LEDGER_SIGNATURE_WRONG']);
  expect(await codesOf(file, ['no note'])).toEqual(['LEDGER_NOTE_MALFORMED']);
});

test.skipIf(folder === null)('L29 a log written by other software verifies, at each of its sixteen checkpoints', async () => {
  const log = join(folder ?? '', 'tessera-testdata/testdata/log');
  const key = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';
  for (let size = 0; size <= 15; size += 1) {
    const copy = folders.create();
    cpSync(join(log, 'tile'), join(copy, 'tile'), { recursive: true });
    copyFileSync(join(log, `checkpoint.${size}`), join(copy, 'checkpoint'));
    expect(await verifyLog(await openLogSource(copy), { keys: [key] })).toMatchObject({
      ok: true,
      value: { size, origin: 'example.com/log/testdata' },
    });
  }
});

test('L28 a file whose seed was lost is still read, and a stranger cannot go on with it', async () => {
  await expect(openLedger({ ...options, file: attack("UPDATE checkpoints SET note = 'x' WHERE size = 259") })).rejects.toMatchObject({
    code: 'LEDGER_STORE_CORRUPT',
  });
  expect(await codesOf(file)).toEqual([]);
});
