// Audits of the site: one row each, the report as the very text that was hashed and published.

import type { Schema } from './schema.ts';
import type { Connection } from './sqlite.ts';

/** One audit. `report` is JSON text and `hash` its SHA-256 hex; both are null until it is done. */
export type AuditRow = {
  readonly id: number;
  readonly state: Schema['audit']['state'];
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly startedBy: string;
  readonly declaration: string;
  readonly report: string | null;
  readonly hash: string | null;
  readonly ledgerIndex: number | null;
  readonly failure: string | null;
};

/** Audits in the order they were started. */
export interface AuditStore {
  start(audit: { at: number; by: string; declaration: string }): Promise<number>;
  finish(id: number, result: { at: number; report: string; hash: string; ledgerIndex: number | null }): Promise<void>;
  fail(id: number, result: { at: number; failure: string }): Promise<void>;
  /** Marks what a stopped process left running. */
  interruptRunning(at: number): Promise<void>;
  find(id: number): Promise<AuditRow | null>;
  latestDone(): Promise<AuditRow | null>;
  recent(limit: number): Promise<readonly AuditRow[]>;
}

/** The SQLite driver of AuditStore. */
export function createAuditStore(db: Connection): AuditStore {
  return {
    async start({ at, by, declaration }) {
      const [row] = await db
        .insertInto('audit')
        .values({
          state: 'running',
          started_at: at,
          finished_at: null,
          started_by: by,
          declaration,
          report: null,
          hash: null,
          ledger_index: null,
          failure: null,
        })
        .returning('id')
        .execute();
      return row?.id ?? 0;
    },
    async finish(id, { at, report, hash, ledgerIndex }) {
      await db
        .updateTable('audit')
        .set({ state: 'done', finished_at: at, report, hash, ledger_index: ledgerIndex })
        .where('id', '=', id)
        .execute();
    },
    async fail(id, { at, failure }) {
      await db.updateTable('audit').set({ state: 'failed', finished_at: at, failure }).where('id', '=', id).execute();
    },
    async interruptRunning(at) {
      await db.updateTable('audit').set({ state: 'interrupted', finished_at: at }).where('state', '=', 'running').execute();
    },
    async find(id) {
      const [row] = await rows(db).where('id', '=', id).execute();
      return row ?? null;
    },
    async latestDone() {
      const [row] = await rows(db).where('state', '=', 'done').orderBy('id', 'desc').limit(1).execute();
      return row ?? null;
    },
    recent: (limit) => rows(db).orderBy('id', 'desc').limit(limit).execute(),
  };
}

function rows(db: Connection) {
  return db
    .selectFrom('audit')
    .select(['id', 'state', 'started_at as startedAt', 'finished_at as finishedAt', 'started_by as startedBy', 'declaration'])
    .select(['report', 'hash', 'ledger_index as ledgerIndex', 'failure']);
}
