// The suite every store passes (L30).
import { expect, test } from 'vitest';
import { LedgerError } from '../../src/errors.ts';
import { hashLeaf } from '../../src/merkle-hash.ts';
import type { Batch, Head, Store } from '../../src/store.ts';
import { appendLeaves, edgeIds } from '../../src/tree-edge.ts';

/** A batch of `count` one-byte leaves on this head. The store does not look at signatures, so the note is any text. */
function batchOn(head: Head, count: number, erase: number | null = null): Batch {
  const leaves = Array.from({ length: count }, (_, at) => Uint8Array.of(head.edge.size + at, 0, 255));
  const { edge, added } = appendLeaves(head.edge, leaves.map(hashLeaf));
  return {
    entries: leaves.map((leaf, at) => ({
      leaf,
      salt: new Uint8Array(32).fill(head.edge.size + at),
      record: `{"n":"${head.edge.size + at} é"}`,
    })),
    nodes: added,
    checkpoint: { size: edge.size, note: `note of ${edge.size}` },
    erase,
  };
}

/** Runs the suite on stores that `open` makes, each new and empty. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  test(`L30 ${name}: a new store is empty and has no checkpoint`, async () => {
    const store = await open();
    expect(await store.readHead()).toEqual({ edge: { size: 0, nodes: [] }, checkpoint: null });
    expect(await store.readCheckpoints()).toEqual([]);
    await store.close();
  });

  test(`L30 ${name}: what a commit wrote is read back, byte for byte`, async () => {
    const store = await open();
    await store.commit((head) => batchOn(head, 0));
    const first = await store.commit((head) => batchOn(head, 3));
    const second = await store.commit((head) => batchOn(head, 2));
    const head = await store.readHead();
    expect(head.edge.size).toBe(5);
    expect(head.edge.nodes.map(({ level, index }) => ({ level, index }))).toEqual(edgeIds(5));
    expect(head.checkpoint).toBe('note of 5');
    expect(await store.readCheckpoints()).toEqual(['note of 0', 'note of 3', 'note of 5']);
    expect(await store.readEntries(1, 4)).toEqual([...first.entries, ...second.entries].slice(1, 4).map((entry) => entry.leaf));
    expect(await store.readEntries(4, 9)).toHaveLength(1);
    expect(await store.readNodes(0, 0, 5)).toHaveLength(5);
    expect(await store.readNodes(1, 0, 9)).toEqual(
      [...first.nodes, ...second.nodes].filter((node) => node.level === 1).map((node) => node.hash),
    );
    expect(await store.readRecords(2, 4)).toEqual([
      { index: 2, salt: new Uint8Array(32).fill(2), record: '{"n":"2 é"}' },
      { index: 3, salt: new Uint8Array(32).fill(3), record: '{"n":"3 é"}' },
    ]);
    await store.close();
  });

  test(`L30 ${name}: each commit builds on the head the one before it left`, async () => {
    const store = await open();
    const sizes: number[] = [];
    await Promise.all([1, 2, 3].map((count) => store.commit((head) => (sizes.push(head.edge.size), batchOn(head, count)))));
    expect(sizes).toEqual([0, 1, 3]);
    await store.close();
  });

  test(`L30 ${name}: when building throws, nothing is written and the reason comes through`, async () => {
    const store = await open();
    await store.commit((head) => batchOn(head, 2));
    const reason = new LedgerError('LEDGER_STORE_CORRUPT');
    await expect(
      store.commit(() => {
        throw reason;
      }),
    ).rejects.toBe(reason);
    expect((await store.readHead()).edge.size).toBe(2);
    expect((await store.commit((head) => batchOn(head, 1))).checkpoint.size).toBe(3);
    await store.close();
  });

  test(`L30 ${name}: an erasure removes one record with the batch, an erasure of nothing writes nothing`, async () => {
    const store = await open();
    await store.commit((head) => batchOn(head, 3));
    await store.commit((head) => batchOn(head, 1, 1));
    expect((await store.readRecords(0, 9)).map((record) => record.index)).toEqual([0, 2, 3]);
    await expect(store.commit((head) => batchOn(head, 1, 1))).rejects.toMatchObject({ code: 'LEDGER_RECORD_MISSING' });
    expect((await store.readHead()).edge.size).toBe(4);
    expect(await store.readEntries(0, 9)).toHaveLength(4);
    await store.close();
  });

  test(`L30 ${name}: a closed store refuses to work, and closes twice`, async () => {
    const store = await open();
    await store.close();
    await store.close();
    await expect(store.readHead()).rejects.toMatchObject({ code: 'LEDGER_CLOSED' });
    await expect(store.commit((head) => batchOn(head, 1))).rejects.toMatchObject({ code: 'LEDGER_CLOSED' });
  });
}
