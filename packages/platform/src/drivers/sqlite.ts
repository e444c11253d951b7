// Opens platform.sqlite: WAL, every commit on disk before it is acknowledged, migrated to the newest version.

import { Kysely, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { PlatformError } from '../errors.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';

/** The connection the store drivers share. */
export type Connection = Kysely<Schema>;

/** Opens or creates the file and brings it to the newest version. Throws `PLATFORM_STORE` with the cause. */
export function openConnection(file: string): Connection {
  try {
    const database = new Libsql(file, { timeout: 2000 });
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    migrate(database);
    return new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  } catch (cause) {
    if (cause instanceof PlatformError) throw cause;
    throw new PlatformError('PLATFORM_STORE', { cause });
  }
}

type Database = InstanceType<typeof Libsql>;

function migrate(database: Database): void {
  const version = readVersion(database);
  if (version > migrations.length) {
    throw new PlatformError('PLATFORM_STORE', {
      detail: `The store has version ${version}, expected ${migrations.length} at most: it was written by a newer release`,
    });
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}

function readVersion(database: Database): number {
  const [row] = database.prepare('SELECT user_version AS version FROM pragma_user_version').all([]);
  const version = (row as { version?: unknown } | undefined)?.version;
  return typeof version === 'number' ? version : 0;
}
