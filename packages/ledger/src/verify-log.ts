// The whole log recomputed from its entries: every tile, every checkpoint, and the erasable half where it is at hand.
import type { Issue, Result } from '@candor/core';
import { decodeUtf8, encodeHex, succeed } from '@candor/core';
import { bytesEqual } from './byte-strings.ts';
import { createRecordCheck } from './check-records.ts';
import { createTileCheck } from './check-tiles.ts';
import type { SignedCheckpoint } from './checkpoint.ts';
import { openCheckpoint } from './checkpoint.ts';
import { decodeBundle } from './entry-bundle.ts';
import { LedgerError, ledgerIssue, refuse } from './errors.ts';
import type { LogSource } from './log-source.ts';
import { hashLeaf } from './merkle-hash.ts';
import { parseKeys } from './receipt.ts';
import { encodeTilePath, tilesOf } from './tile-path.ts';
import type { TreeEdge } from './tree-edge.ts';
import { appendLeaves, emptyEdge, rootOf } from './tree-edge.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A log that holds. `records` and `erased` are null where the source has none, as a folder of tiles. */
export type VerifiedLog = {
  readonly origin: string;
  readonly key: string;
  readonly size: number;
  readonly root: string;
  readonly checkpoints: number;
  readonly records: number | null;
  readonly erased: number | null;
};

/** Pinned verifier keys, and signed checkpoints that were kept outside the log: only they show that all of it was rewritten. */
export type VerifyLogOptions = { readonly keys: readonly string[]; readonly checkpoints?: readonly string[] };

type Heads = { readonly newest: SignedCheckpoint; readonly all: readonly { readonly path: string; readonly head: SignedCheckpoint }[] };

// More than this many findings say nothing new.
const maxIssues = 50;

/** Verifies a whole log. Fails with `LEDGER_LOG_*` issues, or those of a checkpoint no pinned key signed. Rejects when it cannot be read. */
export async function verifyLog(source: LogSource, options: VerifyLogOptions): Promise<Result<VerifiedLog>> {
  try {
    const keys = parseKeys(options.keys);
    if (!keys.ok) return keys;
    const heads = await readHeads(source, keys.value, options.checkpoints ?? []);
    return heads.ok ? await walk(source, heads.value) : heads;
  } catch (reason) {
    if (reason instanceof LedgerError && reason.code === 'LEDGER_STORE_CORRUPT') return refuse(reason.code, '');
    throw reason;
  }
}

async function readHeads(source: LogSource, keys: readonly VerifierKey[], held: readonly string[]): Promise<Result<Heads>> {
  const bytes = await source.read('checkpoint');
  const note = bytes === null ? null : decodeUtf8(bytes);
  if (note?.ok !== true) return refuse('LEDGER_LOG_INCOMPLETE', 'checkpoint');
  const newest = openCheckpoint(note.value, keys);
  if (!newest.ok) return newest;
  const notes = [
    ...(await source.checkpoints()).map((text, at) => ({ path: `checkpoints[${at}]`, text })),
    ...held.map((text, at) => ({ path: `held[${at}]`, text })),
  ];
  const all = [{ path: 'checkpoint', head: newest.value }];
  const issues: Issue[] = [];
  for (const { path, text } of notes) {
    const head = openCheckpoint(text, keys);
    if (!head.ok) issues.push(...head.issues.map((issue) => ({ ...issue, path })));
    else if (head.value.origin !== newest.value.origin) issues.push(ledgerIssue('LEDGER_ORIGIN_MISMATCH', path));
    else if (head.value.size > newest.value.size) issues.push(ledgerIssue('LEDGER_LOG_TRUNCATED', path));
    else all.push({ path, head: head.value });
  }
  return issues.length === 0 ? succeed({ newest: newest.value, all }) : { ok: false, issues: issues.slice(0, maxIssues) };
}

async function walk(source: LogSource, { newest, all }: Heads): Promise<Result<VerifiedLog>> {
  const headsBySize = groupBySize(all);
  const tiles = createTileCheck(source.read);
  const records = source.records === null ? null : createRecordCheck(source.records);
  const issues: Issue[] = [];
  let edge = emptyEdge;
  const compareRoot = (at: TreeEdge): void => {
    for (const { path, head } of headsBySize.get(at.size) ?? []) {
      if (!bytesEqual(head.root, rootOf(at))) issues.push(ledgerIssue('LEDGER_LOG_BRANCHED', path, `at size ${at.size}`));
    }
  };

  compareRoot(edge);
  for (const tile of tilesOf('entries', newest.size)) {
    const path = encodeTilePath(tile);
    const bundle = await source.read(path);
    const leaves = bundle === null ? null : decodeBundle(bundle);
    if (leaves?.length !== tile.width) return { ok: false, issues: [...issues, ledgerIssue('LEDGER_LOG_INCOMPLETE', path)] };
    if (records !== null) issues.push(...(await records.add(edge.size, leaves)));
    for (const leafHash of leaves.map(hashLeaf)) {
      edge = appendLeaves(edge, [leafHash]).edge;
      compareRoot(edge);
      issues.push(...(await tiles.add(leafHash)).map((wrong) => ledgerIssue('LEDGER_LOG_TILE_WRONG', wrong)));
    }
    if (issues.length >= maxIssues) return { ok: false, issues };
  }
  issues.push(...(await tiles.finish()).map((wrong) => ledgerIssue('LEDGER_LOG_TILE_WRONG', wrong)));
  if (records !== null) issues.push(...(await records.finish(newest.size)));
  if (issues.length > 0) return { ok: false, issues };
  const { origin, key, size, root } = newest;
  const counts = records?.counts() ?? { records: null, erased: null };
  return succeed({ origin, key: key.text, size, root: encodeHex(root), checkpoints: all.length, ...counts });
}

function groupBySize(heads: Heads['all']): ReadonlyMap<number, Heads['all']> {
  const groups = new Map<number, Heads['all'][number][]>();
  for (const entry of heads) groups.set(entry.head.size, [...(groups.get(entry.head.size) ?? []), entry]);
  return groups;
}
