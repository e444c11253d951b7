// The public half of a record: which site, what kind, under which declaration, in which hour, and a commitment to the rest.
import { encodeCanonicalJson, encodeHex, encodeUtf8 } from '@candor/core';
import { hmacSha256 } from './hmac.ts';
import type { LedgerRecord } from './record.ts';
import { canonicalRecord } from './record.ts';

/** Bytes of the salt that hides a record behind its commitment. */
export const saltLength = 32;

const secondsPerHour = 3600;

/** The leaf of a record: canonical JSON of `{v, site, kind, declaration, hour, C}` with C = HMAC-SHA256(salt, canonical record). */
export function leafOf(record: LedgerRecord, salt: Uint8Array): Uint8Array {
  return leafOfCanonical(record, canonicalRecord(record), salt);
}

/** The same when the canonical text of the record is at hand. */
export function leafOfCanonical(record: LedgerRecord, canonical: string, salt: Uint8Array): Uint8Array {
  return encodeUtf8(
    encodeCanonicalJson({
      v: 1,
      site: record.site,
      kind: record.kind,
      declaration: record.declaration,
      hour: record.at - (record.at % secondsPerHour),
      C: encodeHex(hmacSha256(salt, encodeUtf8(canonical))),
    }),
  );
}
