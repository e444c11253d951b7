// Holds the erasable half of a log against its leaves.
import type { Issue } from '@candor/core';
import { bytesEqual } from './byte-strings.ts';
import { ledgerIssue } from './errors.ts';
import { leafOfCanonical } from './leaf.ts';
import { parseStoredRecord } from './record.ts';
import type { StoredRecord } from './store.ts';

type Records = (from: number, to: number) => Promise<readonly StoredRecord[]>;

/** Takes bundles of leaves in order; `finish` compares what is missing with what was erased. */
export type RecordCheck = {
  readonly add: (from: number, leaves: readonly Uint8Array[]) => Promise<readonly Issue[]>;
  readonly finish: (size: number) => Promise<readonly Issue[]>;
  /** Records that fit so far, and how many erasures they log. */
  readonly counts: () => { readonly records: number; readonly erased: number };
};

/** A check of stored records. */
export function createRecordCheck(records: Records): RecordCheck {
  let found = 0;
  let erased = 0;

  const check = (stored: StoredRecord, leaf: Uint8Array | undefined): readonly Issue[] => {
    const record = parseStoredRecord(stored.record);
    found += 1;
    if (record.ok && record.value.kind === 'erased') erased += record.value.count;
    const fits = record.ok && leaf !== undefined && bytesEqual(leafOfCanonical(record.value, stored.record, stored.salt), leaf);
    return fits ? [] : [ledgerIssue('LEDGER_LOG_RECORD_CHANGED', `records[${stored.index}]`)];
  };

  return {
    add: async (from, leaves) =>
      (await records(from, from + leaves.length)).flatMap((stored) => check(stored, leaves[stored.index - from])),
    finish: async (size) => {
      const planted = [...(await records(Number.MIN_SAFE_INTEGER, 0)), ...(await records(size, Number.MAX_SAFE_INTEGER))];
      const balanced = planted.length === 0 && size - found === erased;
      const detail = `${size} leaves, ${found + planted.length} records, ${erased} erased`;
      return balanced ? [] : [ledgerIssue('LEDGER_LOG_RECORD_COUNT', 'records', detail)];
    },
    counts: () => ({ records: found, erased }),
  };
}
