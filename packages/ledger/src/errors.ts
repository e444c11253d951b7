// Every code of the room in one table: operational failures are thrown as LedgerError, expected ones answered as issues.
import type { Issue } from '@candor/core';
import { fail } from '@candor/core';

/** A stable code of the ledger; the table below gives each its words. */
export type LedgerErrorCode =
  | 'LEDGER_CLOSED'
  | 'LEDGER_KEY_CHANGED'
  | 'LEDGER_KEY_MALFORMED'
  | 'LEDGER_KEY_NOT_PINNED'
  | 'LEDGER_NOTE_MALFORMED'
  | 'LEDGER_CHECKPOINT_MALFORMED'
  | 'LEDGER_SIGNATURE_WRONG'
  | 'LEDGER_ORIGIN_INVALID'
  | 'LEDGER_ORIGIN_MISMATCH'
  | 'LEDGER_PROOF_MALFORMED'
  | 'LEDGER_NOT_INCLUDED'
  | 'LEDGER_RECEIPT_MALFORMED'
  | 'LEDGER_RECORD_INVALID'
  | 'LEDGER_RECORD_KEPT'
  | 'LEDGER_RECORD_MISSING'
  | 'LEDGER_SEED_INVALID'
  | 'LEDGER_STORE_BUSY'
  | 'LEDGER_STORE_CORRUPT'
  | 'LEDGER_STORE_FAILED'
  | 'LEDGER_STORE_FULL'
  | 'LEDGER_STORE_MISSING'
  | 'LEDGER_STORE_NOT_DURABLE'
  | 'LEDGER_STORE_VERSION'
  | 'LEDGER_LOG_BRANCHED'
  | 'LEDGER_LOG_INCOMPLETE'
  | 'LEDGER_LOG_TILE_WRONG'
  | 'LEDGER_LOG_TRUNCATED'
  | 'LEDGER_LOG_RECORD_CHANGED'
  | 'LEDGER_LOG_RECORD_COUNT';

const table: { readonly [Code in LedgerErrorCode]: readonly [message: string, hint: string] } = {
  LEDGER_CLOSED: ['The ledger is closed', 'Open it again before recording'],
  LEDGER_KEY_CHANGED: ['The log was signed by another key or origin', 'Open it with the seed and origin it was created with'],
  LEDGER_KEY_MALFORMED: ['A pinned key is not a signed-note verifier key', 'Expected "name+8 hex digits+base64" as createSigner gives it'],
  LEDGER_KEY_NOT_PINNED: [
    'No pinned key signed this checkpoint',
    'Pin the verifier key of the log, from the declaration, not from the receipt',
  ],
  LEDGER_NOTE_MALFORMED: ['The text is not a signed note', 'Expected the text, an empty line and signature lines'],
  LEDGER_CHECKPOINT_MALFORMED: ['The text is not a checkpoint', 'Expected lines of origin, size and base64 root hash'],
  LEDGER_SIGNATURE_WRONG: ['The signature of a pinned key does not fit the checkpoint', 'The checkpoint was changed after it was signed'],
  LEDGER_ORIGIN_INVALID: ['The origin is not usable as a key name', 'Expected text without spaces, plus signs and control characters'],
  LEDGER_ORIGIN_MISMATCH: ['The origin is not the name of the signing key', 'A key speaks only for the log it is named after'],
  LEDGER_PROOF_MALFORMED: ['The proof is not a c2sp.org/tlog-proof@v1 text', 'Use the proof exactly as it was given'],
  LEDGER_NOT_INCLUDED: ['Record, salt and path do not lead to the signed root', 'The receipt was changed, or does not belong to this log'],
  LEDGER_RECEIPT_MALFORMED: ['The receipt has another shape', 'Expected {"v": 1, "record", "salt", "index", "proof"} and nothing else'],
  LEDGER_RECORD_INVALID: ['The record has a field of another shape', 'Record exactly the documented fields; times are Unix seconds'],
  LEDGER_RECORD_KEPT: ['Only a choice can be erased', 'Publications and erasures hold nothing personal and stay'],
  LEDGER_RECORD_MISSING: ['There is no record at this index', 'It was erased, or never was'],
  LEDGER_SEED_INVALID: ['The seed is not 32 bytes', 'Make 32 random bytes once and keep them secret'],
  LEDGER_STORE_BUSY: ['The store is held by another connection', 'Try again; nothing was recorded'],
  LEDGER_STORE_CORRUPT: [
    'The stored tree does not lead to its last checkpoint',
    'Verify the log file and restore the newest good copy; nothing was signed',
  ],
  LEDGER_STORE_FAILED: ['The store could not be read or written', 'See the cause; nothing was recorded'],
  LEDGER_STORE_FULL: ['The disk is full', 'Free some space and try again; nothing was recorded'],
  LEDGER_STORE_MISSING: ['There is no log at this place', 'Name the log file or the folder of its tiles'],
  LEDGER_STORE_NOT_DURABLE: ['The store does not keep WAL and synchronous=FULL', 'Put the file on a local file system'],
  LEDGER_STORE_VERSION: ['The store was written by another version', 'Open it with the version that wrote it'],
  LEDGER_LOG_BRANCHED: ['The log does not lead to a checkpoint it signed', 'Entries were changed, removed or added after the checkpoint'],
  LEDGER_LOG_INCOMPLETE: ['A part of the log is missing', 'Expected every full tile and the partial ones of the last checkpoint'],
  LEDGER_LOG_TILE_WRONG: ['A tile does not fit the entries', 'The tile or its entries were changed'],
  LEDGER_LOG_TRUNCATED: ['The log is shorter than a checkpoint it signed', 'Its tail was cut off, or an old copy was restored'],
  LEDGER_LOG_RECORD_CHANGED: ['A stored record does not fit its leaf', 'Record or salt were changed after they were logged'],
  LEDGER_LOG_RECORD_COUNT: ['Records are missing or added beyond the erasures logged', 'Records were removed or planted without erase()'],
};

/** An operational failure of the ledger. `issues` says which fields were wrong, where fields were. */
export class LedgerError extends Error {
  override readonly name: string = 'LedgerError';
  readonly code: LedgerErrorCode;
  readonly hint: string;
  readonly issues: readonly Issue[];

  constructor(code: LedgerErrorCode, options?: { readonly cause?: unknown; readonly issues?: readonly Issue[] }) {
    super(table[code][0], options);
    this.code = code;
    this.hint = table[code][1];
    this.issues = options?.issues ?? [];
  }
}

/** One issue with the code's message and hint; `detail` follows the message, in parentheses. */
export function ledgerIssue(code: LedgerErrorCode, path: string, detail?: string): Issue {
  const [message, hint] = table[code];
  return { code, path, message: detail === undefined ? message : `${message} (${detail})`, hint, severity: 'error' };
}

/** A failed result of one issue. */
export function refuse(code: LedgerErrorCode, path: string, detail?: string): { readonly ok: false; readonly issues: readonly Issue[] } {
  return fail(ledgerIssue(code, path, detail));
}
