// Who did what in the back office, and when. Written, read, never changed.
import type { Connection } from './sqlite.ts';

/** One thing that was done. `action` is a stable word, `detail` free text without personal data of visitors. */
export type Deed = { readonly at: number; readonly account: string; readonly action: string; readonly detail: string };

/** The list of deeds, newest first. Times are Unix seconds. */
export interface DeedStore {
  add(deed: Deed): Promise<void>;
  recent(limit: number): Promise<readonly Deed[]>;
  removeBefore(at: number): Promise<void>;
}

/** The SQLite driver of DeedStore. */
export function createDeedStore(db: Connection): DeedStore {
  return {
    async add(deed) {
      await db.insertInto('deed').values(deed).execute();
    },
    recent: (limit) => db.selectFrom('deed').select(['at', 'account', 'action', 'detail']).orderBy('id', 'desc').limit(limit).execute(),
    async removeBefore(at) {
      await db.deleteFrom('deed').where('at', '<', at).execute();
    },
  };
}
