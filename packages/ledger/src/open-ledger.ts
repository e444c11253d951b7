import { openSqliteStore } from './drivers/sqlite.ts';
import type { Ledger, LedgerOptions } from './ledger.ts';
import { openLedgerOn } from './ledger.ts';

/** Opens or creates the log in a SQLite file. Rejects with a `LedgerError` when file, key or tree are not as they were left. */
export async function openLedger(options: LedgerOptions & { readonly file: string }): Promise<Ledger> {
  const store = await openSqliteStore({ file: options.file });
  try {
    return await openLedgerOn(store, options);
  } catch (reason) {
    await store.close();
    throw reason;
  }
}
