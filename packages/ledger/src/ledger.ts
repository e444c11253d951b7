// The ledger's lifetime: opened on a store, recording in groups, serving tiles, erasing, closed.
import type { Result } from '@candor/core';
import { encodeHex } from '@candor/core';
import type { BuiltBatch } from './build-batch.ts';
import { assertHead, buildBatch } from './build-batch.ts';
import { openCheckpoint } from './checkpoint.ts';
import { LedgerError, ledgerIssue } from './errors.ts';
import { createGroupCommit } from './group-commit.ts';
import { leafOfCanonical, saltLength } from './leaf.ts';
import { readTile } from './read-tile.ts';
import type { Receipt } from './receipt.ts';
import { parseKeys } from './receipt.ts';
import type { ChoiceRecord, Erasure, LedgerRecord, Publication } from './record.ts';
import { canonicalRecord, parseRecord, parseStoredRecord } from './record.ts';
import type { Signer } from './signer.ts';
import type { Head, NewEntry, Store, StoredRecord } from './store.ts';

/** What a ledger needs beside its store: who signs, the clock in Unix seconds, and random bytes. */
export type LedgerOptions = {
  readonly origin: string;
  readonly signer: Signer;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
};

/** An open log. Every failure rejects with a `LedgerError`. */
export type Ledger = {
  /** Records a choice; the receipt comes after the record is durable. */
  recordChoice(record: ChoiceRecord): Promise<Receipt>;
  /** Logs what the site published, by its hash. */
  publish(publication: Publication): Promise<Receipt>;
  /** The newest signed checkpoint. */
  checkpoint(): Promise<string>;
  /** The bytes at a tlog-tiles path such as `tile/0/000.p/7`, or null. */
  tile(path: string): Promise<Uint8Array | null>;
  /** Removes a choice's record and salt for good; the receipt is of the erasure. */
  erase(index: number): Promise<Receipt>;
  /** Leaves in the tree. */
  size(): Promise<number>;
  close(): Promise<void>;
};

// Ten minutes: more than any clock drift, less than any back-dating that would matter.
const clockTolerance = 600;

// A group is bounded so that the last caller in a flood does not wait for all of it.
const groupLimit = 1024;

type Job = { readonly record: LedgerRecord; readonly erase: number | null };

/** Opens a ledger on a store. Rejects with `LEDGER_KEY_CHANGED`, `LEDGER_ORIGIN_MISMATCH` or `LEDGER_STORE_CORRUPT` before anything is signed. */
export async function openLedgerOn(store: Store, options: LedgerOptions): Promise<Ledger> {
  if (options.origin !== options.signer.origin) throw new LedgerError('LEDGER_ORIGIN_MISMATCH');
  let known = await checkOrBegin(store, options.signer);
  let closed = false;

  const write = async (jobs: readonly Job[]): Promise<readonly Receipt[]> => {
    const entries = jobs.map(({ record }) => createEntry(record, options.random));
    const batch = await store.commit((head) => {
      // A file swapped for an older copy would make us sign a second history.
      if (head.edge.size < known) throw new LedgerError('LEDGER_STORE_CORRUPT');
      return buildBatch(head, entries, { signer: options.signer, erase: jobs[0]?.erase ?? null });
    });
    known = batch.checkpoint.size;
    return jobs.map((job, at) => createReceipt(job.record, batch, at));
  };
  const writer = createGroupCommit<Job, Receipt>({ write, isAlone: (job) => job.erase !== null, limit: groupLimit });
  const record = async (value: LedgerRecord): Promise<Receipt> => {
    const checked = checkRecord(value, options.now());
    if (!checked.ok) throw new LedgerError('LEDGER_RECORD_INVALID', { issues: checked.issues });
    return writer.submit({ record: checked.value, erase: null });
  };
  const openHead = async (): Promise<Head> => {
    if (closed) throw new LedgerError('LEDGER_CLOSED');
    return store.readHead();
  };

  return {
    recordChoice: record,
    publish: record,
    checkpoint: async () => {
      const { checkpoint } = await openHead();
      if (checkpoint === null) throw new LedgerError('LEDGER_STORE_CORRUPT');
      return checkpoint;
    },
    size: async () => (await openHead()).edge.size,
    tile: async (path) => {
      if (closed) throw new LedgerError('LEDGER_CLOSED');
      return readTile(store, path);
    },
    erase: async (index) => {
      if (closed) throw new LedgerError('LEDGER_CLOSED');
      const stored = Number.isSafeInteger(index) && index >= 0 ? (await store.readRecords(index, index + 1))[0] : undefined;
      return writer.submit({ record: erasureOf(stored, options.now()), erase: index });
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await writer.close();
      await store.close();
    },
  };
}

// The size that is known to be signed: of the last checkpoint, or of the empty tree's, which is signed here.
async function checkOrBegin(store: Store, signer: Signer): Promise<number> {
  const head = await store.readHead();
  assertHead(head);
  if (head.checkpoint === null) return (await store.commit((newest) => buildBatch(newest, [], { signer, erase: null }))).checkpoint.size;
  const keys = parseKeys([signer.verifierKey]);
  const opened = keys.ok ? openCheckpoint(head.checkpoint, keys.value) : keys;
  if (!opened.ok) throw new LedgerError('LEDGER_KEY_CHANGED', { issues: opened.issues });
  return opened.value.size;
}

function checkRecord(value: LedgerRecord, now: number): Result<LedgerRecord> {
  const record = parseRecord(value);
  if (!record.ok || Math.abs(record.value.at - now) <= clockTolerance) return record;
  return { ok: false, issues: [ledgerIssue('LEDGER_RECORD_INVALID', 'record.at', `more than ${clockTolerance} s from the clock`)] };
}

function createEntry(record: LedgerRecord, random: LedgerOptions['random']): NewEntry {
  const salt = random(saltLength);
  if (salt.length !== saltLength) throw new LedgerError('LEDGER_STORE_FAILED');
  const canonical = canonicalRecord(record);
  return { leaf: leafOfCanonical(record, canonical, salt), salt, record: canonical };
}

function createReceipt(record: LedgerRecord, batch: BuiltBatch, at: number): Receipt {
  const entry = batch.entries[at];
  const proof = batch.proofs[at];
  if (entry === undefined || proof === undefined) throw new LedgerError('LEDGER_STORE_FAILED');
  return { v: 1, record, salt: encodeHex(entry.salt), index: batch.firstIndex + at, proof };
}

// The erasure keeps site and declaration, which the leaf shows anyway, and not which record went.
function erasureOf(stored: StoredRecord | undefined, now: number): Erasure {
  if (stored === undefined) throw new LedgerError('LEDGER_RECORD_MISSING');
  const record = parseStored(stored.record);
  if (record.kind !== 'choice') throw new LedgerError('LEDGER_RECORD_KEPT');
  return { kind: 'erased', site: record.site, declaration: record.declaration, count: 1, at: Math.floor(now) };
}

function parseStored(text: string): LedgerRecord {
  const record = parseStoredRecord(text);
  if (!record.ok) throw new LedgerError('LEDGER_STORE_CORRUPT', { issues: record.issues });
  return record.value;
}
