// Where a whole log is read from for verification: the store's own file, or the static files anyone may hold.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeUtf8 } from '@candor/core';
import { openSqliteSnapshot } from './drivers/sqlite.ts';
import { LedgerError } from './errors.ts';
import { readTile } from './read-tile.ts';
import type { StoredRecord } from './store.ts';

/** A log to verify. `read` takes `checkpoint` or a tile path. Only the store's own file has records; `records` is null elsewhere. */
export type LogSource = {
  readonly read: (path: string) => Promise<Uint8Array | null>;
  readonly checkpoints: () => Promise<readonly string[]>;
  readonly records: ((from: number, to: number) => Promise<readonly StoredRecord[]>) | null;
  readonly close: () => Promise<void>;
};

/** A log from its SQLite file or from a folder of tiles. Rejects with `LEDGER_STORE_MISSING` or another store code. */
export async function openLogSource(path: string): Promise<LogSource> {
  const kind = await stat(path).catch(() => null);
  if (kind === null) throw new LedgerError('LEDGER_STORE_MISSING');
  return kind.isDirectory() ? folderSource(path) : fileSource(path);
}

async function fileSource(file: string): Promise<LogSource> {
  const store = await openSqliteSnapshot(file);
  return {
    read: async (path) => {
      if (path !== 'checkpoint') return readTile(store, path);
      const newest = (await store.readCheckpoints()).at(-1);
      return newest === undefined ? null : encodeUtf8(newest);
    },
    checkpoints: () => store.readCheckpoints(),
    records: (from, to) => store.readRecords(from, to),
    close: () => store.close(),
  };
}

function folderSource(folder: string): LogSource {
  return {
    read: async (path) => {
      try {
        return new Uint8Array(await readFile(join(folder, path)));
      } catch (reason) {
        if (reason instanceof Error && 'code' in reason && (reason.code === 'ENOENT' || reason.code === 'ENOTDIR')) return null;
        throw new LedgerError('LEDGER_STORE_FAILED', { cause: reason });
      }
    },
    checkpoints: async () => [],
    records: null,
    close: async () => {},
  };
}
