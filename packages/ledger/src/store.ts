// What the ledger asks of a store. A driver holds all SQL; the tree, the signatures and the rules stay out of it.
import type { TreeEdge, TreeNode } from './tree-edge.ts';

/** One new leaf with its erasable half: the salt and the canonical record. */
export type NewEntry = { readonly leaf: Uint8Array; readonly salt: Uint8Array; readonly record: string };

/** A stored record: the canonical JSON and its salt. */
export type StoredRecord = { readonly index: number; readonly salt: Uint8Array; readonly record: string };

/** What a transaction starts from: the tree's right edge and the newest checkpoint, null in a store never used. */
export type Head = { readonly edge: TreeEdge; readonly checkpoint: string | null };

/** What one transaction writes. `erase` is the index whose record and salt go, in the same transaction. */
export type Batch = {
  readonly entries: readonly NewEntry[];
  readonly nodes: readonly TreeNode[];
  readonly checkpoint: { readonly size: number; readonly note: string };
  readonly erase: number | null;
};

/**
 * A durable store of one log. Every failure is a `LedgerError`: `LEDGER_STORE_BUSY`, `LEDGER_STORE_FULL`, `LEDGER_STORE_CORRUPT`,
 * `LEDGER_STORE_FAILED`, `LEDGER_RECORD_MISSING` for an erasure of nothing.
 */
export interface Store {
  /**
   * Runs `build` on the newest head inside one transaction and writes what it gives, all or nothing. Resolves once the
   * batch is durable. Whatever `build` throws rejects, and nothing is written.
   */
  commit<Built extends Batch>(build: (head: Head) => Built): Promise<Built>;
  readHead(): Promise<Head>;
  /** Hashes of the perfect sub-trees `from` (included) to `to` (excluded) of a level; fewer when there are fewer. */
  readNodes(level: number, from: number, to: number): Promise<readonly Uint8Array[]>;
  /** Leaves `from` (included) to `to` (excluded); fewer when there are fewer. */
  readEntries(from: number, to: number): Promise<readonly Uint8Array[]>;
  /** Stored records with an index from `from` (included) to `to` (excluded), in order; erased ones are absent. */
  readRecords(from: number, to: number): Promise<readonly StoredRecord[]>;
  /** Every signed checkpoint, smallest first. */
  readCheckpoints(): Promise<readonly string[]>;
  close(): Promise<void>;
}
