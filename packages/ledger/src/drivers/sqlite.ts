// The log on SQLite through libsql. The driver aborts the process on a bound boolean and on a value that is not in an
// array, so every statement here binds an array of numbers, strings and bytes, and reads with raw().all() only.
import Database from 'libsql';
import { LedgerError } from '../errors.ts';
import type { Batch, Head, Store, StoredRecord } from '../store.ts';
import type { NodeId } from '../tree-edge.ts';
import { edgeIds } from '../tree-edge.ts';

type Value = number | string | Uint8Array;
type Row = readonly unknown[];
type Query = (...values: readonly Value[]) => readonly Row[];

/** `file` is the path of the log. `busyTimeout` (milliseconds) is how long a held store is waited for, `maxPages` a limit to the file's pages. */
export type SqliteOptions = { readonly file: string; readonly busyTimeout?: number; readonly maxPages?: number };

const schemaVersion = 1;

const schema = `
  CREATE TABLE entries (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT;
  CREATE TABLE nodes (level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, idx)) STRICT, WITHOUT ROWID;
  CREATE TABLE records (idx INTEGER PRIMARY KEY, salt BLOB NOT NULL, record TEXT NOT NULL) STRICT;
  CREATE TABLE checkpoints (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${schemaVersion};
`;

/** Opens or creates the store. Rejects with `LEDGER_STORE_NOT_DURABLE`, `LEDGER_STORE_VERSION` or another store code. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
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

/** Opens a log file for reading, at one moment: what is written later is not seen. Rejects with a store code. */
export async function openSqliteSnapshot(file: string): Promise<Store> {
  return coded(() => {
    const connection = new Database(file);
    try {
      connection.pragma('query_only = ON');
      connection.exec('BEGIN');
      if (readPragma(connection, 'user_version') !== schemaVersion) throw new LedgerError('LEDGER_STORE_VERSION');
      return createStore(connection);
    } catch (reason) {
      connection.close();
      throw reason;
    }
  });
}

// Set by us, because the built-in default of a driver may lose acknowledged commits at a power failure; and read back,
// because SQLite answers a refused pragma with silence.
function setDurability(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('secure_delete = ON');
  const durable = readPragma(connection, 'journal_mode') === 'wal' && readPragma(connection, 'synchronous') === 2;
  if (!durable || readPragma(connection, 'secure_delete') !== 1) throw new LedgerError('LEDGER_STORE_NOT_DURABLE');
}

function createSchema(connection: Database.Database): void {
  inTransaction(connection, () => {
    const version = readPragma(connection, 'user_version');
    if (version === 0) connection.exec(schema);
    else if (version !== schemaVersion) throw new LedgerError('LEDGER_STORE_VERSION');
  });
}

