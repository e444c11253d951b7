// Receipts wait here for ten minutes, in memory, for the visitor who made the choice: a page without a script cannot hand over
// a file with the answer to a form. Whoever holds the random key sees the receipt; a receipt says nothing about who.

import { encodeBase64Url } from '@candor/core';
import type { Receipt } from '@candor/ledger';

const lifeSeconds = 600;
const mostReceipts = 10_000;

/** Receipts by a random key. */
export type ReceiptVault = {
  /** Keeps a receipt; the answer is its key, 22 characters. */
  keep(receipt: Receipt): string;
  find(index: number, key: string): Receipt | null;
};

/** An empty vault. The oldest receipts make room for new ones. */
export function createReceiptVault(now: () => number, random: (bytes: number) => Uint8Array): ReceiptVault {
  const kept = new Map<string, { readonly receipt: Receipt; readonly until: number }>();
  const sweep = () => {
    for (const [key, entry] of kept) {
      if (entry.until > now() && kept.size <= mostReceipts) break;
      kept.delete(key);
    }
  };
  return {
    keep(receipt) {
      const key = encodeBase64Url(random(16));
      kept.set(key, { receipt, until: now() + lifeSeconds });
      sweep();
      return key;
    },
    find(index, key) {
      sweep();
      const entry = kept.get(key);
      return entry !== undefined && entry.until > now() && entry.receipt.index === index ? entry.receipt : null;
    },
  };
}
