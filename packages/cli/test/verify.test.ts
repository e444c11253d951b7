import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Receipt } from '@candor/ledger';
import { createSigner, openLedger } from '@candor/ledger';
import { createClock, createSeededBytes } from '@candor/testkit';
import { expect, test } from 'vitest';
import { candor, folder, inProcess } from './candor.ts';
import { json, library } from './declaration.ts';

const origin = 'library.localhost/cookies/log';
const signer = createSigner({ origin, seed: new Uint8Array(32).fill(7) });
const stranger = createSigner({ origin, seed: new Uint8Array(32).fill(8) });
const pinned = { ...library, log: { origin, keys: [signer.verifierKey] } };

type Log = {
  readonly file: string;
  readonly receipt: Receipt;
  readonly checkpoint: string;
  readonly tiles: ReadonlyMap<string, Uint8Array>;
};

async function writeLog(file: string): Promise<Log> {
  const clock = createClock(1_767_225_600);
  const ledger = await openLedger({ file, origin, signer, now: clock.now, random: createSeededBytes(3) });
  const hash = 'a'.repeat(64);
  await ledger.publish({ kind: 'declaration', site: 'library.localhost', declaration: hash, hash, at: clock.now() });
  const receipt = await ledger.recordChoice({
    kind: 'choice',
    site: 'library.localhost',
    declaration: hash,
    notice: 'b'.repeat(64),
    language: 'en',
    profile: 'eu-base',
    way: 'banner',
    gpc: false,
    answers: { 2: { state: 'denied', revision: 1 } },
    at: clock.now(),
  });
  const checkpoint = await ledger.checkpoint();
  const tiles = new Map<string, Uint8Array>();
  for (const path of ['tile/0/000.p/2', 'tile/entries/000.p/2']) tiles.set(path, (await ledger.tile(path)) ?? new Uint8Array());
  await ledger.close();
  return { file, receipt, checkpoint, tiles };
}

test('X60 X61 X62 a receipt proves what was chosen, under a key that the reader has, until one byte changes', async () => {
  const cwd = await folder({ 'candor.json': json(pinned), 'unpinned.json': json(library) });
  const { receipt } = await writeLog(join(cwd, 'ledger.sqlite'));
  const changed: Receipt = { ...receipt, record: { ...receipt.record, at: receipt.record.at + 1 } };
  await writeFile(join(cwd, 'receipt.json'), json(receipt));
  await writeFile(join(cwd, 'changed.json'), json(changed));
  const verify = (...args: readonly string[]): ReturnType<typeof candor> => candor(['verify', ...args], { cwd });
  const receiptFile = join(cwd, 'receipt.json');
  const [good, asJson, byte, otherKey, noKey, missing, badKey] = await Promise.all([
    verify('receipt.json'),
    inProcess(['verify', receiptFile, '--key', signer.verifierKey, '--json']),
    verify('changed.json'),
    inProcess(['verify', receiptFile, '--key', stranger.verifierKey]),
    inProcess(['verify', receiptFile, '--declaration', `${cwd}/unpinned.json`]),
    inProcess(['verify', receiptFile, '--declaration', 'no/such.json']),
    inProcess(['verify', receiptFile, '--key', 'nonsense']),
  ]);
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout.split('\n')).toEqual([
    `ok: the receipt is entry 1 of the log "${origin}", which had 2 then`,
    '  what         a choice: purpose 2 denied',
    '  site         library.localhost',
    '  when         2026-01-01T00:00:00Z',
    `  declaration  ${'a'.repeat(64)}`,
    `  notice       ${'b'.repeat(64)} (en, eu-base, by banner)`,
    '  key          pinned by candor.json',
    '',
  ]);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ ok: true, by: '--key', value: { index: 1, size: 2, origin, record: receipt.record } });
  expect(byte).toMatchObject({ code: 1, stderr: '' });
  expect(byte.stdout).toMatch(/^not proved: LEDGER_NOT_INCLUDED: .*\n {2}The receipt was changed/);
  expect(otherKey).toMatchObject({ code: 1, stderr: '' });
  expect(otherKey.stdout).toMatch(/^not proved: LEDGER_KEY_NOT_PINNED: [\s\S]*\n {2}keys pinned by --key\n$/);
  expect(noKey).toMatchObject({ code: 2, stdout: '' });
  expect(noKey.stderr).toMatch(
    /^CLI_USAGE: ".*unpinned\.json" pins no key, so nothing can be proved by it\n {2}Name a key you trust with --key/,
  );
  expect(missing).toMatchObject({ code: 2, stdout: '', stderr: 'CLI_FILE: There is no file "no/such.json"\n  Check the path\n' });
  expect(badKey.code).toBe(1);
  expect(badKey.stdout).toContain('LEDGER_KEY_MALFORMED');
});

