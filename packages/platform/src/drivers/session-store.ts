// Sessions at rest: the SHA-256 of the cookie, never the cookie.
import type { Connection } from './sqlite.ts';

/** A session that is alive, with its person. `id` is what a form may name; it opens nothing. */
export type Session = {
  readonly id: number;
  readonly accountId: number;
  readonly accountName: string;
  readonly browser: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
};

/** Sessions by the hash of their token. Times are Unix seconds. */
export interface SessionStore {
  add(session: { tokenHash: string; accountId: number; browser: string; at: number; expiresAt: number }): Promise<void>;
  find(tokenHash: string, at: number): Promise<Session | null>;
  touch(id: number, at: number): Promise<void>;
  removeByToken(tokenHash: string): Promise<void>;
  remove(id: number, accountId: number): Promise<boolean>;
  removeOthers(accountId: number, keepId: number): Promise<void>;
  removeExpired(at: number): Promise<void>;
  list(accountId: number, at: number): Promise<readonly Session[]>;
  count(at: number): Promise<number>;
}

/** The SQLite driver of SessionStore. */
export function createSessionStore(db: Connection): SessionStore {
  return {
    async add({ tokenHash, accountId, browser, at, expiresAt }) {
      await db
        .insertInto('session')
        .values({ token_hash: tokenHash, account_id: accountId, browser, created_at: at, seen_at: at, expires_at: expiresAt })
        .execute();
    },
    async find(tokenHash, at) {
      const [row] = await alive(db, at).where('session.token_hash', '=', tokenHash).execute();
      return row ?? null;
    },
    async touch(id, at) {
      await db.updateTable('session').set({ seen_at: at }).where('id', '=', id).execute();
    },
    async removeByToken(tokenHash) {
      await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
    async remove(id, accountId) {
      const gone = await db.deleteFrom('session').where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst();
      return gone.numDeletedRows === 1n;
    },
    async removeOthers(accountId, keepId) {
      await db.deleteFrom('session').where('account_id', '=', accountId).where('id', '!=', keepId).execute();
    },
    async removeExpired(at) {
      await db.deleteFrom('session').where('expires_at', '<=', at).execute();
    },
    list: (accountId, at) =>
      alive(db, at).where('session.account_id', '=', accountId).orderBy('session.seen_at', 'desc').orderBy('session.id', 'desc').execute(),
    async count(at) {
      return (await alive(db, at).execute()).length;
    },
  };
}

function alive(db: Connection, at: number) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select([
      'session.id as id',
      'account.id as accountId',
      'account.name as accountName',
      'session.browser as browser',
      'session.created_at as createdAt',
      'session.seen_at as seenAt',
      'session.expires_at as expiresAt',
    ])
    .where('session.expires_at', '>', at);
}
