// The store's history as a numbered list: a step is never edited once it was released, only followed by another.

/** Each entry takes the store from version `index` to `index + 1`; the version is SQLite's `user_version`. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, password TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT, token_hash TEXT NOT NULL UNIQUE, account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    browser TEXT NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX session_account ON session (account_id);
  CREATE TABLE owner_link (token_hash TEXT PRIMARY KEY, created_at INTEGER NOT NULL) STRICT;
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER, started_by TEXT NOT NULL,
    declaration TEXT NOT NULL, report TEXT, hash TEXT, ledger_index INTEGER, failure TEXT
  ) STRICT;
  CREATE TABLE deed (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, account TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL) STRICT;
  CREATE TABLE choice_count (
    day TEXT NOT NULL, way TEXT NOT NULL, purpose TEXT NOT NULL, outcome TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, way, purpose, outcome)
  ) STRICT;
  CREATE TABLE publication (
    declaration TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, profile TEXT NOT NULL, hash TEXT NOT NULL,
    ledger_index INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (declaration, kind, language, profile, hash)
  ) STRICT;
  CREATE TABLE notice (
    hash TEXT PRIMARY KEY, declaration TEXT NOT NULL, language TEXT NOT NULL, profile TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  `,
];
