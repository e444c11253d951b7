// A store in memory: what the contract suite and the ledger's tests may use in SQLite's place.
import { LedgerError } from '../src/errors.ts';
import type { Batch, Head, NewEntry, Store } from '../src/store.ts';
import type { TreeNode } from '../src/tree-edge.ts';
import { edgeIds } from '../src/tree-edge.ts';

/** A memory store; `syncs` counts the commits that would each have been one sync. */
export function createMemoryStore(): Store & { readonly syncs: () => number } {
  const entries: NewEntry[] = [];
  const nodes: TreeNode[] = [];
  const notes: string[] = [];
  const erased = new Set<number>();
  let open = true;

  const whileOpen = async <Value>(work: () => Value): Promise<Value> => {
    if (!open) throw new LedgerError('LEDGER_CLOSED');
    return work();
  };
  const node = (level: number, index: number): TreeNode => {
    const found = nodes.find((candidate) => candidate.level === level && candidate.index === index);
    if (found === undefined) throw new LedgerError('LEDGER_STORE_CORRUPT');
    return found;
  };
  const readHead = (): Head => ({
    edge: { size: entries.length, nodes: edgeIds(entries.length).map(({ level, index }) => node(level, index)) },
    checkpoint: notes.at(-1) ?? null,
  });
  const write = (batch: Batch): void => {
    if (batch.erase !== null && (batch.erase >= entries.length || erased.has(batch.erase))) throw new LedgerError('LEDGER_RECORD_MISSING');
    if (batch.erase !== null) erased.add(batch.erase);
    entries.push(...batch.entries);
    nodes.push(...batch.nodes);
    notes.push(batch.checkpoint.note);
  };

  return {
    commit: (build) =>
      whileOpen(() => {
        const batch = build(readHead());
        write(batch);
        return batch;
      }),
    readHead: () => whileOpen(readHead),
    readNodes: (level, from, to) =>
      whileOpen(() => nodes.filter((one) => one.level === level && one.index >= from && one.index < to).map((one) => one.hash)),
    readEntries: (from, to) => whileOpen(() => entries.slice(from, to).map((entry) => entry.leaf)),
    readRecords: (from, to) =>
      whileOpen(() =>
        entries
          .map(({ salt, record }, index) => ({ index, salt, record }))
          .filter(({ index }) => index >= from && index < to && !erased.has(index)),
      ),
    readCheckpoints: () => whileOpen(() => [...notes]),
    close: async () => {
      open = false;
    },
    syncs: () => notes.length,
  };
}