function createStore(connection: Database.Database): Store {
  const prepare = (sql: string): Query => {
    const statement = connection.prepare(sql).raw();
    return (...values) => statement.all([...values]).map(asRow);
  };
  const change = (sql: string): ((...values: readonly Value[]) => number) => {
    const statement = connection.prepare(sql);
    return (...values) => statement.run([...values]).changes;
  };
  const sizeOf = prepare('SELECT COALESCE(MAX(idx) + 1, 0) FROM entries');
  const noteOf = prepare('SELECT note FROM checkpoints ORDER BY id DESC LIMIT 1');
  const notesOf = prepare('SELECT note FROM checkpoints ORDER BY id');
  const nodesOf = prepare('SELECT hash, idx FROM nodes WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx');
  const entriesOf = prepare('SELECT leaf, idx FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx');
  const recordsOf = prepare('SELECT idx, salt, record FROM records WHERE idx >= ? AND idx < ? ORDER BY idx');
  const addEntry = change('INSERT INTO entries (idx, leaf) VALUES (?, ?)');
  const addRecord = change('INSERT INTO records (idx, salt, record) VALUES (?, ?, ?)');
  const addNode = change('INSERT INTO nodes (level, idx, hash) VALUES (?, ?, ?)');
  const addCheckpoint = change('INSERT INTO checkpoints (size, note) VALUES (?, ?)');
  const dropRecord = change('DELETE FROM records WHERE idx = ?');
  let open = true;
  let erasedPagesHeld = false;

  const readNode = ({ level, index }: NodeId): Uint8Array => asBytes(nodesOf(level, index, index + 1)[0]?.[0]);
  const readHead = (): Head => {
    const size = asCount(sizeOf()[0]?.[0]);
    const note = noteOf()[0]?.[0];
    return {
      edge: { size, nodes: edgeIds(size).map((id) => ({ ...id, hash: readNode(id) })) },
      checkpoint: note === undefined ? null : asText(note),
    };
  };
  const write = (head: Head, batch: Batch): void => {
    for (const [at, entry] of batch.entries.entries()) {
      addEntry(head.edge.size + at, entry.leaf);
      addRecord(head.edge.size + at, entry.salt, entry.record);
    }
    for (const node of batch.nodes) addNode(node.level, node.index, node.hash);
    if (batch.erase !== null && dropRecord(batch.erase) !== 1) throw new LedgerError('LEDGER_RECORD_MISSING');
    addCheckpoint(batch.checkpoint.size, batch.checkpoint.note);
  };
  // A deleted row is zeroed in its page, but older pages stay in the write-ahead log until it is cut to nothing.
  // The batch is durable by now, so a failure here is not the caller's: it is made good at the next write.
  const cutErasedPages = (): void => {
    try {
      erasedPagesHeld = readPragma(connection, 'wal_checkpoint(TRUNCATE)') !== 0;
    } catch {
      erasedPagesHeld = true;
    }
  };
  // A statement of this driver still runs after its connection was closed.
  const whileOpen = <Value>(work: () => Value): Promise<Value> =>
    coded(() => {
      if (!open) throw new LedgerError('LEDGER_CLOSED');
      return work();
    });

  return {
    commit: (build) =>
      whileOpen(() => {
        const batch = inTransaction(connection, () => {
          const head = readHead();
          const built = build(head);
          write(head, built);
          return built;
        });
        if (batch.erase !== null || erasedPagesHeld) cutErasedPages();
        return batch;
      }),
    readHead: () => whileOpen(readHead),
    readNodes: (level, from, to) => whileOpen(() => nodesOf(level, from, to).map(([hash]) => asBytes(hash))),
    readEntries: (from, to) => whileOpen(() => entriesOf(from, to).map(([leaf]) => asBytes(leaf))),
    readRecords: (from, to) => whileOpen(() => recordsOf(from, to).map(asRecord)),
    readCheckpoints: () => whileOpen(() => notesOf().map(([note]) => asText(note))),
    close: () =>
      coded(() => {
        if (!open) return;
        open = false;
        // The driver's close leaves statements, locks and the write-ahead log behind: end the snapshot, or empty the log.
        if (connection.inTransaction) connection.exec('COMMIT');
        else cutErasedPages();
        connection.close();
      }),
  };
}

function inTransaction<Value>(connection: Database.Database, work: () => Value): Value {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    connection.exec('COMMIT');
    return value;
  } catch (reason) {
    // SQLite rolls back by itself when the disk is full; a second ROLLBACK would hide the reason.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw reason;
  }
}

// The libsql calls are synchronous; their failures become rejections with our codes.
async function coded<Value>(work: () => Value): Promise<Value> {
  try {
    return work();
  } catch (reason) {
    throw reason instanceof LedgerError ? reason : new LedgerError(codeOf(reason), { cause: reason });
  }
}

function codeOf(reason: unknown): 'LEDGER_STORE_BUSY' | 'LEDGER_STORE_FULL' | 'LEDGER_STORE_CORRUPT' | 'LEDGER_STORE_FAILED' {
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return 'LEDGER_STORE_BUSY';
  if (code === 'SQLITE_FULL') return 'LEDGER_STORE_FULL';
  return /^SQLITE_(?:CORRUPT|NOTADB|CONSTRAINT)/.test(code) ? 'LEDGER_STORE_CORRUPT' : 'LEDGER_STORE_FAILED';
}

function readPragma(connection: Database.Database, name: string): unknown {
  return connection.prepare(`PRAGMA ${name}`).raw().all([]).map(asRow)[0]?.[0];
}

function asRow(value: unknown): Row {
  return Array.isArray(value) ? value : [];
}

function asRecord([index, salt, record]: Row): StoredRecord {
  return { index: asCount(index), salt: asBytes(salt), record: asText(record) };
}

function asBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new LedgerError('LEDGER_STORE_CORRUPT');
  return new Uint8Array(value);
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new LedgerError('LEDGER_STORE_CORRUPT');
  return value;
}

function asCount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new LedgerError('LEDGER_STORE_CORRUPT');
  return value;
}
