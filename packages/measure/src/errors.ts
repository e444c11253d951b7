// Every code of the room in one table.

/** A stable code of the measure. */
export type MeasureErrorCode =
  | 'MEASURE_CLOSED'
  | 'MEASURE_QUERY_INVALID'
  | 'MEASURE_STORE_BUSY'
  | 'MEASURE_STORE_CORRUPT'
  | 'MEASURE_STORE_FAILED'
  | 'MEASURE_STORE_FULL'
  | 'MEASURE_STORE_NOT_DURABLE'
  | 'MEASURE_STORE_VERSION';

const table: { readonly [Code in MeasureErrorCode]: readonly [message: string, hint: string] } = {
  MEASURE_CLOSED: ['The measure is closed', 'Create it again before asking'],
  MEASURE_QUERY_INVALID: ['The days asked for are not a range', 'Expected "from" and "to" as YYYY-MM-DD, in order, at most 800 days apart'],
  MEASURE_STORE_BUSY: ['The store is held by another connection', 'Nothing is lost; the counts are written at the next flush'],
  MEASURE_STORE_CORRUPT: ['The store is no store of counts', 'Move the file away; a new one is begun'],
  MEASURE_STORE_FAILED: ['The store could not be read or written', 'See the cause; the counts are written at the next flush'],
  MEASURE_STORE_FULL: ['The disk is full', 'Free some space; the counts are written at the next flush'],
  MEASURE_STORE_NOT_DURABLE: ['The store does not keep WAL and synchronous=FULL', 'Put the file on a local file system'],
  MEASURE_STORE_VERSION: ['The store was written by another version', 'Open it with the version that wrote it'],
};

/** An operational failure of the measure. */
export class MeasureError extends Error {
  override readonly name: string = 'MeasureError';
  readonly code: MeasureErrorCode;
  readonly hint: string;

  constructor(code: MeasureErrorCode, options?: { readonly cause?: unknown }) {
    super(table[code][0], options);
    this.code = code;
    this.hint = table[code][1];
  }
}
