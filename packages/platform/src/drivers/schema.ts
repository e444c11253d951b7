// The tables of the platform as kysely sees them. Times are Unix seconds; there are no booleans (libsql aborts on one).
import type { Generated } from 'kysely';

/** Every table of `platform.sqlite`. */
export type Schema = {
  account: { id: Generated<number>; name: string; password: string; created_at: number };
  session: {
    id: Generated<number>;
    token_hash: string;
    account_id: number;
    browser: string;
    created_at: number;
    seen_at: number;
    expires_at: number;
  };
  owner_link: { token_hash: string; created_at: number };
  audit: {
    id: Generated<number>;
    state: 'running' | 'done' | 'failed' | 'interrupted';
    started_at: number;
    finished_at: number | null;
    started_by: string;
    declaration: string;
    report: string | null;
    hash: string | null;
    ledger_index: number | null;
    failure: string | null;
  };
  deed: { id: Generated<number>; at: number; account: string; action: string; detail: string };
  choice_count: { day: string; way: string; purpose: string; outcome: string; count: number };
  publication: { declaration: string; kind: string; language: string; profile: string; hash: string; ledger_index: number; at: number };
  notice: { hash: string; declaration: string; language: string; profile: string; at: number };
};
