// Counts on SQLite through libsql. The driver aborts the process on a bound boolean and on a value that is not in an
// array, so every statement here binds an array of numbers and strings, and reads with raw().all() only.
import Database from 'libsql';
import { MeasureError } from '../errors.ts';
import type { CountStore } from '../store.ts';

type Row = readonly unknown[];

/** `file` is the path of the counts. `busyTimeout` (milliseconds) is how long a held store is waited for, `maxPages` a limit to the file's pages. */
export type CountStoreOptions = { readonly file: string; readonly busyTimeout?: number; readonly maxPages?: number };

const schemaVersion = 1;

const schema = `
  CREATE TABLE counts (
    day TEXT NOT NULL, dimension TEXT NOT NULL, value TEXT NOT NULL, views INTEGER NOT NULL, visitors INTEGER NOT NULL,
    PRIMARY KEY (day, dimension, value)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE key_starts (id INTEGER PRIMARY KEY, day TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  PRAGMA user_version = ${schemaVersion};
`;

/** Opens or creates a store of counts. Rejects with `MEASURE_STORE_NOT_DURABLE`, `MEASURE_STORE_VERSION` or another store code. */
export async function openCountStore(options: CountStoreOptions): Promise<CountStore> {
  return coded(() => {
    const connection = new Database(options.file);
    try {
      connection.pragma(`busy_timeout = ${Math.floor(options.busyTimeout ?? 250)}`);
      setDurability(connection);
      if (options.maxPages !== undefined) connection.pragma(`max_page_count = ${Math.floor(options.maxPages)}`);
      createSchema(connection);
      return createStore(connection);
    } catch (reason) {
      connection.close();
      throw reason;
    }
  });
}

// Set by us and read back: SQLite answers a refused pragma with silence.
function setDurability(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('secure_delete = ON');
  if (readPragma(connection, 'journal_mode') !== 'wal' || readPragma(connection, 'synchronous') !== 2) {
    throw new MeasureError('MEASURE_STORE_NOT_DURABLE');
  }
}

function createSchema(connection: Database.Database): void {
  inTransaction(connection, () => {
    const version = readPragma(connection, 'user_version');
    if (version === 0) connection.exec(schema);
    else if (version !== schemaVersion) throw new MeasureError('MEASURE_STORE_VERSION');
  });
}

function createStore(connection: Database.Database): CountStore {
  const addCount = connection.prepare(
    'INSERT INTO counts (day, dimension, value, views, visitors) VALUES (?, ?, ?, ?, ?) ' +
      'ON CONFLICT (day, dimension, value) DO UPDATE SET views = views + excluded.views, visitors = visitors + excluded.visitors',
  );
  const addStart = connection.prepare('INSERT INTO key_starts (day, at) VALUES (?, ?)');
  const countsOf = connection
    .prepare('SELECT day, dimension, value, views, visitors FROM counts WHERE day >= ? AND day <= ? ORDER BY day, dimension, value')
    .raw();
  const startsOf = connection.prepare('SELECT day, at FROM key_starts WHERE day >= ? AND day <= ? ORDER BY id').raw();
  const dropCounts = connection.prepare('DELETE FROM counts WHERE day < ?');
  const dropStarts = connection.prepare('DELETE FROM key_starts WHERE day < ?');
  let open = true;

  // A statement of this driver still runs after its connection was closed.
  const whileOpen = <Value>(work: () => Value): Promise<Value> =>
    coded(() => {
      if (!open) throw new MeasureError('MEASURE_CLOSED');
      return work();
    });

  return {
    add: (deltas, keyStarts) =>
      whileOpen(() =>
        inTransaction(connection, () => {
          for (const { day, dimension, value, views, visitors } of deltas) addCount.run([day, dimension, value, views, visitors]);
          for (const { day, at } of keyStarts) addStart.run([day, at]);
        }),
      ),
    readCounts: (from, to) =>
      whileOpen(() =>
        countsOf
          .all([from, to])
          .map(asRow)
          .map(([day, dimension, value, views, visitors]) => ({
            day: String(day),
            dimension: String(dimension),
            value: String(value),
            views: Number(views),
            visitors: Number(visitors),
          })),
      ),
    readKeyStarts: (from, to) =>
      whileOpen(() =>
        startsOf
          .all([from, to])
          .map(asRow)
          .map(([day, at]) => ({ day: String(day), at: Number(at) })),
      ),
    prune: (before) =>
      whileOpen(() =>
        inTransaction(connection, () => {
          dropCounts.run([before]);
          dropStarts.run([before]);
        }),
      ),
    close: () =>
      coded(() => {
        if (!open) return;
        open = false;
        // The driver's close leaves the write-ahead log behind.
        connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().all([]);
        connection.close();
      }),
  };
}

function inTransaction(connection: Database.Database, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    work();
    connection.exec('COMMIT');
  } catch (reason) {
    // SQLite rolls back by itself when the disk is full; a second ROLLBACK would hide the reason.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw reason;
  }
}

async function coded<Value>(work: () => Value): Promise<Value> {
  try {
    return work();
  } catch (reason) {
    throw reason instanceof MeasureError ? reason : new MeasureError(codeOf(reason), { cause: reason });
  }
}

function codeOf(reason: unknown): 'MEASURE_STORE_BUSY' | 'MEASURE_STORE_FULL' | 'MEASURE_STORE_CORRUPT' | 'MEASURE_STORE_FAILED' {
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return 'MEASURE_STORE_BUSY';
  if (code === 'SQLITE_FULL') return 'MEASURE_STORE_FULL';
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(code) ? 'MEASURE_STORE_CORRUPT' : 'MEASURE_STORE_FAILED';
}

function readPragma(connection: Database.Database, name: string): unknown {
  return connection.prepare(`PRAGMA ${name}`).raw().all([]).map(asRow)[0]?.[0];
}

function asRow(value: unknown): Row {
  return Array.isArray(value) ? value : [];
}