test('X62 X63 a log is proved as a file, as tiles and as a data folder, and what was changed or cut off is not', async () => {
  const cwd = await folder({ 'data/declaration.json': json(pinned) });
  const { file, checkpoint, tiles } = await writeLog(join(cwd, 'data/ledger.sqlite'));
  const site = join(cwd, 'tiles');
  for (const [path, bytes] of [...tiles, ['checkpoint', checkpoint] as const]) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), bytes);
  }
  await copyFile(file, join(cwd, 'copy.sqlite'));
  const forgedText = (await readFile(file, 'latin1')).replaceAll('denied', 'willed');
  await writeFile(join(cwd, 'forged.sqlite'), forgedText, 'latin1');
  // A second log under the same key, one entry longer: its checkpoint was kept, the log of this site never reached it.
  const longer = await openLedger({
    file: join(cwd, 'longer.sqlite'),
    origin,
    signer,
    now: () => 1_767_225_600,
    random: createSeededBytes(9),
  });
  const hash = 'c'.repeat(64);
  for (const kind of ['declaration', 'policy', 'audit'] as const) {
    await longer.publish({ kind, site: 'library.localhost', declaration: hash, hash, at: 1_767_225_600 });
  }
  await writeFile(join(cwd, 'kept.txt'), await longer.checkpoint());
  await longer.close();
  const verify = (...args: readonly string[]): ReturnType<typeof candor> => candor(['verify', ...args], { cwd });
  const key = ['--key', signer.verifierKey];
  const [data, copy, folderOfTiles, forged, short] = await Promise.all([
    verify('data'),
    inProcess(['verify', join(cwd, 'copy.sqlite'), '--json', ...key]),
    inProcess(['verify', site, '--checkpoint', join(site, 'checkpoint'), ...key]),
    verify('forged.sqlite'),
    inProcess(['verify', join(cwd, 'data'), '--checkpoint', join(cwd, 'kept.txt'), ...key]),
  ]);
  expect(data).toMatchObject({ code: 0, stderr: '' });
  expect(data.stdout).toMatch(
    /^ok: the log "library\.localhost\/cookies\/log" holds: .*\n {2}entries {6}2\n {2}records {6}2 kept, 0 erased\n/,
  );
  expect(data.stdout).toMatch(/\n {2}key {10}pinned by data\/declaration\.json\n$/);
  expect(JSON.parse(copy.stdout)).toMatchObject({ ok: true, value: { size: 2, records: 2 }, by: '--key' });
  expect(folderOfTiles, folderOfTiles.stdout).toMatchObject({ code: 0, stderr: '' });
  expect(folderOfTiles.stdout).not.toContain('records');
  expect(forged).toMatchObject({ code: 1, stderr: '' });
  expect(forged.stdout).toMatch(/^not proved: LEDGER_LOG_RECORD_CHANGED: /);
  expect(short).toMatchObject({ code: 1, stderr: '' });
  expect(short.stdout).toMatch(/^not proved: LEDGER_LOG_TRUNCATED: /);
});

test('X62 X64 what is neither receipt nor log, and a place where nothing pins a key', async () => {
  const cwd = await folder({ 'text.json': 'hello', 'list.json': '[]', 'keys/candor.json': json(pinned) });
  const key = signer.verifierKey;
  const [text, missing, shape, unpinned, misplaced] = await Promise.all([
    inProcess(['verify', `${cwd}/text.json`, '--key', key]),
    inProcess(['verify', 'missing.json', '--key', key]),
    inProcess(['verify', `${cwd}/list.json`, '--key', key]),
    candor(['verify', 'list.json', '--json'], { cwd }),
    inProcess(['verify', `${cwd}/list.json`, '--key', key, '--checkpoint', `${cwd}/text.json`]),
  ]);
  expect(text).toMatchObject({ code: 2, stdout: '' });
  expect(text.stderr).toMatch(/^CLI_FILE: ".*text\.json" is not JSON\n {2}Name a receipt, which is the JSON that the site gave/);
  expect(missing.stderr).toMatch(/^CLI_FILE: "missing\.json" cannot be read: there is no such file or folder\n/);
  expect(shape.code).toBe(1);
  expect(shape.stdout).toContain('LEDGER_RECEIPT_MALFORMED');
  expect(unpinned.code).toBe(2);
  expect(JSON.parse(unpinned.stdout)).toMatchObject({
    error: { code: 'CLI_USAGE', message: 'Nothing here pins a key, so nothing can be proved' },
  });
  expect(misplaced).toMatchObject({ code: 2, stdout: '' });
});
