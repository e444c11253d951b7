// How often which choice was made on which day: numbers, nothing that tells one visitor from another.
import type { Connection } from './sqlite.ts';

/** One number. `purpose` is a purpose id, or empty for the choice as a whole; `outcome` is an action or a state. */
export type ChoiceCount = {
  readonly day: string;
  readonly way: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly count: number;
};

/** Counts by ISO day. */
export interface ChoiceCountStore {
  add(cells: readonly Omit<ChoiceCount, 'count'>[]): Promise<void>;
  since(day: string): Promise<readonly ChoiceCount[]>;
  removeBefore(day: string): Promise<void>;
}

/** The SQLite driver of ChoiceCountStore. */
export function createChoiceCountStore(db: Connection): ChoiceCountStore {
  return {
    async add(cells) {
      if (cells.length === 0) return;
      await db
        .insertInto('choice_count')
        .values(cells.map((cell) => ({ ...cell, count: 1 })))
        .onConflict((clash) =>
          clash.columns(['day', 'way', 'purpose', 'outcome']).doUpdateSet((set) => ({ count: set('choice_count.count', '+', 1) })),
        )
        .execute();
    },
    since: (day) => db.selectFrom('choice_count').selectAll().where('day', '>=', day).orderBy('day').execute(),
    async removeBefore(day) {
      await db.deleteFrom('choice_count').where('day', '<', day).execute();
    },
  };
}
