// One transaction's worth of the log, as a pure step: head and new entries in, nodes, signed checkpoint and proofs out.
import { bytesEqual } from './byte-strings.ts';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import { LedgerError } from './errors.ts';
import { proveInclusion } from './inclusion.ts';
import { hashLeaf } from './merkle-hash.ts';
import type { Signer } from './signer.ts';
import type { Batch, Head, NewEntry } from './store.ts';
import { encodeTlogProof } from './tlog-proof.ts';
import type { TreeEdge, TreeNode } from './tree-edge.ts';
import { appendLeaves, rootOf } from './tree-edge.ts';

/** A batch with the size before it and one proof text for each new entry. */
export type BuiltBatch = Batch & { readonly firstIndex: number; readonly proofs: readonly string[] };

/** Signs the tree after these entries. Throws `LEDGER_STORE_CORRUPT` when the head does not lead to its own checkpoint. */
export function buildBatch(
  head: Head,
  entries: readonly NewEntry[],
  options: { readonly signer: Signer; readonly erase: number | null },
): BuiltBatch {
  assertHead(head);
  const { edge, added } = appendLeaves(
    head.edge,
    entries.map((entry) => hashLeaf(entry.leaf)),
  );
  const note = options.signer.sign(
    encodeCheckpoint({ origin: options.signer.origin, size: edge.size, root: rootOf(edge), extensions: [] }),
  );
  return {
    entries,
    nodes: added,
    checkpoint: { size: edge.size, note },
    erase: options.erase,
    firstIndex: head.edge.size,
    proofs: proveEach(head.edge, added, { size: edge.size, note }),
  };
}

/** Throws `LEDGER_STORE_CORRUPT` unless the tree's root is the one its newest checkpoint names. */
export function assertHead(head: Head): void {
  const text = head.checkpoint === null ? null : decodeCheckpoint(head.checkpoint.slice(0, head.checkpoint.lastIndexOf('\n\n') + 1));
  if (text === null && head.edge.size === 0) return;
  const fits = text?.ok === true && text.value.size === head.edge.size && bytesEqual(text.value.root, rootOf(head.edge));
  if (!fits) throw new LedgerError('LEDGER_STORE_CORRUPT');
}

// A new leaf's path meets only sub-trees of the old edge and nodes made in this batch, so nothing is read for it.
function proveEach(before: TreeEdge, added: readonly TreeNode[], checkpoint: Batch['checkpoint']): readonly string[] {
  const known = new Map([...before.nodes, ...added].map((node) => [`${node.level}/${node.index}`, node.hash]));
  const hashOf = (id: { readonly level: number; readonly index: number }): Uint8Array => {
    const hash = known.get(`${id.level}/${id.index}`);
    if (hash === undefined) throw new LedgerError('LEDGER_STORE_CORRUPT');
    return hash;
  };
  const indexes = Array.from({ length: checkpoint.size - before.size }, (_, at) => before.size + at);
  return indexes.map((index) =>
    encodeTlogProof({ index, path: proveInclusion(index, checkpoint.size, hashOf), checkpoint: checkpoint.note }),
  );
}
