// What was published in the ledger and which notices were shown, so that a restart publishes nothing twice.
import type { Connection } from './sqlite.ts';

/** One publication; `language` and `profile` are empty where they do not apply. `hash` is SHA-256 hex of the published bytes. */
export type PublicationRow = {
  readonly declaration: string;
  readonly kind: 'declaration' | 'policy';
  readonly language: string;
  readonly profile: string;
  readonly hash: string;
  readonly ledgerIndex: number;
  readonly at: number;
};

/** A notice that visitors may have been shown. */
export type NoticeRow = {
  readonly hash: string;
  readonly declaration: string;
  readonly language: string;
  readonly profile: string;
  readonly at: number;
};

/** Publications and notices of this and earlier declarations. */
export interface PublicationStore {
  add(publications: readonly PublicationRow[]): Promise<void>;
  list(declaration: string): Promise<readonly PublicationRow[]>;
  addNotices(notices: readonly NoticeRow[]): Promise<void>;
  findNotice(hash: string): Promise<NoticeRow | null>;
}

/** The SQLite driver of PublicationStore. */
export function createPublicationStore(db: Connection): PublicationStore {
  return {
    async add(publications) {
      if (publications.length === 0) return;
      const values = publications.map(({ ledgerIndex, ...rest }) => ({ ...rest, ledger_index: ledgerIndex }));
      await db
        .insertInto('publication')
        .values(values)
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
    async list(declaration) {
      const found = await rows(db, declaration).orderBy('ledger_index').execute();
      return found.map((row) => ({ ...row, kind: row.kind === 'policy' ? 'policy' : 'declaration' }));
    },
    async addNotices(notices) {
      if (notices.length === 0) return;
      await db
        .insertInto('notice')
        .values(notices)
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
    async findNotice(hash) {
      const [row] = await db.selectFrom('notice').selectAll().where('hash', '=', hash).execute();
      return row ?? null;
    },
  };
}

function rows(db: Connection, declaration: string) {
  return db
    .selectFrom('publication')
    .select(['declaration', 'kind', 'language', 'profile', 'hash', 'ledger_index as ledgerIndex', 'at'])
    .where('declaration', '=', declaration);
}
