// Accounts and the one-time link that makes the first of them.
import type { Connection } from './sqlite.ts';

/** A person who may log in; `password` is an argon2id string. */
export type Account = { readonly id: number; readonly name: string; readonly password: string };

/** Accounts by lower-case name, and the hash of the first owner's link while there is no owner. */
export interface AccountStore {
  findByName(name: string): Promise<Account | null>;
  count(): Promise<number>;
  replaceOwnerLink(tokenHash: string, at: number): Promise<void>;
  holdsOwnerLink(tokenHash: string): Promise<boolean>;
  /** Makes the first account and ends the link in one transaction; null when the link is dead or an owner exists. */
  claimOwnership(claim: { tokenHash: string; name: string; password: string; at: number }): Promise<Account | null>;
  replacePassword(id: number, password: string): Promise<void>;
}

/** The SQLite driver of AccountStore. */
export function createAccountStore(db: Connection): AccountStore {
  return {
    async findByName(name) {
      const [row] = await db.selectFrom('account').select(['id', 'name', 'password']).where('name', '=', name).execute();
      return row ?? null;
    },
    count: () => countAccounts(db),
    async replaceOwnerLink(tokenHash, at) {
      await db.transaction().execute(async (change) => {
        await change.deleteFrom('owner_link').execute();
        await change.insertInto('owner_link').values({ token_hash: tokenHash, created_at: at }).execute();
      });
    },
    async holdsOwnerLink(tokenHash) {
      const rows = await db.selectFrom('owner_link').select('created_at').where('token_hash', '=', tokenHash).execute();
      return rows.length > 0;
    },
    claimOwnership: ({ tokenHash, name, password, at }) =>
      db.transaction().execute(async (change) => {
        const spent = await change.deleteFrom('owner_link').where('token_hash', '=', tokenHash).executeTakeFirst();
        if (spent.numDeletedRows !== 1n || (await countAccounts(change)) > 0) return null;
        const [row] = await change
          .insertInto('account')
          .values({ name, password, created_at: at })
          .returning(['id', 'name', 'password'])
          .execute();
        return row ?? null;
      }),
    async replacePassword(id, password) {
      await db.updateTable('account').set({ password }).where('id', '=', id).execute();
    },
  };
}

async function countAccounts(db: Connection): Promise<number> {
  const [row] = await db
    .selectFrom('account')
    .select((select) => select.fn.countAll<number>().as('count'))
    .execute();
  return row?.count ?? 0;
}
